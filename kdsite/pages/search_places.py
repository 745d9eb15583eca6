"""What of a page is searched, and how much it weighs."""

from enum import IntEnum


class Place(IntEnum):
    """Where on a page a word stands; the value is what a word there weighs."""

    TITLE = 80
    NAMES = 20
    LEAD = 16
    TEXT = 4
    # What somebody is, and where: less than what anybody writes.
    FACTS = 1
