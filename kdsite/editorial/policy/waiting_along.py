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
    versions = set(page.get_translations(inclusive=True).values_list("pk", flat=True))
    rows = Waiting.objects.filter(page__locale=page.locale_id)
    return [
        row
        for row in rows.select_related("revision", "page")
        if versions & set(companion_ids(row.revision))
    ]


def waits_along(page):
    """Is the newest version of ``page`` approved, and goes out with a text that waits for its time?"""
    return bool(
        page.goes_along
        and page.first_published_at is None
        and page.latest_revision_id
        and rows_with(page)
        and not page.workflow_in_progress
        and approval_rule.is_backed(page.get_latest_revision())
    )
