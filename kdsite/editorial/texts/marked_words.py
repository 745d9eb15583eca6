"""Which words of two versions of a text differ: beside each other, or in one."""

import re
from difflib import SequenceMatcher
from html import unescape

from django.utils.html import strip_tags

WORDS = re.compile(r"\S+|\s+")
GONE, NEW, SAME = "gone", "new", "same"


def marked_words(before, now):
    """Both texts in parts, ``(text, is_changed)``: changed is what the other one does not have there."""
    found = [], []
    for is_same, *texts in _pieces(WORDS.findall(before), WORDS.findall(now), ""):
        for parts, text in zip(found, texts, strict=True):
            if text:
                parts.append((text, not is_same and not text.isspace()))
    return found


def word_changes(before, now):
    """``(how, words)`` for each part of the two strings (HTML) in one, in order: what is gone stands
    before what is new in its place."""
    old, new = (unescape(strip_tags(text)).split() for text in (before, now))
    found = []
    for is_same, gone, come in _pieces(old, new, " "):
        ways = [(SAME, come)] if is_same else [(GONE, gone), (NEW, come)]
        found += [(how, words) for how, words in ways if words]
    return found


def _pieces(old, new, between):
    """``(is_same, old words, new words)`` for each stretch of the two lists."""
    matcher = SequenceMatcher(None, old, new, False)
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        yield tag == "equal", between.join(old[a:a_end]), between.join(new[b:b_end])
