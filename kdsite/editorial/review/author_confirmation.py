"""What named authors answered by a private link, as the second person's word."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import ReleasedPage
from kdsite.editorial.models.words import Answer, Role, Word
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.approval_rule import (
    Decision,
    can_author_confirm,
    is_backed,
    role_if_any,
)
from kdsite.editorial.policy.hearing import can_read
from kdsite.editorial.policy.named_authors import named_author
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.review import choices, decisions, words
from kdsite.editorial.review.answers_seen import check_answers


@transaction.atomic
def read(task_state, user, seen=None):
    """Record that ``user`` has read this version and what its author answered: it approves nothing,
    and lets the word of an author without an account count, and a “no” hold nothing any more. That
    may end the review.

    :param seen: see :func:`.decisions.approve`.
    :returns: whether the review has ended.
    :raises Conflict: decided already, or a newer text or answer than the one seen.
    :raises Refusal: no answer waits for this person to have read it.
    """
    page, revision, task_state, _together = decisions.lock(task_state, seen)
    decision = Decision(page, revision)
    check_answers(decision.words, seen)
    if not can_read(user, decision):
        raise Refusal(_("No author's answer waits here for you to have read it."))
    words.record(page, Answer.READ, seen, user=user)
    return count_answers(page, may_end=True)


def count_answers(page, may_end=False):
    """Let the “yes” of named authors to the newest version of ``page`` count, where the rule
    lets an author confirm it, and end the review once two people stand behind it.

    Outside a review nothing counts: the answers wait until the page is sent; and so they do while
    another author's “no” holds the version (:func:`.standing.holding`).

    :param may_end: an author has just said “yes” from their account, or a member has read what held
        the version: two people may stand behind it already.
    :returns: whether the review has ended.
    """
    said = Word.objects.filter(page_id=page.pk, link__isnull=False)
    return (may_end or said.exists()) and _count_answers(page, may_end)


@transaction.atomic
def _count_answers(page, may_end):
    page = guard.lock_page(page.pk).specific
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_IN_PROGRESS:
        return False
    revision = page.get_latest_revision()
    decision = Decision(page, revision)
    if decision.held_by:
        return False
    new = [_weigh(decision, word) for word in _answers(decision)]
    if may_end:
        new.append(not _was_public(revision))
    if not any(new) or not is_backed(revision, manifest_of(revision)):
        return False
    state = WorkflowState.objects.select_for_update().get(pk=state.pk)
    task_state = TaskState.objects.select_for_update().get(
        pk=state.current_task_state_id
    )
    task_state.workflow_state = state
    together = choices.locked_companions(state)
    decisions.end_review(page, task_state, together)
    return True


def _answers(decision):
    """What authors have said by a link to exactly this text, and counts for nothing so far."""
    said = standing.yes_to(decision.words, decision.revision)
    found = [word for word, heard in said if heard and word.link and not word.role]
    if found and _was_public(decision.revision):
        # It was public: what was said before it was taken down does not bring it back.
        return []
    return found


def _was_public(revision):
    return ReleasedPage.objects.filter(revision=revision).exists()


def _weigh(decision, word):
    """Give the author's word the role in which it counts, where it does.

    :returns: whether it counts.
    """
    link = word.link
    if current_author(link, decision.revision.as_object()) is None:
        return False
    if link.user:
        # With an account it is that account's word, and the same rule says in what role.
        if role_if_any(link.user, decision) != Role.AUTHOR:
            return False
    elif not can_author_confirm(decision):
        return False
    word.role = Role.AUTHOR
    word.save(update_fields=["role"])
    words.log_approval(decision.page, word)
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
