"""The table itself, opened where a translation is edited."""

from django.forms import Media
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PageStatusSidePanel

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.strings.seen import NAME
from kdsite.editorial.admin.translating.state import state_of
from kdsite.editorial.admin.translating.value_fields import LABELS, field_of
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.texts.marked_words import word_changes
from kdsite.editorial.texts.marks import shown
from kdsite.editorial.texts.string_changes import How
from kdsite.editorial.translations.table.language_advice import advise
from kdsite.editorial.translations.table.rows import rows_of

LANGUAGES = {
    "fi": gettext_lazy("Translation into Finnish"),
    "sv": gettext_lazy("Translation into Swedish"),
}


def open_table(request, page):
    """Before Wagtail's editor, and wagtail-localize's: who may edit ``page`` translates it here. The hook
    is called where that was asked already."""
    record = translation_of(page)
    if record is None or not record.enabled:
        return None
    if request.method == "POST":
        return redirect(edit_url(page))
    return render(
        request, "editorial/translating/table.html", _context(request, record, page)
    )


def _context(request, record, page):
    state = state_of(record, page, request.user)
    allowed = page.permissions_for_user(request.user)
    rows = rows_of(record)
    _say_changes(rows, state["comparison"])
    advise(rows, page)
    panels = [_status_panel(request, page, record)]
    shown = [_shown(row, record) for row in rows]
    media = MediaContainer(panels).media
    for each in shown:
        media += each.get("media", Media())
    return {
        "page": page,
        "translation": record,
        "state": state,
        "heading": LANGUAGES.get(page.locale.language_code, page.locale),
        "rows": shown,
        "source_language": record.source.locale.language_code,
        "language": page.locale.language_code,
        "side_panels": panels,
        "media": media,
        "previews": _previews(page, record),
        "may_delete": allowed.can_delete(),
        "may_lock": allowed.can_lock() and not page.locked,
        "may_unlock": allowed.can_unlock() and page.locked,
    }


def _shown(row, record):
    """A row with its address; of a value, with its field."""
    if row.sort == "text":
        name, keys = "edit_string", [record.pk, row.segment.pk]
        address = reverse(f"translation_strings:{name}", args=keys)
        return {"row": row, "url": f"{address}?{NAME}={row.token}"}
    address = reverse(
        "translation_strings:edit_override", args=[record.pk, row.segment.pk]
    )
    field, media = field_of(row)
    return {
        "row": row,
        "url": f"{address}?{NAME}={row.token}",
        "field": field,
        "media": media,
        "label": LABELS.get(row.what, _("Address in the translation")),
    }


def _say_changes(rows, comparison):
    """Each row knows what has changed in its original since the translation was approved."""
    changes = {(change.path, change.now): change for change in comparison.changes}
    for row in rows:
        if row.sort == "text":
            change = changes.get((row.segment.context.path, row.segment.string.data))
            row.change = change if change and change.how != How.MOVED else None
            if row.change:
                row.parts = word_changes(change.before, change.now)
                row.present = shown(change.present)


def _status_panel(request, page, record):
    translations = page.get_translations().select_related("locale")
    return PageStatusSidePanel(
        page,
        request,
        live_object=page,
        scheduled_object=page.get_scheduled_revision_as_object(),
        locale=record.target_locale,
        translations=[
            {"locale": each.locale, "url": edit_url(each)}
            for each in translations
            if each.permissions_for_user(request.user).can_edit()
        ],
    )


def _previews(page, record):
    """The address and the name of each way in which the page can be previewed."""
    found = []
    for mode, label in page.preview_modes:
        is_first = mode == page.default_preview_mode
        keys = [record.pk] if is_first else [record.pk, mode]
        url = reverse("wagtail_localize:preview_translation", args=keys)
        found.append((url, label or _("Preview")))
    return found
