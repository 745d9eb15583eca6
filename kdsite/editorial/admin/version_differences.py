"""What a draft changes for readers, without what only looks like a change."""

from bs4 import BeautifulSoup
from django.db import models
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import mark_safe
from wagtail.admin.compare import (
    ChildRelationComparison,
    FieldComparison,
    ForeignObjectComparison,
    register_comparison_class,
)
from wagtail.models import Page


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


class PageComparison(ForeignObjectComparison):
    """The language versions of a page are the same one: readers are led to that of their language."""

    def __init__(self, field, obj_a, obj_b):
        super().__init__(field, obj_a, obj_b)
        self.rows = obj_a, obj_b

    def get_objects(self):
        """Asked for once in each row, however often it is compared."""
        return tuple(_chosen_in(row, self.field) for row in self.rows)

    def has_changed(self):
        if self.val_a == self.val_b:
            return False
        keys = [page and page.translation_key for page in self.get_objects()]
        return keys[0] != keys[1]

    def htmldiff(self):
        if self.has_changed():
            return super().htmldiff()
        return escape(self.get_objects()[1] or "")


def _chosen_in(row, field):
    try:
        return getattr(row, field.name)
    except field.related_model.DoesNotExist:
        return None


register_comparison_class(models.ForeignKey, to=Page, comparison_class=PageComparison)


class RowsComparison(ChildRelationComparison):
    """Rows that say the same are the same one, whatever their numbers: a translation that is made
    anew from its original has new ones."""

    def get_mapping(self, objs_a, objs_b):
        same = {}
        for old, row in enumerate(objs_a):
            for new, other in enumerate(objs_b):
                is_free = new not in same.values()
                if is_free and not self.get_child_comparison(row, other).has_changed():
                    same[old] = new
                    break
        olds = [old for old in range(len(objs_a)) if old not in same]
        news = [new for new in range(len(objs_b)) if new not in same.values()]
        changed, _backwards, added, deleted = super().get_mapping(
            [objs_a[old] for old in olds], [objs_b[new] for new in news]
        )
        same |= {olds[old]: news[new] for old, new in changed.items()}
        return (
            same,
            {new: old for old, new in same.items()},
            [news[new] for new in added],
            [olds[old] for old in deleted],
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
        if comparison.is_child_relation:
            rows = comparison.field, comparison.field_comparisons
            comparison = RowsComparison(*rows, before, draft, comparison.label)
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
