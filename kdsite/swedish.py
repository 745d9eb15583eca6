"""Swedish: simplemma's list of forms, stems beside it, and compounds put together from words."""

from itertools import product

import snowballstemmer

STOPS = frozenset(
    [
        "och",
        "eller",
        "att",
        "som",
        "det",
        "den",
        "de",
        "dem",
        "dess",
        "en",
        "ett",
        "i",
        "på",
        "av",
        "för",
        "till",
        "med",
        "från",
        "om",
        "är",
        "var",
        "vara",
        "har",
        "hade",
        "inte",
        "vad",
        "hur",
        "när",
        "där",
        "här",
        "vem",
        "vilka",
        "vilken",
        "vilket",
        "så",
        "men",
        "man",
        "vi",
        "jag",
        "du",
        "ni",
        "han",
        "hon",
        "sig",
        "sin",
        "sitt",
        "sina",
        "också",
        "kan",
        "ska",
        "skulle",
        "då",
        "än",
        "väl",
        "åt",
        "under",
        "över",
        "vid",
        "efter",
        "mot",
        "mellan",
        "nu",
    ]
)
# What begins or ends a word without being a part of a compound.
NO_HEAD = frozenset(
    [
        "in",
        "ut",
        "an",
        "be",
        "er",
        "ge",
        "upp",
        "ner",
        "bort",
        "fram",
        "sam",
        "om",
        "av",
        "på",
        "till",
        "för",
        "från",
        "med",
        "mot",
        "vid",
        "åt",
        "efter",
        "över",
        "under",
        "mellan",
        "miss",
        "dis",
    ]
)
NO_TAIL = frozenset(
    [
        "are",
        "aren",
        "arna",
        "ares",
        "ande",
        "anden",
        "andet",
        "ende",
        "enden",
        "endet",
        "else",
        "elsen",
        "ing",
        "ning",
        "het",
        "heten",
        "dom",
        "bar",
        "sam",
        "lös",
        "lig",
        "liga",
        "ligt",
        "isk",
        "iska",
        "ens",
        "ets",
        "ers",
        "nas",
        "des",
        "ade",
        "ans",
        "are",
        "skap",
        "sken",
        "als",
        "erna",
        "orna",
    ]
)
LONGEST_RESTORED = 5
SHORTEST, LONG = 3, 5


class Swedish:
    """What search asks of Swedish words, all in lower case."""

    stops = STOPS
    missing = "pip install -r requirements.txt"

    def __init__(self):
        self.dictionary = _forms()
        self.stemmer = snowballstemmer.stemmer("swedish")

    def _known(self, word):
        return self.dictionary is not None and word in self.dictionary

    def _lemma(self, word):
        return self.dictionary[word].lower() if self._known(word) else word

    def meant(self, word):
        """The lemma of ``word``, and its stem: the list gives each form one lemma only."""
        return {self._lemma(word), "*" + self.stemmer.stemWord(word)}

    lemmas = meant

    def parts(self, word):
        """The parts of a compound that the list of forms has as words."""
        for end in range(SHORTEST, len(word) - SHORTEST + 1):
            start, tail = word[:end], word[end:]
            if len(start) < LONG and len(tail) < LONG:
                continue
            heads = self._heads(start) if self._is_tail(tail) else ()
            if heads:
                found = {part for part in (*heads, tail)}
                for part in (*heads, tail):
                    found |= self.meant(part)
                # budgeten of medborgarbudgeten, but not geten; a longer tail may have its own.
                return found | self.parts(tail)
        return set()

    def _is_tail(self, tail):
        return tail not in NO_TAIL and self._known(tail)

    def _heads(self, start):
        """The words that a compound may begin with as ``start``: medborgar, kommuns, skol."""
        forms = [start] if self._known(start) else []
        if start.endswith("s") and len(start) > SHORTEST:
            forms.append(start[:-1])
        if not forms and len(start) > SHORTEST:
            forms = [start + "a", start + "e"]
        return [form for form in forms if self._known(form) and form not in NO_HEAD]

    def restored(self, word):
        """The words that ``word`` may be with its å, ä and ö typed as a and o."""
        places = sum(letter in "ao" for letter in word)
        if not self.dictionary or not 0 < places <= LONGEST_RESTORED:
            return
        choices = ({"a": "aåä", "o": "oö"}.get(letter, letter) for letter in word)
        for letters in product(*choices):
            guess = "".join(letters)
            if guess != word and guess not in STOPS and self._known(guess):
                yield guess


def _forms():
    try:
        from simplemma.strategies import DefaultDictionaryFactory
    except ImportError:
        return None
    return DefaultDictionaryFactory().get_dictionary("sv")
