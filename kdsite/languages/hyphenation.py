"""Where a long word of a heading may be parted: soft hyphens, at the seams of its compound first.

Chromium has no Finnish or Swedish patterns for ``hyphens: auto`` and would part
*kuntademokratiaverkost|o* at the edge of a phone. Can go when it has them.
"""

import logging
import re
from functools import lru_cache

from kdsite.languages import lemmas

log = logging.getLogger(__name__)

SOFT = "\u00ad"
WORD = re.compile(r"[^\W\d_]+")
HEADING = re.compile(r"<(h[23])\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"(<[^>]*>)")
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
    speaker = lemmas.load()[language]
    return WORD.sub(lambda word: _parted(word[0], speaker), text)


def hyphenated_headings(markup, language):
    """The HTML ``markup`` with soft hyphens in the long words of its headings."""

    def heading(found):
        return "".join(
            part if part.startswith("<") else hyphenated(part, language)
            for part in TAG.split(found[0])
        )

    return HEADING.sub(heading, markup)


def unhyphenated(text):
    """Without the soft hyphens that editors may put in titles: a tab or a result shows them."""
    return str(text).replace(SOFT, "")


@lru_cache(maxsize=10_000)
def _parted(word, speaker):
    if len(word) < LONG:
        return word
    syllables = (found.start() for found in SYLLABLE.finditer(word.lower()))
    places = _inside(word, _seams(word, speaker)) or _inside(word, syllables)
    if not places:
        return word
    middle = min(places, key=lambda place: abs(place - len(word) / 2))
    halves = (word[:middle], word[middle:])
    return SOFT.join(_parted(half, speaker) for half in halves)


def _seams(word, speaker):
    """None where the dictionary fails: a page is shown all the same."""
    try:
        return speaker.seams(word.lower())
    except Exception:
        log.exception("kdsite: %r is parted without its dictionary", word)
        return []


def _inside(word, places):
    return [place for place in places if SHORTEST <= place <= len(word) - SHORTEST]
