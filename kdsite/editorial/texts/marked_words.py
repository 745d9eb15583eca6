"""Which words of two versions of a text differ."""

import re
from difflib import SequenceMatcher

WORDS = re.compile(r"\S+|\s+")


def marked_words(before, now):
    """Both texts in parts, ``(text, is_changed)``: changed is what the other one does not have there."""
    old, new = WORDS.findall(before), WORDS.findall(now)
    found = [], []
    for tag, a, a_end, b, b_end in SequenceMatcher(None, old, new, False).get_opcodes():
        for parts, words in zip(found, (old[a:a_end], new[b:b_end]), strict=True):
            text = "".join(words)
            if text:
                parts.append((text, tag != "equal" and not text.isspace()))
    return found
