"""What is approved with a text that waits for its time waits with it, and is locked as that is."""

from django.contrib.contenttypes.models import ContentType

from kdsite.editorial.models import Waiting
from kdsite.editorial.policy import approval_rule


def companion_ids(revision):
    """The ids of the pages that this version names as its companions."""
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    return getattr(model, "companion_ids", lambda content: [])(revision.content)


def rows_with(page):
    """The rows (:class:`Waiting`) of the texts in the language of ``page`` that it belongs to."""
    return _naming(page, _rows_in(page.locale_id))


def waits(page):
    """Is ``page`` approved, and waits for its time, or for that of a text that it belongs to?"""
    if not _may_go_along(page):
        return Waiting.objects.filter(page_id=page.pk).exists()
    rows = _rows_in(page.locale_id)
    return any(row.page_id == page.pk for row in rows) or _is_backed_in(page, rows)


def waits_along(page):
    """Is the newest version of ``page`` approved, and goes out with a text that waits for its time?"""
    return _may_go_along(page) and _is_backed_in(page, _rows_in(page.locale_id))


def _may_go_along(page):
    is_new = page.first_published_at is None and page.latest_revision_id
    return bool(is_new and getattr(page, "goes_along", False))


def _is_backed_in(page, rows):
    return bool(
        _naming(page, rows)
        and not page.workflow_in_progress
        and approval_rule.is_backed(page.get_latest_revision())
    )


def _rows_in(locale):
    rows = Waiting.objects.filter(page__locale=locale)
    return list(rows.select_related("revision", "page"))


def _naming(page, rows):
    if not rows:
        return []
    versions = set(page.get_translations(inclusive=True).values_list("pk", flat=True))
    return [row for row in rows if versions & set(companion_ids(row.revision))]
