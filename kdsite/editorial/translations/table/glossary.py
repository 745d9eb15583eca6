"""Terms of the glossary in a text, in whatever form they stand there; and those that a translation renders
otherwise."""

import logging
import re
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from kdsite.editorial.models import Term
from kdsite.editorial.texts.marks import words_of

log = logging.getLogger(__name__)

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# How near a part of a compound is to the word.
WHOLE = 1.0


@dataclass
class Found:
    """A term in a text: ``said`` as it stands there, ``ways`` to say it in the other language; ``note``;
    ``is_otherwise``: its translation says it in none of these ways."""

    said: str
    ways: list
    note: str = ""
    is_otherwise: bool = False

    @property
    def way(self):
        return self.ways[0]


class Glossary:
    """Every term, to be found in texts of ``source`` and of ``target`` (codes of languages); one query."""

    def __init__(self, source, target):
        self.source, self.target = source, target
        self.terms = []
        for term in Term.objects.all():
            said, ways = term.ways(source), term.ways(target)
            if said and ways:
                self.terms += [(_wanted(way, source), ways, term.note) for way in said]
        # What says more comes first: its words are not found once more.
        self.terms.sort(key=lambda each: -len(each[0]))

    def __bool__(self):
        return bool(self.terms)

    def find(self, original, translated=""):
        """Each :class:`Found` in ``original`` (a string's HTML), in its order.

        :param translated: what its translation says, if it says anything.
        """
        if not self.terms:
            return []
        text = words_of(original)
        words = list(WORD.finditer(text))
        forms = [_lemmas(match[0].lower(), self.source, WHOLE) for match in words]
        taken, found = set(), {}
        for wanted, ways, note in self.terms:
            for place in _places(wanted, forms):
                span = range(place, place + len(wanted))
                if taken.isdisjoint(span):
                    taken.update(span)
                    said = text[words[place].start() : words[span[-1]].end()]
                    found.setdefault(ways[0], (place, Found(said, ways, note)))
        found = [each for _place, each in sorted(found.values(), key=lambda e: e[0])]
        if translated:
            self._compare(found, words_of(translated))
        return found

    def _compare(self, found, translated):
        # A part of a compound is said so, too.
        forms = [
            _lemmas(match[0].lower(), self.target, 0)
            for match in WORD.finditer(translated)
        ]
        for each in found:
            each.is_otherwise = not any(
                _places(_wanted(way, self.target), forms) for way in each.ways
            )


def _wanted(way, language):
    """The lemmas of each word of ``way``."""
    return [_lemmas(match[0].lower(), language, WHOLE) for match in WORD.finditer(way)]


def _places(wanted, forms):
    """Where the words that are ``wanted`` stand one after another in a text of these ``forms``."""
    return [
        start
        for start in range(len(forms) - len(wanted) + 1)
        if wanted
        and all(
            not want.isdisjoint(forms[start + number])
            for number, want in enumerate(wanted)
        )
    ]


@cache
def _word_forms():
    return import_string(settings.EDITORIAL_WORD_FORMS)


def _lemmas(word, language, near):
    """The lemmas of ``word``, as search has them; with the parts of a compound where ``near`` is lower."""
    try:
        terms = _word_forms()(word, language)
    except Exception:
        # Without its dictionary a word is known by itself.
        log.exception("kdsite: a word of a translation is taken as it stands")
        return frozenset({word})
    return frozenset(
        term for term, how in terms.items() if how >= near and term[0] != "~"
    )
