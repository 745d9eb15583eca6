"""The log-in of an organisation (OpenID Connect), where settings name one.

It opens only an account whose owner, logged in and asked again who they are, has tied it to theirs:
no account is made or found by the address that it tells. A second factor is asked for after it.
"""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount import views
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Nobody comes in whom their own account does not know."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        connecting = sociallogin.state.get("process") == AuthProcess.CONNECT
        if not (connecting or sociallogin.is_existing):
            _back(
                request,
                _(
                    "No account here is tied to this log-in yet. Log in with your password, and "
                    "tie it to your account in your own settings."
                ),
            )

    def on_authentication_error(self, request, provider, **_details):
        _back(request, _("Your organisation did not log you in. Please try again."))


def _back(request, sentence):
    messages.error(request, sentence)
    raise ImmediateHttpResponse(redirect("account_login"))


def addresses(screen):
    """The addresses, each shown by ``screen``."""
    return [
        path("", screen(views.connections), name="socialaccount_connections"),
        path(
            "<str:provider_id>/login/", screen(oidc.login), name="openid_connect_login"
        ),
        path(
            "<str:provider_id>/callback/",
            screen(oidc.callback),
            name="openid_connect_callback",
        ),
    ]
