"""A number for each request, the same in the web server's log and in ours."""

import re
from contextvars import ContextVar
from uuid import uuid4

HEADER = "X-Request-ID"
# As nginx makes it.
FORM = re.compile("[0-9a-f]{32}")

_current = ContextVar("request_id", default="")


def current():
    """That of the request that is being answered; empty outside of one."""
    return _current.get()


class RequestIdMiddleware:
    """Takes the number that the web server in front has given, or gives one."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get(HEADER, "")
        number = given if FORM.fullmatch(given) else uuid4().hex
        before = _current.set(number)
        try:
            return self.get_response(request)
        finally:
            _current.reset(before)
