"""What a review task does where Wagtail calls its methods."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.publishing import protected_files
from kdsite.editorial.review import author_confirmation, decisions

# The page that is being sent, as its service has read it under its lock: Wagtail would read it anew.
_in_hand = ContextVar("in_hand", default=None)


@contextmanager
def in_hand(page, draft=None):
    """In it the review of ``page`` begins.

    :param draft: its newest version, where it has been read.
    """
    token = _in_hand.set((page, draft))
    try:
        yield
    finally:
        _in_hand.reset(token)


def checked_draft(workflow_state, user):
    """The version that ``user`` sends for review.

    :raises Refusal: the page keeps it back.
    """
    page, draft = _in_hand.get() or (None, None)
    if page is None or str(page.pk) != workflow_state.object_id:
        page, draft = workflow_state.content_object, None
    if draft is None:
        newest = page.get_latest_revision()
        draft = page.with_content_json(newest.content) if newest else page
    draft.check_before_review(user)
    return draft


def started(draft, task_state, user):
    """Keep the files of what was sent as they are, and write down that it was sent."""
    protected_files.rely_on(draft)
    # Wagtail's own entry about sending again names the version that was sent before.
    log(
        instance=draft,
        action="editorial.submit",
        user=user,
        revision=task_state.revision,
    )


def decide(action, task_state, user, seen=None, comment=""):
    """Approve, ask for changes or say that one has read it, by the name that Wagtail has for it.

    :raises Refusal: as they do; or there is no such ``action``.
    """
    if action == "approve":
        return decisions.approve(task_state, user, seen=seen, comment=comment)
    if action == "reject":
        return decisions.ask_for_changes(task_state, user, seen=seen, comment=comment)
    if action == "read":
        return author_confirmation.read(task_state, user, seen=seen)
    raise Refusal(_("There is no such decision."))


def can_edit(page, user):
    """May ``user`` change ``page`` while it is in review?"""
    return approval_rule.can_correct(page, user)
