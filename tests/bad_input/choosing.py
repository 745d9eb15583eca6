"""Which values to which places: the same in every run, each value before any a second time."""

from itertools import cycle

from tests.bad_input import values
from tests.bad_input.places import ADDRESS, BODY, FILE, HEADER, JSON, TEXT


def rooms(routes, of=1):
    """One in ``of`` of those routes that begin alike, and at least one."""
    found = {}
    for route in routes:
        found.setdefault("/".join(route.split("/")[:2]), []).append(route)
    return [
        route for room in found.values() for route in spread(room, -(-len(room) // of))
    ]


def spread(items, number=None, start=0):
    """So many of ``items``, from the one numbered ``start`` on and round; ``None``: all."""
    if number is None or number >= len(items):
        return items
    steps = (start + len(items) * step // number for step in range(number))
    return [items[step % len(items)] for step in steps]


class Values:
    """``next(place)``: the name of a value, and the value that is sent to the next such place."""

    def __init__(self):
        texts = values.TEXTS
        kinds = {
            ADDRESS: values.IN_ADDRESSES,
            TEXT: texts,
            JSON: values.JSON | texts,
            FILE: values.FILES,
            HEADER: values.HEADERS,
            BODY: values.BODIES,
        }
        self._ahead = {kind: cycle(named.items()) for kind, named in kinds.items()}

    def next(self, place):
        return next(self._ahead[place.kind])
