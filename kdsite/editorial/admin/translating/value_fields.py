"""How a picture, a page, a file or an address is chosen in the table."""

from django.forms import TextInput
from django.utils.translation import gettext_lazy
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page

from kdsite.editorial.admin.choosers import PageChooser
from kdsite.editorial.translations.table.rows import DOCUMENT, PAGE, PICTURE

LABELS = {
    PICTURE: gettext_lazy("Another picture for the translation"),
    PAGE: gettext_lazy("Another page for the translation"),
    DOCUMENT: gettext_lazy("Another file for the translation"),
}


def field_of(row):
    """The field in which a :class:`.ValueRow` is changed, as HTML, and its scripts."""
    name, widget = f"value-{row.segment.pk}", _widget(row)
    return widget.render(name, row.now, {"id": name}), widget.media


def _widget(row):
    if row.what == PICTURE:
        return AdminImageChooser()
    if row.what == DOCUMENT:
        return AdminDocumentChooser()
    if row.what == PAGE:
        kind = row.place.kind
        models = getattr(kind, "target_models", None) or [
            getattr(kind, "related_model", Page)
        ]
        return PageChooser(models if len(models) > 1 else models[0])
    return TextInput(attrs={"class": "tt-address", "autocomplete": "off"})
