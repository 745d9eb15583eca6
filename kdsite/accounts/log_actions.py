"""What is done to an account, as the history calls it."""

from django.utils.translation import gettext_lazy as _


def register_log_actions(actions):
    """Wagtail's hook of this name."""
    actions.register_action(
        "accounts.ask_factor_off",
        _("Ask that a second factor be taken off"),
        _("Asked that the second factor be taken off"),
    )
    actions.register_action(
        "accounts.take_factor_off",
        _("Take off a second factor"),
        _("Second factor taken off"),
    )
