"""The addresses of the log-in, and those of Wagtail's that lead there.

allauth has more (signing up, further addresses, confirming them): what is not listed is not there.
"""

from functools import wraps
from urllib.parse import urlencode

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.urls import include, path, re_path, reverse_lazy
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin.localization import get_localized_response

from kdsite.accounts.login.views import FactorsView, of_codes


def screen(view):
    """``view`` in the language of whoever is logged in, else in the one that they choose there;
    for no search engine and no cache."""

    @never_cache
    @wraps(view)
    def shown(request, *args, **kwargs):
        chosen = request.GET.get("language")
        chosen = chosen if chosen in dict(settings.LANGUAGES) else None
        with override(chosen or get_language()):
            response = get_localized_response(view, request, *args, **kwargs)
            if hasattr(response, "render"):
                if request.user.is_anonymous:
                    response.context_data["addresses"] = _each_language(request)
                response.render()
        if chosen:
            response.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, samesite="Lax")
        response["X-Robots-Tag"] = "noindex"
        # The address of a reset is a key: it goes to no other site.
        response["Referrer-Policy"] = "same-origin"
        return response

    return shown


def _each_language(request):
    """This address in each language, for the switcher."""
    return {
        code: f"?{urlencode(request.GET.dict() | {'language': code})}"
        for code, _name in settings.LANGUAGES
    }


def lead_to(name):
    """A view that leads to the address called ``name``, with what was asked for after it."""
    return RedirectView.as_view(pattern_name=name, query_string=True)


_reset = RedirectView.as_view(url=reverse_lazy("account_reset_password"))
# Wagtail's own doors, before Wagtail's addresses; `admin/logout/` is posted to by its menu.
in_place_of_wagtails = [
    path("admin/login/", lead_to("account_login"), name="wagtailadmin_login"),
    path("admin/logout/", screen(account.logout), name="wagtailadmin_logout"),
    path("admin/password_reset/", _reset),
    path("admin/password_reset/<path:rest>", _reset),
]

second_factor = [
    path("", screen(FactorsView.as_view()), name="mfa_index"),
    path("authenticate/", screen(mfa.authenticate), name="mfa_authenticate"),
    path("reauthenticate/", screen(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("app/", screen(totp.activate_totp), name="mfa_activate_totp"),
    path("app/remove/", screen(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "codes/",
        screen(of_codes(codes.view_recovery_codes)),
        name="mfa_view_recovery_codes",
    ),
    path(
        "codes/new/",
        screen(of_codes(codes.generate_recovery_codes)),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "codes/download/",
        screen(of_codes(codes.download_recovery_codes)),
        name="mfa_download_recovery_codes",
    ),
    # They are listed among all factors.
    path("passkeys/", lead_to("mfa_index"), name="mfa_list_webauthn"),
    path("passkeys/add/", screen(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path(
        "passkeys/reauthenticate/",
        screen(webauthn.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        "passkeys/<int:pk>/remove/",
        screen(webauthn.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path(
        "passkeys/<int:pk>/edit/",
        screen(webauthn.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
]

urlpatterns = [
    path("second-factor/", include(second_factor)),
    path("login/", screen(account.login), name="account_login"),
    path("logout/", screen(account.logout), name="account_logout"),
    path(
        "login/code/",
        screen(account.request_login_code),
        name="account_request_login_code",
    ),
    path(
        "login/code/confirm/",
        screen(account.confirm_login_code),
        name="account_confirm_login_code",
    ),
    path(
        "reauthenticate/", screen(account.reauthenticate), name="account_reauthenticate"
    ),
    path(
        "password/change/",
        screen(account.password_change),
        name="account_change_password",
    ),
    # Whoever has no password yet chooses one by mail.
    path(
        "password/set/", lead_to("account_reset_password"), name="account_set_password"
    ),
    path(
        "password/reset/", screen(account.password_reset), name="account_reset_password"
    ),
    path(
        "password/reset/done/",
        screen(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        screen(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        screen(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]

if settings.OIDC_APPS:
    from kdsite.accounts.login.organisation import addresses

    urlpatterns.append(path("organisation/", include(addresses(screen))))
