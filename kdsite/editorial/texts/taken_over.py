"""What a translation takes over from its original as it stands: people, pictures, links, days."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import get_translatable_fields

from kdsite.editorial.publishing.pieces import marked_up, pieces_of
from kdsite.editorial.publishing.targets import links_in

# At the end of a path: what stands there is no string of a translator.
MARK = "#"
PAGE, IMAGE, DOCUMENT = "page", "image", "document"
ADDRESSES = (models.URLField, models.EmailField)


@dataclass
class Taken:
    """One value at its place. ``path`` is the same in the translation; all rows of a sort have one.

    ``text`` is an address, a date or another value as it is stored; of a page or a file its sort and
    its number, such as ``image:3``: original is compared with original, so a page has the one of its
    language. ``label`` is what people call the place, ``choices`` what they call its values.
    ``is_value``: it stands in a field of its own, such as a date, and leads nowhere.
    """

    path: str
    text: str
    label: str
    choices: dict
    is_value: bool


def taken_over(page):
    """All that the translation of this version of ``page`` gets without a translator, as a list of
    :class:`Taken`, in order; what is empty is left out."""
    return [
        Taken(
            _path(piece, page),
            f"{kind}:{target}" if kind else target,
            piece.label,
            _choices(piece.kind) if not kind else {},
            isinstance(piece.kind, models.Field)
            and not (kind or isinstance(piece.kind, ADDRESSES)),
        )
        for piece in pieces_of(page)
        if piece.value and _is_copied(piece, page)
        for kind, target in _targets(piece)
    ]


def pairs(taken):
    """``taken`` as pairs of path and text, as :func:`.fingerprints.strings_of` has strings."""
    return [[each.path, each.text] for each in taken]


def _is_copied(piece, page):
    """Does the translation get what stands here, and no translator writes it?"""
    top, owner, field = piece.path.partition(".")[0], piece.owner, piece.kind
    if not _is_followed(page, top):
        return False
    if owner is None:
        return True  # In a block, all but the strings; _targets() knows them.
    if not field.editable or not _is_followed(owner, field.name):
        return False
    if isinstance(field, RichTextField):
        return True
    # In a row that has no languages nothing is translated.
    return not isinstance(owner, TranslatableMixin) or not (
        _fields(type(owner))[field.name].is_translated(owner)
    )


@cache
def _fields(model):
    """What wagtail-localize does with each field of ``model``, by its name."""
    return {field.field_name: field for field in get_translatable_fields(model)}


def _is_followed(owner, name):
    how = _fields(type(owner)).get(name)
    return bool(how) and (how.is_translated(owner) or how.is_synchronized(owner))


def _targets(piece):
    """``(sort, id)`` of the pages and files that stand here; ``("", text)`` of anything else."""
    kind, value = piece.kind, piece.value
    soup = marked_up(piece)
    if isinstance(kind, models.Field) and not kind.is_relation and not soup:
        if not isinstance(kind, RichTextField):
            day = isinstance(value, date)
            yield "", date_format(value, "j.n.Y") if day else str(value)
        return
    for link in links_in(piece):
        sort, target = link.target
        yield (sort if sort in (PAGE, DOCUMENT) else ""), target
    if soup:
        for tag in soup.find_all("embed", embedtype="image"):
            yield IMAGE, tag.get("id", "")
    elif isinstance(kind, (ImageBlock, ImageChooserBlock)):
        yield IMAGE, value.pk
    elif getattr(kind, "related_model", None) is get_image_model():
        yield IMAGE, value
    elif isinstance(kind, blocks.ChoiceBlock):
        yield "", str(value)


def _path(piece, page):
    """Rows are new in every version that was not saved: they have one path together."""
    path = piece.path
    if piece.owner is not None and piece.owner is not page:
        path = f"{path.partition('.')[0]}.{piece.kind.name}"
    return path + MARK


def _choices(kind):
    choices = getattr(getattr(kind, "field", None), "choices", None)
    return dict(choices or getattr(kind, "flatchoices", ()))


class InWords:
    """What people call these texts of :class:`Taken`: titles of pages and files; in three queries."""

    def __init__(self, texts):
        ids = defaultdict(set)
        for text in texts:
            sort, _colon, number = text.partition(":")
            ids[sort].add(number)
        self.titles, self.keys = {}, {}
        if ids[PAGE]:
            asked = Page.objects.filter(pk__in=ids[PAGE]).values("translation_key")
            for page in Page.objects.filter(translation_key__in=asked):
                self.keys[f"{PAGE}:{page.pk}"] = page.translation_key
                self.titles[page.translation_key, page.locale_id] = page.title
                self.titles[f"{PAGE}:{page.pk}"] = page.title
        files = (IMAGE, get_image_model()), (DOCUMENT, get_document_model())
        for sort, model in files:
            if ids[sort]:
                for file in model.objects.filter(pk__in=ids[sort]):
                    self.titles[f"{sort}:{file.pk}"] = file.title

    def of(self, text, locale, choices):
        """:param locale: the language in whose words a page is called, where it has them.
        :param choices: see :class:`Taken`."""
        if text.partition(":")[0] not in (PAGE, IMAGE, DOCUMENT):
            return str(choices.get(text, text)) if text else ""
        title = self.titles.get((self.keys.get(text), locale.pk))
        return title or self.titles.get(text) or _("not there any more")
