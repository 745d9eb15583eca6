"""Where a long word may be parted: soft hyphens, at the seams of its compound first.

Chromium has no Finnish or Swedish patterns for ``hyphens: auto`` and would part
*kuntademokratiaverkost|o* at the edge of a phone. Can go when it has them.
"""

import logging
import re
from functools import lru_cache

from kdsite.languages import lemmas

log = logging.getLogger(__name__)

SOFT = "\u00ad"
# Shorter words, and shorter parts of a compound, fit on a line of a phone with letters twice as large.
LONG = 13
TOKEN = re.compile(rf"\S{{{LONG},}}")
WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
# Addresses are copied as they stand.
ADDRESS = re.compile(r"@|://|\w\.\w")
# As many letters stay together at both ends.
SHORTEST = 4
VOWELS = "aeiouyåäö"
# Before a consonant that a vowel follows begins a syllable; in Swedish what begins a word together
# stays together: fram|ställning, finsk|språkig.
_LETTER, _CONSONANT = r"[^\W\d_]", rf"[^\W\d_{VOWELS}]"
SYLLABLES = {
    "fi": re.compile(rf"(?<={_LETTER})(?={_CONSONANT}[{VOWELS}])"),
    "sv": re.compile(
        rf"(?<={_LETTER})(?:(?=s[kpt]r[{VOWELS}])|(?<={_CONSONANT})(?=s[kpt][{VOWELS}])"
        rf"|(?<!s)(?=[bdfgkpt]r[{VOWELS}])"
        rf"|(?<!{_CONSONANT}s)(?<![bdfgkpt](?=r))(?={_CONSONANT}[{VOWELS}]))"
    ),
}


def hyphenated(text, language):
    """``text`` with soft hyphens in its long words; those that an editor has set are kept, and
    words of a language that is not the site's stay whole.

    Nothing is read from disk for it: while the dictionaries are not loaded the text stays as it is.
    """
    if not lemmas.is_loaded() or SOFT in text:
        return text
    speaker = lemmas.load().get(language)
    if speaker is None:
        return text

    def parted(token):
        if ADDRESS.search(token[0]):
            return token[0]
        return WORD.sub(
            lambda word: _parted(word[0], speaker, SYLLABLES[language]), token[0]
        )

    return TOKEN.sub(parted, text)


def unhyphenated(text):
    """Without the soft hyphens that editors may put in titles: a tab or a result shows them."""
    return str(text).replace(SOFT, "")


@lru_cache(maxsize=10_000)
def _parted(word, speaker, syllables):
    if len(word) < LONG:
        return word
    starts = (found.start() for found in syllables.finditer(word.lower()))
    places = _inside(word, _seams(word, speaker)) or _inside(word, starts)
    if not places:
        return word
    middle = min(places, key=lambda place: abs(place - len(word) / 2))
    halves = (word[:middle], word[middle:])
    return SOFT.join(_parted(half, speaker, syllables) for half in halves)


def _seams(word, speaker):
    """None where the dictionary fails: a page is shown all the same."""
    try:
        return speaker.seams(word.lower())
    except Exception:
        log.exception("kdsite: %r is parted without its dictionary", word)
        return []


def _inside(word, places):
    return [place for place in places if SHORTEST <= place <= len(word) - SHORTEST]
