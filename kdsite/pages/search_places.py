"""What of a page is searched, and how much it weighs."""

from enum import IntEnum


class Place(IntEnum):
    """Where on a page a word stands; the value is what a word there weighs."""

    TITLE = 20
    NAMES = 5
    LEAD = 4
    TEXT = 1
