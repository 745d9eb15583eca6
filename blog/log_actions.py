"""What the history of a post says of its own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter


def register_log_actions(actions):
    """Wagtail's hook of this name."""

    @actions.register_action("blog.consent")
    class ConsentFormatter(LogFormatter):
        label = gettext_lazy("Right to publish confirmed")

        def format_message(self, entry):
            return _("%(name)s has confirmed: “%(text)s”") % {
                "name": entry.data.get("name", "–"),
                "text": entry.data.get("text", ""),
            }

    @actions.register_action("blog.invite")
    class InviteFormatter(LogFormatter):
        label = gettext_lazy("Invited to write")

        def format_message(self, entry):
            slot = entry.data.get("slot")
            if slot:
                return _("Invited to write for %(slot)s") % {"slot": slot}
            return _("Invited to write")

    @actions.register_action("blog.renew_invitation")
    class RenewFormatter(LogFormatter):
        label = gettext_lazy("New link sent")

        def format_message(self, entry):
            return _("A new link was sent to the invited person")
