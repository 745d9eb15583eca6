"""What named authors answered by a private link, as the second person's word."""

from django.db import transaction
from wagtail.models import TaskState, WorkflowState

from kdsite.editorial.models import Approval, DraftAnswer, ReleasedPage
from kdsite.editorial.models.reviews import Role
from kdsite.editorial.policy.approval_rule import (
    Decision,
    can_author_confirm,
    current_approvals,
    ended_by_a_no,
    is_backed,
    role_if_any,
)
from kdsite.editorial.policy.named_authors import named_author
from kdsite.editorial.publishing import guard
from kdsite.editorial.review import decisions


@transaction.atomic
def count_answers(page):
    """Let the answers of named authors to the newest version of ``page`` count, where the rule
    lets an author confirm it, and end the review once two people stand behind it.

    Outside a review nothing counts: the answers wait until the page is sent.

    :returns: whether the review has ended.
    """
    page = guard.lock_page(page.pk).specific
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
        return False
    state = WorkflowState.objects.select_for_update().get(pk=state.pk)
    task_state = TaskState.objects.select_for_update().get(
        pk=state.current_task_state_id
    )
    revision = page.get_latest_revision()
    decision = Decision(page, revision)
    new = [_confirm(decision, answer) for answer in _answers(revision)]
    if not any(new) or not is_backed(revision):
        return False
    together = [
        guard.lock_page(each.pk).specific for each in decisions.companions(state)
    ]
    decisions.end_review(task_state, together)
    return True


def _answers(revision):
    """“Fine as it is” of authors to exactly this text, which neither they nor a member of the
    deciding group have taken back since: over any link, and to any version of the page."""
    if ReleasedPage.objects.filter(revision=revision).exists():
        # It was public: what was said before it was taken down does not bring it back.
        return []
    answers = DraftAnswer.objects.to_version(revision).filter(
        is_fine=True, link__for_author=True
    )
    answers = answers.exclude(
        ended_by_a_no(revision.object_id, "link__author", "link__user", "link__address")
    )
    return answers.select_related("link__user").order_by("created_at", "pk")


def _confirm(decision, answer):
    """Record the author's approval, where it is one.

    :returns: whether it was new.
    """
    link, revision = answer.link, decision.revision
    author = current_author(link, revision.as_object())
    if author is None:
        return False
    if link.user:
        # With an account it is that account's word, and the same rule says in what role.
        if role_if_any(link.user, decision) != Role.AUTHOR:
            return False
        who = {"user": link.user}
    else:
        if not can_author_confirm(decision):
            return False
        who = {"author_id": author.page_id, "author_name": author.name}
    standing = {(given.user, given.author_id) for given in current_approvals(revision)}
    if (who.get("user"), who.get("author_id")) in standing:
        return False
    approval = Approval.give(revision, Role.AUTHOR, **who)
    approval.log(
        decision.page, address=link.address, answered=answer.created_at.isoformat()
    )
    return True


def current_author(link, page):
    """The :class:`NamedAuthor` whose word an answer by ``link`` is, in this version of ``page``.

    ``None`` where the version does not name them, the link is revoked, or the profile belongs to
    another account than when the link was sent: then an answer is only an answer.
    """
    if not link.for_author or link.revoked_at or link.author_id is None:
        return None
    author = named_author(page, link.author_id)
    if author is None or author.user_id != link.user_id:
        return None
    return author
