"""Every address of the URL conf, with real ids in its places."""

import itertools
import re

from django.urls import get_resolver

PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")

# A page with its own version, a model with its own app.
TOGETHER = (
    ("page_id", "page_pk", "pk", "object_id", "revision_id"),
    ("app_label", "app_name", "model_name"),
    ("revision_id_a", "revision_id_b"),
)


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
    """``route`` with ``values`` (name to list) in its places.

    Every place takes all its values; those that belong together (:data:`TOGETHER`) move on
    together, the others are combined.
    """
    shape = PLACE.sub("{}", route)
    shape = "/" + re.sub(r"\\Z|[$^\\]", "", shape)
    names = places(route)
    groups = {_group(name) for name in names}
    order = sorted(groups, key=[_group(name) for name in names].index)
    steps = [range(max(len(values[n]) for n in names if _group(n) == g)) for g in order]
    for chosen in itertools.islice(itertools.product(*steps), limit):
        at = dict(zip(order, chosen, strict=True))
        filled = [values[n][at[_group(n)] % len(values[n])] for n in names]
        yield shape.format(*filled)


def _group(name):
    return next((group for group in TOGETHER if name in group), name)
