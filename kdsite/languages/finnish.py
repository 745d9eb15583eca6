"""Finnish: Voikko's analysis of a word, from Debian's library where it is there, else pip's."""

import ctypes
import logging
import re
from collections import namedtuple
from functools import lru_cache
from itertools import accumulate
from threading import Lock

import snowballstemmer

log = logging.getLogger(__name__)

_STOPS = """
ja tai sekä että jos kun kuin niin myös mutta vaan joka jotka mikä mitä mitkä miten miksi missä
kuka ketkä se ne tämä nämä tuo nuo hän he minä sinä me te on ovat oli olivat olla ei eivät en et
emme ette siis eli vain jo vielä nyt kanssa
"""
STOPS = frozenset(_STOPS.split())
# What a question has and no text is about: a query does not ask for it.
_ASKING = """
kenen kenellä kenelle keneltä keneen kenet ketä kuinka milloin mistä mihin minne minkä millä mille
miltä mihin millainen millaista millaisia kumpi kumpaa monta montako onko oliko saada saatiin voi voiko voinko
voivatko voisi voisiko voidaan saa saako saanko sai saavat pitää pitääkö pitäisi pitäisikö täytyy
kannattaa kannattaako vaikka mitään
"""
ASKING = frozenset(_ASKING.split())
TAG = re.compile(r"(\[[^\]]+\])")
SHORTEST_PART = 2
# Possessive suffix, particle, instructive: only of a word that cannot be read otherwise. Silloin is
# then, not “by bridges”.
RARE = ("[O", "[F", "[Sin]")
# Prefixes, numbers, conjunctions, pronouns ... are no words of their own inside a compound.
NO_PART = {"p", "c", "r", "u", "ur", "k", "d", "h"}
# A part of a word; what it is derived from, and whether it is a verb all the same (äänestänyt).
Part = namedtuple("Part", "kind written lemma root verb")
# Raatilaisten: what Voikko does not know is inflected like what it does.
NEN = re.compile(r"(.+l[aä]i)(?:nen|s[^-]*)")


class Finnish:
    """What search asks of Finnish words, all in lower case.

    :param dictionary: gives Voikko's readings of a word; without one, stems stand in.
    """

    stops, asking = STOPS, ASKING
    missing = "pip install -r requirements.txt, or Debian's libvoikko1 and voikko-fi"

    def __init__(self, dictionary=None):
        self.dictionary = dictionary
        self.stemmer = snowballstemmer.stemmer("finnish")
        self.analyses = lru_cache(maxsize=5_000)(self._analyses)

    def _analyses(self, word):
        found = self.dictionary and (
            # The beginning of a compound, alone: kansalais.
            self.dictionary(word) or self.dictionary(word + "-")
        )
        read = [reading for reading in map(_read, found or ()) if reading[1]]
        # Prefer a word of its own to a compound, and a compound to a derivation.
        best = min((cost for cost, _parts in read), default=None)
        return [parts for cost, parts in read if cost == best]

    def is_half(self, word):
        """Is ``word`` the beginning of compounds (*kansalais*) and no word of its own?"""
        return bool(
            self.dictionary
            and not self.dictionary(word)
            and self.dictionary(word + "-")
        )

    def stem(self, word):
        """What stands in for the lemma of a word that has none."""
        if nen := NEN.fullmatch(word):
            return f"*{nen[1]}nen"
        return "*" + self.stemmer.stemWord(word)

    def meant(self, word):
        """The lemmas that a query of ``word`` means: of *osallistuminen* itself, not the verb."""
        analyses = self.analyses(word)
        if not analyses:
            return {self.stem(word)}
        return {_joined(parts) for parts in analyses} | {
            parts[0].root for parts in analyses if len(parts) == 1 and parts[0].verb
        }

    def lemmas(self, word):
        """Every lemma of ``word``: of *osallistumisen* also the verb, *osallistua*."""
        found = set(self.meant(word))
        for parts in self.analyses(word):
            if len(parts) == 1:
                found.add(parts[0].root)
        return found

    def parts(self, word):
        """The compound parts of ``word``, alone and where several stand together."""
        found = set()
        for parts in self.analyses(word):
            if len(parts) == 1:
                continue
            for start in range(len(parts)):
                for end in range(start + 1, len(parts) + 1):
                    some = parts[start:end]
                    if end - start > 1:
                        found.add(_joined(some))
                    elif some[0].kind not in NO_PART:
                        found.add(some[0].lemma)
        return {part for part in found if len(part) >= SHORTEST_PART}

    def seams(self, word):
        """Where the compound ``word`` can be parted: how many letters stand before each place."""
        for parts in self.analyses(word):
            written = [part.written for part in parts]
            if "".join(written) == word:
                return [*accumulate(len(part) for part in written[:-1])]
        return []

    def restored(self, word):
        """The words that ``word`` may be with its ä and ö typed as a and o.

        A Finnish word has either a, o, u or ä, ö, y; a compound of two may change once.
        """
        places = [n for n, letter in enumerate(word) if letter in "ao"]
        if not self.dictionary or not places or len(word) > 30:
            return
        tried = {word}
        for change in range(len(places) + 1):
            for dotted in (set(places[:change]), set(places[change:])):
                guess = "".join(
                    {"a": "ä", "o": "ö"}[letter] if n in dotted else letter
                    for n, letter in enumerate(word)
                )
                if guess in tried or guess in STOPS:
                    continue
                tried.add(guess)
                if self.analyses(guess):
                    yield guess


def find_dictionary():
    """Debian's Voikko, else pip's, else ``None``; one that is there and cannot be read is logged."""
    for read in (debian, pip):
        try:
            if dictionary := read():
                return dictionary
        except Exception:
            log.exception("kdsite: the Voikko of %s cannot be read", read.__name__)
    return None


def debian():
    """Looks words up in Debian's Voikko; ``None`` where it is not."""
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

    def look_up(word):
        # One handle serves one thread at a time.
        with lock:
            return outputs(word, voikko.analyze(word))

    return look_up


def outputs(word, analyses):
    """How each of ``analyses`` explains ``word``.

    Voikko gives what may be an institution's name (*Yliopisto*) once more, unexplained. Where it
    explains nothing, the base forms that it gives are the word's lemmas.
    """
    explained = [each["FSTOUTPUT"] for each in analyses if each.get("FSTOUTPUT")]
    bases = [each["BASEFORM"] for each in analyses if each.get("BASEFORM")]
    return explained or [f"[Xp]{base}[X]{word}" for base in bases]


def pip():
    """Looks words up in the Voikko that pip installs; ``None`` where it is not."""
    try:
        from kfst import TokenizationException
        from pyvoikko import VOIKKO_FST
    except ImportError:
        return None

    def look_up(word):
        try:
            return [found for found, _weight in VOIKKO_FST.lookup(word)]
        except TokenizationException:
            return []

    return look_up


def _joined(parts):
    return "".join(part.written for part in parts[:-1]) + parts[-1].lemma


def _read(output):
    """``(cost, parts)`` of one of Voikko's answers, ``[Ln][Xp]kunta[X]kunn[Sine][Nm]issa``."""
    parts = [_part(piece) for piece in output.split("[Bc]")]
    rare = sum(tag in output for tag in RARE)
    # Of suomenkielistä the adjective is as likely as the noun.
    derived = output.count("[Xj]") - output.count("[Xj]inen")
    return (len(parts), rare, derived), [part for part in parts if part.written]


def _part(output):
    """One part of a compound: the base in [Xp], the suffix of a derived word's base in [Xj]."""
    kind, written, base, ending, hidden = "", "", "", "", None
    root = noun = ""
    turned = verb = False
    for piece in TAG.split(output):
        if piece in ("[Xp]", "[Xj]"):
            base, ending, hidden = written, "", "base"
        elif piece in ("[Xr]", "[Xs]"):
            hidden = "other"
        elif piece == "[X]":
            # The verb, as long as it is one: of haastateltu haastatella, not haastattaa.
            root = root if turned else base + ending
            hidden = None
        elif piece == "[Tn4]":
            noun = "begun"
        elif piece[:2] in ("[S", "[B") and noun == "begun":
            noun = written[: written.rfind("mi") + 2] + "nen"
        elif piece in ("[Ru]", "[Rt]"):
            verb = True
        elif piece.startswith("[L"):
            turned = bool(kind)
            kind = kind or piece[2:-1]
        elif piece.startswith("["):
            continue
        elif hidden == "base":
            ending += piece
        elif hidden is None:
            written += piece
    clean = [text.replace("=", "").lower() for text in (written, base + ending, root)]
    written, lemma, root = clean
    lemma = (noun if noun != "begun" else "") or lemma or written.rstrip("-")
    # Of a noun made from a noun (osallisuus of osa) the root is another word.
    root = root if kind == "t" and root else lemma
    return Part(kind, written, lemma, root, verb)
