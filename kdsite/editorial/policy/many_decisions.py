"""Decisions on many pages, for a list: what all of them need is read once, and not for each."""

from collections import defaultdict

from wagtail.models import Revision

from kdsite.editorial.models.reviews import ReviewTask
from kdsite.editorial.models.words import Word
from kdsite.editorial.page_kinds import kind_of, read_kinds
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.hosts import lines


def decisions_on(pages, versions=None, tasks=None):
    """A :class:`.Decision` on the newest version of each of the specific ``pages``, by the page's id;
    a page without a version has none.

    :param versions: the versions to decide on, by the page's id, where the caller has them.
    :param tasks: :meth:`.ReviewTask.in_use`, where the caller has read them.
    """
    if versions is None:
        newest = [page.latest_revision_id for page in pages if page.latest_revision_id]
        revisions = Revision.objects.select_related("user").in_bulk(newest)
        versions = {int(each.object_id): each for each in revisions.values()}
    read_kinds(pages)
    tasks = ReviewTask.in_use() if tasks is None else tasks
    by_kind = {(task.kind, task.language): task for task in tasks}
    words = Word.objects.of_pages([page.pk for page in pages])
    found = {}
    for page in pages:
        if revision := versions.get(page.pk):
            if page.latest_revision_id == revision.pk:
                page.latest_revision = revision
            decision = found[page.pk] = Decision(page, revision)
            task = decision.task = by_kind.get(kind_of(page))
            decision.members = task.members_read if task else []
            decision.words = words[page.pk]
    _read_authors(found.values())
    lines().read(account for each in found.values() for account in _people(each))
    return found


def _people(decision):
    """All whom the rule holds against each other."""
    said = [word.user for word in decision.words]
    said += [word.link.created_by for word in decision.words if word.link]
    people = {decision.revision.user, *said, *decision.members}
    return people - {None}


def _read_authors(decisions):
    contents = defaultdict(dict)
    for each in decisions:
        contents[type(each.page)][each.page.pk] = each.revision.content
    ids = {}
    for model, of_model in contents.items():
        if hasattr(model, "author_ids_of"):
            ids |= model.author_ids_of(of_model)
    for each in decisions:
        each.author_ids = ids.get(each.page.pk, set())
