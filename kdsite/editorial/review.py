"""Decisions on a page in review: each made once, on exactly the text that was read."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowState

from kdsite.editorial import guard, rule
from kdsite.editorial.kinds import translation_of
from kdsite.editorial.refusals import Conflict, Refusal
from kdsite.editorial.strings import changed_since


def token(revision):
    """What a review form carries: which revision was read, and as saved when."""
    return f"{revision.pk}@{revision.created_at.isoformat()}"


def _matches(revision, seen):
    pk, _at, saved = str(seen).partition("@")
    try:
        return int(pk) == revision.pk and (
            datetime.fromisoformat(saved) == revision.created_at
        )
    except ValueError:
        return False


def actions(page, user):
    """Wagtail's list of ``(name, label, needs a comment)`` that ``user`` may choose from."""
    revision = page.get_latest_revision()
    if revision is None:
        return []
    found = []
    if rule.can_decide(user, page, revision):
        found.append(("reject", _("Ask for changes"), True))
    if rule.can_approve(user, page, revision):
        role = rule.approval_role(user, page, revision)
        agree = role == rule.Role.AUTHOR
        found.append(
            ("approve", _("I agree with this version") if agree else _("Approve"), True)
        )
    return found


def _lock(task_state, seen):
    """Lock page, workflow state and task state, in this order, and read them anew.

    :raises Conflict: somebody decided meanwhile, or the text is newer than what was seen.
    """
    state = task_state.workflow_state
    page = guard.lock_page(state.object_id).specific
    state = WorkflowState.objects.select_for_update().get(pk=state.pk)
    fresh = TaskState.objects.select_for_update().get(pk=task_state.pk)
    if (
        state.status != WorkflowState.STATUS_IN_PROGRESS
        or fresh.status != TaskState.STATUS_IN_PROGRESS
        or state.current_task_state_id != fresh.pk
    ):
        raise Conflict(_already_decided(fresh))
    revision = page.get_latest_revision()
    if seen:
        same = _matches(revision, seen)
    else:
        same = (
            revision.pk == fresh.revision_id and revision.created_at <= fresh.started_at
        )
    if not same:
        raise Conflict(
            _("The text has changed since you opened it. Read the newest version.")
        )
    return page, revision, fresh


def outcome(page):
    """A sentence on how the last review of ``page`` ended."""
    state = page.workflow_states.order_by("-created_at").first()
    if state is None or state.current_task_state is None:
        return _("This page is no longer in review.")
    return _already_decided(state.current_task_state)


def _already_decided(task_state):
    who = task_state.finished_by
    name = (who.get_full_name() or who.get_username()) if who else "–"
    if task_state.status == TaskState.STATUS_APPROVED:
        return _("%(name)s has approved this already.") % {"name": name}
    if task_state.status == TaskState.STATUS_REJECTED:
        return _("%(name)s has asked for changes already.") % {"name": name}
    return _("This page is no longer in review.")


@transaction.atomic
def approve(task_state, user, seen=None, comment=""):
    """Record that ``user`` stands behind the newest text; publish it once two people do.

    Where the last writer is unknown the first approval is only recorded, and the page waits
    for a second one.

    :returns: whether the page is public now.
    :raises Conflict: decided already, or a newer text than the one seen.
    :raises Refusal: this person may not approve this text.
    """
    page, revision, task_state = _lock(task_state, seen)
    role = rule.approval_role(user, page, revision)
    translation = translation_of(page)
    if translation and changed_since(translation, revision.created_at):
        raise Conflict(
            _(
                "Strings of the translation were changed after it was sent. Send it again."
            )
        )
    try:
        with transaction.atomic():
            approval = revision.approvals.create(
                saved_at=revision.created_at, user=user, role=role
            )
    except IntegrityError as error:
        raise Conflict(_("You have approved this already.")) from error
    approval.log(page, comment)
    if not rule.is_backed(revision):
        return False
    task_state.specific.approve(user=user, comment=comment)
    return True


@transaction.atomic
def ask_for_changes(task_state, user, seen=None, comment=""):
    """Give the page back to its writer, with a comment.

    :raises Conflict: decided already, or a newer text than the one seen.
    :raises Refusal: without a comment, or by somebody who does not decide on the page.
    """
    if not comment.strip():
        raise Refusal(_("Write what should change: the writer sees your comment."))
    page, revision, task_state = _lock(task_state, seen)
    if not rule.can_decide(user, page, revision):
        raise Refusal(_("The members of the deciding group ask for changes."))
    if not rule.is_member(user, rule.deciding_task(page)):
        log(
            instance=page,
            action="editorial.stand_in",
            user=user,
            revision=revision,
            data={"role": rule.Role.STAND_IN},
        )
    task_state.specific.reject(user=user, comment=comment)


@transaction.atomic
def submit(page, user):
    """Send the newest revision of ``page`` for review, for the first time or again.

    :raises Refusal: it is in review already, nothing is there to review, or no group decides.
    """
    page = guard.lock_page(page.pk).specific
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        raise Conflict(_("This page is in review already."))
    workflow = page.get_workflow()
    if workflow is None:
        raise Refusal(_("No group decides on this page, so nobody can publish it."))
    if page.get_latest_revision() is None:
        raise Refusal(_("There is nothing to review yet."))
    page.get_latest_revision_as_object().check_before_review()
    if state and state.workflow_id == workflow.pk:
        state.resume(user)
        return state
    if state:
        state.cancel(user=user)
    return workflow.start(page, user)


@transaction.atomic
def take_back(page, user):
    """End the review of ``page`` without a decision; it is a draft again.

    :raises Conflict: it is not in review.
    :raises Refusal: ``user`` neither sent it, nor wrote it, nor decides on it.
    """
    page = guard.lock_page(page.pk).specific
    state = page.current_workflow_state
    if state is None:
        raise Conflict(_("This page is no longer in review."))
    allowed = page.permissions_for_user(user).can_edit() and state.user_can_cancel(user)
    if not allowed:
        raise Refusal(_("Whoever sent the page takes it back."))
    state.cancel(user=user)
