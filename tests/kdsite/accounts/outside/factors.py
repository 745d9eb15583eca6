"""An authenticator app, and somebody who has set one up."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth

LOGIN = "/account/login/"
SHOW = "/account/second-factor/authenticate/"


def code_of(secret, later=0):
    """What an app with ``secret`` shows, ``later`` half minutes from now."""
    counter = int(time.time()) // 30 + later
    return auth.format_hotp_value(auth.hotp_value(secret, counter))


def set_up_app(client, password):
    """As somebody who is logged in does it by hand; the app's secret, and the last answer."""
    page = client.get("/account/second-factor/app/", follow=True)
    if "password" in page.context["form"].fields:
        page = client.post(
            page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"],
            {"password": password},
            follow=True,
        )
    secret = page.context["form"].secret
    answer = client.post("/account/second-factor/app/", {"code": code_of(secret)})
    return secret, answer


def give_app(user):
    """An app that ``user`` set up earlier; its secret."""
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    return secret


def codes_of(user):
    """The recovery codes of ``user`` that were not used."""
    row = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    return row.wrap().get_unused_codes()
