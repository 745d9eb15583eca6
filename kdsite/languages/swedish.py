"""Swedish: simplemma's list of forms, stems for what it lacks, compounds put together from words."""

import logging
from importlib.metadata import version
from itertools import product

import snowballstemmer

from kdsite.languages.swedish_compounds import Compounds
from kdsite.languages.swedish_forms import Forms
from kdsite.languages.word_list import WordList, kept

log = logging.getLogger(__name__)

_STOPS = """
och eller att som det den de dem dess en ett i på av för till med från om är var vara har hade
inte vad hur när där här vem vilka vilken vilket så men man vi jag du ni han hon sig sin sitt sina
också kan ska skall skulle då än väl åt under över vid efter mot mellan nu
"""
STOPS = frozenset(_STOPS.split())
# What a question has and no text is about: a query does not ask for it.
_ASKING = """
varför vart varifrån vems hurdan hurudan får fick få kunde bör borde måste vill ville gör göra gjorde
fast bara
"""
ASKING = frozenset(_ASKING.split())
LONGEST_RESTORED = 5
SHORTEST_NAME = 3


class Swedish:
    """What search asks of Swedish words, all in lower case.

    :param dictionary: a :class:`~kdsite.languages.word_list.WordList`; without one, stems stand in.
    """

    stops, asking = STOPS, ASKING
    missing = "pip install -r requirements.txt"

    def __init__(self, dictionary=None):
        self.dictionary = dictionary
        self.forms = Forms(dictionary or WordList.of({}))
        self.compounds = Compounds(self.forms, STOPS)
        self.stemmer = snowballstemmer.stemmer("swedish")

    def is_half(self, word):
        """Is ``word`` the beginning of compounds and no word of its own? The list has none of them."""
        return False

    def stem(self, word):
        """What stands in for the lemma of a word that has none."""
        return "*" + self.stemmer.stemWord(word)

    def meant(self, word):
        """The lemmas that a query of ``word`` means: ``word`` itself where it is one."""
        return self.forms.meant(word) if word in self.forms else self.lemmas(word)

    def lemmas(self, word):
        """The lemmas of ``word``; of a word that the list does not know, its stem."""
        if word in self.forms:
            return self.forms.lemmas(word)
        found = {self.stem(word)}
        if word.endswith("s") and len(word) > SHORTEST_NAME:
            # Kajanders: the stemmer does not know names.
            found.add(word[:-1])
        if split := self.compounds.split(word):
            # A compound is inflected as its last part.
            start, _heads, tail = split
            found |= {start + lemma for lemma in self.forms.lemmas(tail)}
        return found

    def parts(self, word):
        """The parts of a compound that the list of forms has as words.

        A form that the list has is parted as its lemma: glassen is of glass, not glas and sen.
        """
        whole = self.forms.lemmas(word) if word in self.forms else {word}
        found = set()
        for split in filter(None, map(self.compounds.split, whole)):
            _start, heads, tail = split
            # budgeten of medborgarbudgeten, but not geten; parts may be compounds again.
            for part in (*heads, tail):
                found |= {part} | self.meant(part) | self.parts(part)
        if not found and word not in self.forms and (long := self._of_three(word)):
            start, tail = long
            found |= {start, tail} | self.meant(tail) | self.parts(start)
        return found

    def seams(self, word):
        """Where the compound ``word`` can be parted: how many letters stand before each place."""
        if split := self.compounds.split(word):
            return [len(split[0])]
        if long := self._of_three(word):
            return [len(word) - len(long[1])]
        return []

    def _of_three(self, word):
        """``(start, tail)`` of a word of three and more, of which the list of forms may know the
        last only: dataskydd and beskrivning of dataskyddsbeskrivning; else ``None``."""
        for place in range(LONGEST_RESTORED, len(word) - LONGEST_RESTORED):
            start, tail = word[:place].removesuffix("s"), word[place:]
            # An s joins a third word to two: dataskydds and lagen, rather than slagen.
            if tail.startswith("s") and tail[1:] in self.forms:
                tail = tail[1:]
            if tail in self.forms and self.compounds.split(start):
                return start, tail
        return None

    def restored(self, word):
        """The words that ``word`` may be with its å, ä and ö typed as a and o."""
        places = sum(letter in "ao" for letter in word)
        if not self.dictionary or not 0 < places <= LONGEST_RESTORED:
            return
        choices = ({"a": "aåä", "o": "oö"}.get(letter, letter) for letter in word)
        for letters in product(*choices):
            guess = "".join(letters)
            if guess != word and guess not in STOPS and guess in self.forms:
                yield guess


def find_dictionary():
    """simplemma's list of forms, else ``None``; a list that cannot be read is logged."""

    def read():
        from simplemma.strategies import DefaultDictionaryFactory

        return DefaultDictionaryFactory(cache_max_size=0).get_dictionary("sv")

    try:
        return kept(f"sv-{version('simplemma')}", read)
    except ImportError:
        return None
    except Exception:
        log.exception("kdsite: simplemma's list of Swedish forms cannot be read")
        return None
