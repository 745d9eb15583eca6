"""The log-in among one's own settings in Wagtail."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from kdsite.accounts.log_actions import register_log_actions
from kdsite.editorial.policy.permissions import runs_the_site

hooks.register("register_log_actions", register_log_actions)


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


@hooks.register("register_account_menu_item")
def lost_factor(request):
    if not runs_the_site(request.user):
        return None
    return {
        "url": reverse("lost_factor"),
        "label": _("A second factor is lost"),
        "help_text": _("Of somebody else: two of you take it off."),
    }


@hooks.register("register_user_listing_buttons")
def take_factor_off(user, request_user):
    if runs_the_site(request_user) and user != request_user:
        yield Button(
            _("Second factor is lost"),
            f"{reverse('lost_factor')}?account={user.pk}",
            priority=40,
        )


@hooks.register("register_account_menu_item")
def organisation(request):
    if not settings.OIDC_APPS:
        return None
    return {
        "url": reverse("socialaccount_connections"),
        "label": _("The log-in of your organisation"),
        "help_text": _(
            "Tie it to your account, and it opens your account beside your password."
        ),
    }
