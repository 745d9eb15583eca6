"""Who needs a second factor, and whether a session was opened with one.

A second factor is asked for by allauth's log-in alone. So that no door beside it matters, the
session itself must carry the proof: :class:`~kdsite.accounts.login.middleware.SecondFactorMiddleware`.
"""

from allauth.account.internal.flows.login import (
    AUTHENTICATION_METHODS_SESSION_KEY,
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from kdsite.editorial.policy.permissions import is_guest

KINDS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def needs_one(user):
    """Does ``user`` decide on anything, where the site is not a demo?"""
    return settings.SECOND_FACTOR_REQUIRED and not is_guest(user)


def has_one(user):
    """Recovery codes alone are none."""
    return is_mfa_enabled(user, KINDS)


def is_proven(request):
    """Did this session's person show a second factor?"""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def note_proof(request, user, factor):
    """Whoever sets a factor up has it in their hand."""
    if not is_proven(request):
        record_authentication(request, user, "mfa", id=factor.pk, type=factor.type)


def forget_proof(request):
    """The factor that was shown is no more."""
    records = get_authentication_records(request, request.user)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        record for record in records if record["method"] != "mfa"
    ]
