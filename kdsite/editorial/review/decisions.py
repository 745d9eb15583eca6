"""Decisions on a page in review: each made once, on exactly the text that was read."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowState

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import DraftAnswer
from kdsite.editorial.models.words import Answer, Role
from kdsite.editorial.policy.approval_rule import (
    Decision,
    approval_role,
    is_backed,
    role_of_no,
)
from kdsite.editorial.policy.hearing import why_not_over_no
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.link_schemes import check_links
from kdsite.editorial.publishing.manifest import is_exactly, manifest_of
from kdsite.editorial.review import words
from kdsite.editorial.review.answers_seen import (
    check_answers,
    with_answers,
    without_answers,
)
from kdsite.editorial.review.choices import companions, locked_companions, role_of_along
from kdsite.editorial.signals import approved_by_one, sent_for_review


def token_of_review(page):
    """:func:`token_of` the review that ``page`` is in."""
    state = page.current_workflow_state
    return token_of(Decision(page), companions(state) if state else [])


def token_of(decision, together):
    """The manifest of the page that is decided on and of the pages in review with it
    (:func:`.manifest_of`), with a mark of the newest answer of an author (:mod:`.answers_seen`)."""
    pages = [decision.page, *together]
    shown = manifest_of(*(each.get_latest_revision() for each in pages))
    return with_answers(shown, decision.words)


def lock(task_state, seen):
    """Lock pages, workflow state and task state, in this order, and read them anew.

    :returns: the page, its newest version, the task state, and the pages in review with it.
    :raises Conflict: somebody decided meanwhile, or the text is newer than what was seen.
    """
    state = task_state.workflow_state
    page = guard.lock_page(state.object_id).specific
    states = WorkflowState.objects.select_for_update(of=("self",))
    state = states.select_related("workflow").get(pk=state.pk)
    task_states = TaskState.objects.select_for_update(of=("self",))
    fresh = task_states.select_related("task").get(pk=task_state.pk)
    if (
        state.status != WorkflowState.STATUS_IN_PROGRESS
        or fresh.status != TaskState.STATUS_IN_PROGRESS
        or state.current_task_state_id != fresh.pk
    ):
        raise Conflict(_already_decided(fresh))
    revision = page.get_latest_revision()
    together = locked_companions(state)
    if seen:
        revisions = [revision, *(other.get_latest_revision() for other in together)]
        same = is_exactly(without_answers(seen), *revisions)
    else:
        same = _is_as_submitted(revision, fresh) and all(
            _is_as_submitted(
                other.get_latest_revision(), other.current_workflow_task_state
            )
            for other in together
        )
    if not same:
        raise Conflict(
            _("The text has changed since you opened it. Read the newest version.")
        )
    fresh.workflow_state = state
    return page, revision, fresh, together


def _is_as_submitted(revision, task_state):
    return (
        revision.pk == task_state.revision_id
        and revision.created_at <= task_state.started_at
    )


def outcome(page):
    """A sentence on how the last review of ``page`` ended."""
    state = page.workflow_states.order_by("-created_at").first()
    if state is None or state.current_task_state is None:
        return _("This page is no longer in review.")
    return _already_decided(state.current_task_state)


def _already_decided(task_state):
    who = task_state.finished_by
    name = get_user_display_name(who) or "–"
    if who is None and task_state.revision:
        # Ended by an author's answer to a private link.
        approval = task_state.revision.words.filter(role=Role.AUTHOR).last()
        if approval:
            name = approval.author_name or get_user_display_name(approval.user)
    if task_state.status == TaskState.STATUS_APPROVED:
        return _("%(name)s has approved this already.") % {"name": name}
    if task_state.status == TaskState.STATUS_REJECTED:
        return _("%(name)s has asked for changes already.") % {"name": name}
    return _("This page is no longer in review.")


@transaction.atomic
def approve(task_state, user, seen=None, comment=""):
    """Record that ``user`` stands behind the newest text and behind the pages that were
    submitted with it; end the review once two people do, which publishes or schedules them.
    Of those pages one that ``user`` may not approve stays in review by itself; behind one that
    they saved they stand as its writer.

    Where the last writer is unknown the first approval is only recorded, and the page waits
    for a second one.

    :returns: whether the review has ended.
    :raises Conflict: decided already, or a newer text or author's answer than the one seen.
    :raises Refusal: this person may not approve this text.
    """
    page, revision, task_state, together = lock(task_state, seen)
    word = {"shown": seen, "user": user, "comment": comment}
    decision = Decision(page, revision)
    role = approval_role(user, decision)
    if role != Role.AUTHOR:
        # Another author's word ends no “no”, and the answers are not on their screen.
        check_answers(decision.words, seen)
        if why_not := why_not_over_no(user, decision):
            raise Refusal(why_not)
        DraftAnswer.objects.of_authors(page).mark_read()
    words.record(page, Answer.YES, role=role, **word)
    for other in together:
        role = role_of_along(Decision(other), user)
        if role is not None:
            words.record(other, Answer.YES, role=role, **word)
    if not is_backed(revision):
        approved_by_one.send(
            sender=type(page), page=page, task_state=task_state, user=user
        )
        return False
    end_review(page, task_state, together, user, comment)
    return True


def end_review(page, task_state, together, user=None, comment=""):
    """End a review that two people stand behind, which publishes or schedules the page, with
    those of ``together`` that two people stand behind as well; the others stay in review, and
    whoever can decide on them is told.

    Called under the locks that a decision takes (:func:`approve`).

    :raises Refusal: a link does something else than lead somewhere.
    """
    for other in together:
        state = other.current_workflow_state
        if is_backed(other.get_latest_revision()):
            _approve(other, state, state.current_task_state, user, comment)
        else:
            sent_for_review.send(
                sender=type(other), state=state, user=state.requested_by
            )
    _approve(page, task_state.workflow_state, task_state, user, comment)


def _approve(page, state, task_state, user, comment):
    """Wagtail asks each of these for the others; they are as they were read under the lock."""
    state.current_task_state, task_state.workflow_state = task_state, state
    revision = page.get_latest_revision()
    check_links(revision)
    if task_state.revision_id == revision.pk:
        revision.content_object = page
        task_state.revision = revision
    task_state.specific.approve(user=user, comment=comment)


@transaction.atomic
def ask_for_changes(task_state, user, seen=None, comment=""):
    """Give the page back to its writer, with a comment.

    :raises Conflict: decided already, or a newer text than the one seen.
    :raises Refusal: without a comment, or by somebody who does not decide on the page.
    """
    if not comment.strip():
        raise Refusal(_("Write what should change: the writer sees your comment."))
    page, revision, task_state, together = lock(task_state, seen)
    decision = Decision(page, revision)
    role = role_of_no(user, decision)
    if not role:
        raise Refusal(_("The members of the deciding group ask for changes."))
    words.record(page, Answer.NO, seen, user=user, role=role, comment=comment)
    if role == Role.STAND_IN:
        log(
            instance=page,
            action="editorial.stand_in",
            user=user,
            revision=revision,
            data={"role": role},
        )
    task_state.specific.reject(user=user, comment=comment)
    cancel_reviews(together, user)


def cancel_reviews(pages, user):
    """Pages that were in review only because of another one are drafts again."""
    for page in pages:
        page.current_workflow_state.cancel(user=user)
