"""The lock on a page while it is in review."""

from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class ReviewLock(WorkflowLock):
    """Nobody but the people who decide may change the text that they are reading."""

    def get_message(self, user):
        if self.for_user(user):
            return _(
                "This page is in review. You can change it when the review is over, "
                "or when you take it back."
            )
        return _(
            "This page is in review. If you change it, somebody else must approve it."
        )

    def get_locked_by(self, user, can_lock=False):
        return _("In review")

    def get_description(self, user, can_lock=False):
        return _("Only the people who review this page can change it now.")
