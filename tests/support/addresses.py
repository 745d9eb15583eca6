"""Every address of the URL conf, with real ids in its places."""

import itertools
import re

from django.urls import get_resolver

PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


def routes(resolver=None, prefix=""):
    """Every route of the URL conf as text, ``admin/pages/<int:page_id>/edit/``."""
    resolver = resolver or get_resolver()
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern, route)
        else:
            yield route


def unknown_places(route, values):
    """Names of places in ``route`` that ``values`` has nothing for."""
    return {name for name in places(route) if name not in values}


def places(route):
    return [first or second for first, second in PLACE.findall(route)]


def addresses(route, values, limit=60):
    """``route`` with every combination of ``values`` (name to list) in its places."""
    shape = PLACE.sub("{}", route)
    shape = "/" + re.sub(r"\\Z|[$^\\]", "", shape)
    choices = [values[name] for name in places(route)]
    for chosen in itertools.islice(itertools.product(*choices), limit):
        yield shape.format(*chosen)
