"""Decisions on many pages, for a list: what all of them need is read once, and not for each."""

from django.db.models import prefetch_related_objects
from wagtail.models import Revision

from kdsite.editorial.models.reviews import ReviewTask
from kdsite.editorial.models.words import Word
from kdsite.editorial.page_kinds import kind_of, read_kinds
from kdsite.editorial.policy.approval_rule import Decision


def decisions_on(pages):
    """A :class:`.Decision` on the newest version of each of the specific ``pages``, by the page's id;
    a page without a version has none."""
    revisions = Revision.objects.select_related("user").in_bulk(
        [page.latest_revision_id for page in pages if page.latest_revision_id]
    )
    read_kinds(pages)
    tasks = ReviewTask.objects.filter(active=True)
    by_kind = {(task.kind, task.language): task for task in tasks}
    prefetch_related_objects([*by_kind.values()], "groups__user_set")
    members = {kind: _members(task) for kind, task in by_kind.items()}
    words = Word.objects.of_pages([page.pk for page in pages])
    found = {}
    for page in pages:
        if revision := revisions.get(page.latest_revision_id):
            page.latest_revision = revision
            decision = found[page.pk] = Decision(page, revision)
            decision.task = by_kind.get(kind_of(page))
            decision.member_ids = members.get(kind_of(page), set())
            decision.words = words[page.pk]
    return found


def _members(task):
    """As :meth:`.ReviewTask.members`."""
    return {
        user.pk
        for group in task.groups.all()
        for user in group.user_set.all()
        if user.is_active
    }
