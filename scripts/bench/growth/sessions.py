"""People of the desk who have come in, and have shown their second factor."""

from types import SimpleNamespace

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.test import Client


def logged_in(user):
    client = Client(
        headers={"host": settings.ALLOWED_HOSTS[0], "x-forwarded-proto": "https"}
    )
    client.force_login(user)
    request = SimpleNamespace(session=client.session)
    record_authentication(request, user, "mfa", type="totp")
    request.session.save()
    return client
