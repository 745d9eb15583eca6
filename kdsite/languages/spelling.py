"""Which words are misspelt: Debian's Voikko reads Finnish, Debian's hunspell Swedish.

Either may be missing: pip has neither (pyvoikko analyses words only; the bindings of hunspell are
stale), and the site does without.
"""

import ctypes
import logging
import subprocess
from functools import cache, lru_cache
from shutil import which
from threading import Lock

from kdsite.languages import lemmas

log = logging.getLogger(__name__)

MOST_SUGGESTIONS = 2
SHORTEST_COMPOUND = 8
# What hunspell may take for the words of a text; it starts in a tenth of a second.
SECONDS = 10
PACKAGES = {"fi": "libvoikko1, voikko-fi", "sv": "hunspell, hunspell-sv"}


def misspelt(words, language):
    """Those of ``words`` that are written wrongly: ``{word: (what may be meant, …)}``, at most two
    each, the likeliest first; ``None`` where nothing on this machine knows."""
    speller = _speller(language)
    if speller is None:
        return None
    try:
        return speller(sorted(set(words)))
    except Exception:
        # Without the words: they are of somebody's draft.
        log.exception("kdsite: the spelling of %s was not checked", language)
        return None


@cache
def _speller(language):
    """Said once for each process where it is missing."""
    speller = {"fi": _voikko, "sv": _hunspell}[language]()
    if speller is None:
        needed = PACKAGES[language]
        log.warning(
            "kdsite: spelling of %s is not checked: install %s", language, needed
        )
    return speller


def _voikko():
    try:
        ctypes.CDLL("libvoikko.so.1")
        from libvoikko import Voikko, VoikkoException
    except (ImportError, OSError):
        return None
    try:
        voikko = Voikko("fi")
    except VoikkoException:
        return None
    lock = Lock()

    @lru_cache(maxsize=2_000)
    def look_up(word):
        # An abbreviation is right with its full stop only: esim.
        if voikko.spell(word) or voikko.spell(f"{word}."):
            return None
        return tuple(voikko.suggest(word)[:MOST_SUGGESTIONS])

    def look_all_up(words):
        # One handle serves one thread at a time.
        with lock:
            found = {word: look_up(word) for word in words}
        return {word: meant for word, meant in found.items() if meant is not None}

    return look_all_up


def _hunspell():
    program = which("hunspell")
    if not program:
        return None

    def answer(mode, lines):
        done = subprocess.run(  # noqa: S603 - the words go in by its input
            [program, "-d", "sv_FI", "-i", "utf-8", mode],
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            encoding="utf-8",
        )
        return done.stdout

    def look_all_up(words):
        unknown = answer("-l", words).split()
        # Of compounds it has the common ones; the list that search reads by puts them together.
        wrong = [word for word in unknown if not _is_compound(word.lower())]
        # ^ in front: what the line begins with is no command.
        answers = answer("-a", [f"^{word}" for word in wrong])
        # The first line tells the version, an empty one ends the answer to each word.
        answers = answers.partition("\n")[2].split("\n\n")
        return dict(zip(wrong, map(_suggested, answers), strict=False))

    try:
        answer("-l", ["kommun"])
    except subprocess.SubprocessError:
        # Its dictionary is a package of its own.
        return None
    return look_all_up


def _is_compound(word):
    """Of short words that proves nothing: *budjet* would be one, of bud and jet."""
    compounds = lemmas.load()["sv"].compounds
    return len(word) >= SHORTEST_COMPOUND and bool(compounds.split(word))


def _suggested(answer):
    """What ``& budjet 3 1: budget, budet, bjudet`` offers."""
    _head, _colon, offered = answer.partition(": ")
    return tuple(filter(None, map(str.strip, offered.split(","))))[:MOST_SUGGESTIONS]
