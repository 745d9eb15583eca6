"""The log-in among one's own settings in Wagtail."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks


@hooks.register("register_account_menu_item")
def change_password(request):
    return {
        "url": reverse("account_change_password"),
        "label": _("Change your password"),
        "help_text": _("You are logged out everywhere else."),
    }


@hooks.register("register_account_menu_item")
def second_factor(request):
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _(
            "Beside the password something only you have: then a stolen password opens nothing."
        ),
    }
