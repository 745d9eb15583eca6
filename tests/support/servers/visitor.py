"""Somebody at a server that is another process."""

import requests
from django.conf import settings

from tests.support.helpers import logged_in

TOKEN = "a" * 32


class Visitor(requests.Session):
    """Asks for paths at ``address`` as a browser does, and follows no redirect."""

    def __init__(self, address):
        super().__init__()
        self.address = address
        self.headers.update({"accept": "text/html", "origin": address})

    def request(self, method, path, **how):
        # The certificates of tests are their own.
        how = {"timeout": 60, "allow_redirects": False, "verify": False} | how
        return super().request(method, self.address + path, **how)

    def send_form(self, path, data, **how):
        return self.post(path, data | {"csrfmiddlewaretoken": TOKEN}, **how)


def visitor(user, address):
    """Somebody who is logged in as ``user``."""
    found = Visitor(address)
    session = logged_in(user).cookies[settings.SESSION_COOKIE_NAME].value
    found.cookies.set(settings.SESSION_COOKIE_NAME, session)
    found.cookies.set(settings.CSRF_COOKIE_NAME, TOKEN)
    return found
