"""What a draft changes for readers, without what only looks like a change."""

from bs4 import BeautifulSoup
from django.db import models
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from wagtail.admin.compare import FieldComparison, register_comparison_class


class DateComparison(FieldComparison):
    """A day as people write it, and nothing where there is none: Wagtail shows 2026-11-09 and None."""

    def __init__(self, field, obj_a, obj_b):
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = (
            date_format(day, "SHORT_DATE_FORMAT") if day else ""
            for day in (self.val_a, self.val_b)
        )


register_comparison_class(
    models.DateField, comparison_class=DateComparison, exact_class=True
)


def differences(before, draft, request):
    """What ``draft`` changes against ``before``, an older version, field by field; ``None`` where
    there is none, for then all of it is new.

    :returns: Wagtail's comparisons, each with ``shown``: its HTML without unchanged blocks. Fields
        whose words are the same are left out: the editor adds keys to paragraphs that nobody sees.
    """
    if before is None:
        return None
    panel = draft.get_edit_handler().get_bound_panel(
        instance=draft, request=request, form=None
    )
    found = []
    for compare in panel.get_comparison():
        comparison = compare(before, draft)
        if not comparison.has_changed() or _is_beside_the_page(comparison):
            continue
        if comparison.is_field:
            comparison.shown = _changed_parts(str(comparison.htmldiff()))
            if not comparison.shown:
                continue
        found.append(comparison)
    return found


def _is_beside_the_page(comparison):
    """Is it one of the words that the page does not show, which have a list of their own?"""
    field = getattr(comparison, "field", None)
    return getattr(field, "name", "") in ("seo_title", "search_description", "slug")


def _changed_parts(html):
    soup = BeautifulSoup(html, "html.parser")
    if not _is_changed(soup):
        return ""
    for part in soup.select(".comparison__child-object"):
        if not _is_changed(part):
            part.decompose()
    # The pieces are Wagtail's own, escaped by it.
    return mark_safe(str(soup))  # noqa: S308


def _is_changed(tag):
    marked = ".addition, .deletion, ins, del"
    return bool({"addition", "deletion"} & set(tag.get("class", []))) or bool(
        tag.select_one(marked)
    )
