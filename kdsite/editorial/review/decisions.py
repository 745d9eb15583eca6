"""Decisions on a page in review: each made once, on exactly the text that was read."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowState

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models.reviews import Approval, Role
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.policy.approval_rule import (
    Decision,
    approval_role,
    can_decide,
    is_backed,
    role_if_any,
)
from kdsite.editorial.publishing import guard, protected_files
from kdsite.editorial.signals import approved_by_one
from kdsite.editorial.texts.translation_strings import changed_since

# The token of a page that nobody has saved yet.
NOTHING = "-"


def token_of(*revisions):
    """Which versions somebody saw, for their form to carry: each revision, when it was saved,
    because autosave writes over a revision in place, and what its files were."""
    return " ".join(map(_token, revisions)) or NOTHING


def _token(revision):
    files = protected_files.digest_of(revision.as_object())
    return f"{revision.pk}@{revision.created_at.isoformat()}#{files}"


def names_exactly(token, *revisions):
    """Does ``token``, as a form brought it back, name these versions and no others?"""
    return sorted(token.split()) == sorted(token_of(*revisions).split())


def token_of_review(page):
    """:func:`token_of` the newest versions of ``page`` and of the pages in review with it."""
    state = page.current_workflow_state
    pages = [page, *(companions(state) if state else [])]
    return token_of(*(each.get_latest_revision() for each in pages))


def companions(state):
    """The pages that are in review together with the one that ``state`` belongs to."""
    pages = [row.page.specific for row in state.companions.select_related("page")]
    return [page for page in pages if page.workflow_in_progress]


def actions(page, user):
    """Wagtail's list of ``(name, label, needs a comment)`` that ``user`` may choose from."""
    decision = Decision(page)
    if decision.revision is None:
        return []
    found = []
    if can_decide(user, decision):
        found.append(("reject", _("Ask for changes"), True))
    role = role_if_any(user, decision)
    if role == Role.AUTHOR:
        found.append(("approve", _("I agree with this version"), True))
    elif role:
        found.append(("approve", _("Approve"), True))
    return found


def _lock(task_state, seen):
    """Lock pages, workflow state and task state, in this order, and read them anew.

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
    together = [
        guard.lock_page(companion.pk).specific for companion in companions(state)
    ]
    if seen:
        revisions = [revision, *(other.get_latest_revision() for other in together)]
        same = names_exactly(seen, *revisions)
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
        approval = task_state.revision.approvals.filter(role=Role.AUTHOR).last()
        if approval:
            name = approval.author_name or get_user_display_name(approval.user)
    if task_state.status == TaskState.STATUS_APPROVED:
        return _("%(name)s has approved this already.") % {"name": name}
    if task_state.status == TaskState.STATUS_REJECTED:
        return _("%(name)s has asked for changes already.") % {"name": name}
    return _("This page is no longer in review.")


def decide(action, task_state, user, seen=None, comment=""):
    """:func:`approve` or :func:`ask_for_changes`, by the name that Wagtail has for it.

    :raises Refusal: as they do; or ``action`` is neither “approve” nor “reject”.
    """
    if action == "approve":
        return approve(task_state, user, seen=seen, comment=comment)
    if action == "reject":
        return ask_for_changes(task_state, user, seen=seen, comment=comment)
    raise Refusal(_("There is no such decision."))


@transaction.atomic
def approve(task_state, user, seen=None, comment=""):
    """Record that ``user`` stands behind the newest text and behind the pages that were
    submitted with it; end the review once two people do, which publishes or schedules them.
    Of those pages one that ``user`` may not approve stays in review by itself.

    Where the last writer is unknown the first approval is only recorded, and the page waits
    for a second one.

    :returns: whether the review has ended.
    :raises Conflict: decided already, or a newer text than the one seen.
    :raises Refusal: this person may not approve this text.
    """
    page, revision, task_state, together = _lock(task_state, seen)
    decision = Decision(page, revision)
    record_approval(decision, user, approval_role(user, decision), comment)
    for other in together:
        decision = Decision(other)
        if not is_backed(decision.revision) and (role := role_if_any(user, decision)):
            record_approval(decision, user, role, comment)
    if not is_backed(revision):
        approved_by_one.send(
            sender=type(page), page=page, task_state=task_state, user=user
        )
        return False
    end_review(task_state, together, user, comment)
    return True


def end_review(task_state, together, user=None, comment=""):
    """End a review that two people stand behind, which publishes or schedules the page, with
    those of ``together`` that two people stand behind as well; the others stay in review.

    Called under the locks that a decision takes (:func:`approve`).
    """
    for other in together:
        if is_backed(other.get_latest_revision()):
            other.current_workflow_task_state.specific.approve(
                user=user, comment=comment
            )
    task_state.specific.approve(user=user, comment=comment)


def record_approval(decision, user, role, comment=""):
    """Write down that ``user`` approves the version, in the ``role`` that the rule gave them
    (:func:`.approval_role`).

    :raises Conflict: strings of the translation are newer than the revision.
    """
    # The rule has seen, under the page's lock, that they do not stand behind it yet.
    page, revision = decision.page, decision.revision
    translation = translation_of(page)
    if translation and changed_since(translation, revision.created_at):
        raise Conflict(
            _(
                "Strings of the translation were changed after it was sent. Send it again."
            )
        )
    Approval.give(revision, role, user=user).log(page, comment)


@transaction.atomic
def ask_for_changes(task_state, user, seen=None, comment=""):
    """Give the page back to its writer, with a comment.

    :raises Conflict: decided already, or a newer text than the one seen.
    :raises Refusal: without a comment, or by somebody who does not decide on the page.
    """
    if not comment.strip():
        raise Refusal(_("Write what should change: the writer sees your comment."))
    page, revision, task_state, together = _lock(task_state, seen)
    decision = Decision(page, revision)
    if not can_decide(user, decision):
        raise Refusal(_("The members of the deciding group ask for changes."))
    if user.pk not in decision.member_ids:
        log(
            instance=page,
            action="editorial.stand_in",
            user=user,
            revision=revision,
            data={"role": Role.STAND_IN},
        )
    task_state.specific.reject(user=user, comment=comment)
    cancel_reviews(together, user)


def cancel_reviews(pages, user):
    """Pages that were in review only because of another one are drafts again."""
    for page in pages:
        page.current_workflow_state.cancel(user=user)
