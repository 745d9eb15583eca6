"""What is done to an account, as the history calls it."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "ask_factor_off": (
        _("Ask that a second factor be taken off"),
        _("Asked that the second factor be taken off"),
    ),
    "take_factor_off": (
        _("Take off a second factor"),
        _("Second factor taken off"),
    ),
    "logged_in": (_("Log in"), _("Logged in")),
    "refused": (
        _("Wrong code"),
        _("A wrong code was given with the right password"),
    ),
    "password_changed": (_("Change a password"), _("Password changed")),
    "factor_added": (_("Add a second factor"), _("Second factor added")),
    "factor_removed": (_("Remove a second factor"), _("Second factor removed")),
    "exported": (_("Take a list away as a file"), _("Took a list away as a file")),
}


def register_log_actions(actions):
    """Wagtail's hook of this name."""
    for name, (label, message) in ACTIONS.items():
        actions.register_action(f"accounts.{name}", label, message)
