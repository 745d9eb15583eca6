"""What a review task does where Wagtail calls its methods."""

from wagtail.log_actions import log

from kdsite.editorial.policy import approval_rule
from kdsite.editorial.publishing import protected_files


def checked_draft(workflow_state, user):
    """The version that ``user`` sends for review.

    :raises Refusal: the page keeps it back.
    """
    draft = workflow_state.content_object.get_latest_revision_as_object()
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


def can_edit(page, user):
    """May ``user`` change ``page`` while it is in review?"""
    return approval_rule.can_correct(page, user)
