"""Names and titles hold what can be printed, in the order in which it is written."""

import re

# Control characters, but for tabs and ends of lines; and what turns the order of letters around, so
# that a name is read as another one (Unicode's bidirectional overrides, embeddings and isolates).
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]")


def printable(text):
    """``text`` without control characters and changes of direction."""
    return UNPRINTABLE.sub("", text)
