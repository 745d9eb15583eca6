"""What the history of a profile says of its account."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter


def register_log_actions(actions):
    """Wagtail's hook of this name."""

    @actions.register_action("community.tie_asked")
    class AskedFormatter(LogFormatter):
        label = gettext_lazy("Account proposed")

        def format_message(self, entry):
            return _("Is the account %(account)s (%(address)s) this author's?") % (
                entry.data
            )

    @actions.register_action("community.tie_confirmed")
    class ConfirmedFormatter(LogFormatter):
        label = gettext_lazy("Account confirmed")

        def format_message(self, entry):
            return _("The account %(account)s (%(address)s) is this author's.") % (
                entry.data
            )

    @actions.register_action("community.tie_refused")
    class RefusedFormatter(LogFormatter):
        label = gettext_lazy("Account refused")

        def format_message(self, entry):
            return _("The account %(account)s (%(address)s) is not this author's.") % (
                entry.data
            )
