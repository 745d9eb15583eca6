"""Somebody who is logged in, at a server of its own process."""

import requests
from django.conf import settings

from tests.support.helpers import logged_in

TOKEN = "a" * 32


def visitor(user, address):
    """A session of ``requests`` with the cookies of ``user``, and the token that forms ask for."""
    session = requests.Session()
    session.cookies.update(
        {
            settings.SESSION_COOKIE_NAME: logged_in(user)
            .cookies[settings.SESSION_COOKIE_NAME]
            .value,
            settings.CSRF_COOKIE_NAME: TOKEN,
        }
    )
    session.headers.update({"accept": "text/html", "origin": address})
    return session


def with_token(data):
    return data | {"csrfmiddlewaretoken": TOKEN}
