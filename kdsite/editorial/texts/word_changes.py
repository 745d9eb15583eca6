"""Which words of a string are new, and which are gone."""

from difflib import SequenceMatcher
from html import unescape

from django.utils.html import strip_tags

GONE, NEW, SAME = "gone", "new", "same"


def word_changes(before, now):
    """``(how, words)`` for each part of the two strings (HTML), in order: what is gone stands before what
    is new in its place."""
    old, new = (unescape(strip_tags(text)).split() for text in (before, now))
    found = []
    matcher = SequenceMatcher(None, old, new, False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        if tag == "equal":
            found.append((SAME, " ".join(new[b:b_end])))
            continue
        if a < a_end:
            found.append((GONE, " ".join(old[a:a_end])))
        if b < b_end:
            found.append((NEW, " ".join(new[b:b_end])))
    return found
