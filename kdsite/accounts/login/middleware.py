"""Without the second factor that it needs an account reaches only where one is set up or shown."""

from django.conf import settings
from django.shortcuts import redirect

from kdsite.accounts.login import second_factor

LEAVE = {"account_logout", "wagtailadmin_logout"}
# For whoever has none yet; for whoever has one and did not show it.
SET_UP = LEAVE | {
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
}
SHOW = LEAVE | {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}


class SecondFactorMiddleware:
    """Looks at every address that somebody with a session asks for, whatever they ask it for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        # Readers have no session, and their pages do not vary by one; whoever holds a private link
        # is nobody's account.
        name = request.resolver_match.view_name or ""
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if not has_session or name.startswith("editorial_reading"):
            return None
        user = request.user
        if not user.is_authenticated or second_factor.is_proven(request):
            return None
        if not second_factor.needs_one(user):
            return None
        has_one = second_factor.has_one(user)
        if name in (SHOW if has_one else SET_UP):
            return None
        return redirect("mfa_reauthenticate" if has_one else "mfa_index")
