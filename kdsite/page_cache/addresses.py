"""Which requests ask for a readers' page, and which of their parameters mean something."""

import re

from django.conf import settings
from django.utils.http import urlencode

# What is no page of a language, and for everybody alike.
OF_NO_LANGUAGE = re.compile(r"/(robots\.txt|sitemap(-\d+)?\.xml)")
# What the site asks for in an address; anything else (a campaign, a click's number) means nothing.
MEANINGFUL = ("as_typed", "author", "language", "page", "q", "theme", "year")
# Who has one of these is somebody: nothing of theirs is kept or given.
OWN_COOKIES = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)


def is_for_everybody(request):
    """Is what ``request`` asks for the same for every reader, as far as the request tells?"""
    return (
        request.method in ("GET", "HEAD")
        and (
            _is_of_a_language(request.path_info)
            or OF_NO_LANGUAGE.fullmatch(request.path_info)
        )
        and "HTTP_AUTHORIZATION" not in request.META
        and not any(name in request.COOKIES for name in OWN_COOKIES)
    )


def _is_of_a_language(path):
    return any(path.startswith(f"/{code}/") for code, _name in settings.LANGUAGES)


def tidy(request):
    """Leave of the parameters of ``request`` those that mean something, once each, in one order."""
    if not request.META.get("QUERY_STRING"):
        return
    given = {name: request.GET.get(name, "").strip() for name in MEANINGFUL}
    if not (given["page"].isdecimal() and given["page"] != "1"):
        del given["page"]
    request.META["QUERY_STRING"] = urlencode(
        [(name, value) for name, value in given.items() if value]
    )
    # It was put together from what is left now.
    del request.GET


def name_of(request):
    """What ``request``, tidied, asks for: two with one name get one answer."""
    return "|".join(
        (
            request.scheme,
            request.get_host(),
            request.path_info,
            request.META.get("QUERY_STRING", ""),
        )
    )
