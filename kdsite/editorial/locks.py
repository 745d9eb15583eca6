"""The locks on a page while it is in review, and while it waits for its time."""

from django.utils.translation import gettext as _
from wagtail.locks import BaseLock, WorkflowLock

from kdsite.editorial.page_kinds import is_translation


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


class ApprovedLock(BaseLock):
    """An approved page stays as it was approved until it goes out."""

    def for_user(self, user):
        return True

    def get_message(self, user):
        if is_translation(self.object):
            return _(
                "This translation is approved and waits for its time. An editor, or whoever "
                "decides on it, can take it back to draft."
            )
        return _(
            "This page is approved and waits for its time. An editor can take it back to draft."
        )

    def get_locked_by(self, user, can_lock=False):
        return _("Approved")

    def get_description(self, user, can_lock=False):
        return _("It goes out as it was approved.")


def is_locked_for(page, user):
    """Is ``page`` in review, or locked, so that ``user`` may not change it now?"""
    lock = page.get_lock()
    return bool(lock and lock.for_user(user))
