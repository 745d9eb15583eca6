"""Words to lemmas and compound parts, for search; the same terms whatever the database.

A term is what the index holds and a query asks for: a word as it stands, its lemma, a part of a
compound (*kuntademokratiaverkosto*: kunta, demokratia, verkosto); with ``*`` in front a stem, with
``~`` in front any of them with its å, ä and ö as a and o.
"""

import logging
import re
import unicodedata
from functools import lru_cache
from threading import Lock

from kdsite.languages import finnish, swedish
from kdsite.languages.finnish import Finnish
from kdsite.languages.swedish import Swedish

log = logging.getLogger(__name__)

LONGEST = 60
# How near a term is to the word that it was made from.
SAME, PART = 1.0, 0.5
# ... and to the word that a reader may have meant by typing a for ä.
LOOSE = 0.2
# A number is one word however its thousands are parted: 5 000.
WORD = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|[^\W_]+(?:-[^\W_]+)*")
GAPS = str.maketrans("", "", " \u00a0\u202f")
DOTLESS = str.maketrans("åäö", "aao")
# Soft hyphens and marks of direction are no part of a word; some hyphens look like another.
UNSEEN = "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
PLAIN = str.maketrans("\u2010\u2011", "--", UNSEEN)
_lock = Lock()
# What was loaded, by the language's code.
_languages = {}


def load():
    """Read the dictionaries, once for each process: the server does it before its first request.

    Takes some seconds and, without Debian's Voikko, some 400 MB. Whatever is missing is said
    once in the log, and stems stand in for it.
    """
    with _lock:
        if not _languages:
            _languages.update(_read())
        return _languages


def _read():
    languages = {
        "fi": Finnish(finnish.find_dictionary()),
        "sv": Swedish(swedish.find_dictionary()),
    }
    for language in languages.values():
        if not language.dictionary:
            log.warning(
                "kdsite: no dictionary of %s, searching by stems: %s",
                type(language).__name__,
                language.missing,
            )
    return languages


def is_loaded():
    """Whether :func:`load` has been done in this process."""
    return bool(_languages)


def clean(text):
    """``text`` in one spelling: composed letters, plain hyphens, nothing that is not seen."""
    return unicodedata.normalize("NFC", str(text)).translate(PLAIN)


def words(text):
    """The words of a :func:`clean` text, as matches with their places."""
    return WORD.finditer(text)


def written(match):
    """The word of a match of :func:`words`: in lower case, a number without gaps."""
    return match[0].lower().translate(GAPS)


def dotless(word):
    """``word`` with its å, ä and ö as a and o."""
    return word.translate(DOTLESS)


def terms(word, language):
    """What the index holds for ``word``: ``{term: how near}``; fails where its dictionary does."""
    return _terms(word.lower(), load()[language])


def as_it_stands(word, language):
    """What the index holds for ``word``, in any ``language``, where its dictionary fails."""
    word = word.lower()[:LONGEST]
    return dict.fromkeys({word, _dotless(word)}, SAME)


@lru_cache(maxsize=20_000)
def _terms(word, speaker):
    found = {word[:LONGEST]: SAME}
    if len(word) > LONGEST or word in speaker.stops:
        return found
    found |= dict.fromkeys(speaker.lemmas(word), SAME)
    for part in speaker.parts(word):
        found.setdefault(part, PART)
    for piece in word.split("-") if "-" in word else ():
        for part in (piece, *speaker.lemmas(piece), *speaker.parts(piece)):
            found.setdefault(part, PART)
    for term in [term for term in found if "-" in term]:
        found.setdefault(term.replace("-", ""), PART)
    for term, near in list(found.items()):
        if term[0] != "*":
            found.setdefault(_dotless(term), near)
    return found


def _dotless(term):
    """``term`` with its å, ä and ö as a and o, marked; one that has none is left as it is."""
    plain = term.translate(DOTLESS)
    return term if plain == term else "~" + plain


def sought(word, language):
    """What a query asks for by ``word``: ``{term: how near}``, below 1 if only by its letters.

    Where its dictionary fails, that is logged, and the word is searched as it stands.
    """
    word = word.lower()
    try:
        return _sought(word, load()[language])
    except Exception:
        # Without the word: what somebody searched for is nobody's business.
        log.exception("kdsite: a word is searched as it stands")
        return {word[:LONGEST]: SAME} | _loosely(word)


def _loosely(word):
    """What readers may mean who type a and o for å, ä and ö."""
    return {"~" + word[:LONGEST]: LOOSE} if word == word.translate(DOTLESS) else {}


@lru_cache(maxsize=2_000)
def _sought(word, speaker):
    found = {word[:LONGEST]: SAME}
    if len(word) > LONGEST:
        return found
    found |= dict.fromkeys(speaker.meant(word), SAME)
    for term in [term for term in found if "-" in term]:
        found.setdefault(term.replace("-", ""), PART)
    # Hämärin is of the name Hämäri, too, which no dictionary knows.
    found.setdefault(speaker.stem(word), PART)
    if loosely := _loosely(word):
        found |= loosely
        for restored in speaker.restored(word):
            for term in (restored, *speaker.meant(restored)):
                if term not in speaker.stops:
                    found.setdefault(term, LOOSE)
    return found


def is_half(word, language):
    """Is ``word`` the beginning of compounds (*kansalais*) and no word of its own?"""
    try:
        return load()[language].is_half(word.lower())
    except Exception:
        log.exception("kdsite: a word is searched as it stands")
        return False


def without_stops(asked, language):
    """``asked`` (words) without *ja*, *och* and their like, nor what only asks (*miten*, *får*),
    unless nothing else is left."""
    speaker = load()[language]
    telling = [word for word in asked if word.lower() not in speaker.stops]
    return (
        [word for word in telling if word.lower() not in speaker.asking]
        or telling
        or asked
    )
