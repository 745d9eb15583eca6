"""Where a long word of a heading may be parted: soft hyphens, at the seams of its compound first.

Chromium has no Finnish or Swedish patterns for ``hyphens: auto`` and would part
*kuntademokratiaverkost|o* at the edge of a phone. Can go when it has them.
"""

import re
from functools import lru_cache

from kdsite import lemmas

SOFT = "\u00ad"
WORD = re.compile(r"[^\W\d_]+")
# Shorter words, and shorter parts of a compound, fit on any line of 320 pixels.
LONG = 16
# As many letters stay together at both ends.
SHORTEST = 4
VOWELS = "aeiouyåäö"
# Before a consonant that a vowel follows begins a syllable, in both languages.
SYLLABLE = re.compile(rf"(?<=[^\W\d_])(?=[^\W\d_{VOWELS}][{VOWELS}])")


def hyphenated(text, language):
    """``text`` with soft hyphens in its long words; those that an editor has set are kept.

    Nothing is read from disk for it: while the dictionaries are not loaded the text stays as it is.
    """
    if not lemmas.is_loaded() or SOFT in text:
        return text
    return WORD.sub(lambda word: _parted(word[0], language), text)


def unhyphenated(text):
    """Without the soft hyphens that editors may put in titles: a tab or a result shows them."""
    return str(text).replace(SOFT, "")


@lru_cache(maxsize=10_000)
def _parted(word, language):
    if len(word) < LONG:
        return word
    seams = lemmas.load()[language].seams(word.lower())
    syllables = (found.start() for found in SYLLABLE.finditer(word.lower()))
    places = _inside(word, seams) or _inside(word, syllables)
    if not places:
        return word
    middle = min(places, key=lambda place: abs(place - len(word) / 2))
    halves = (word[:middle], word[middle:])
    return SOFT.join(_parted(half, language) for half in halves)


def _inside(word, places):
    return [place for place in places if SHORTEST <= place <= len(word) - SHORTEST]
