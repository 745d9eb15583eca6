"""Swedish: simplemma's list of forms, stems for what it lacks, compounds put together from words."""

from itertools import product

import snowballstemmer

_STOPS = """
och eller att som det den de dem dess en ett i på av för till med från om är var vara har hade
inte vad hur när där här vem vilka vilken vilket så men man vi jag du ni han hon sig sin sitt sina
också kan ska skall skulle då än väl åt under över vid efter mot mellan nu
"""
# What begins a word without being a part of a compound ...
_NO_HEAD = """
in ut an be er ge upp ner bort fram sam om av på till för från med mot vid åt efter över under
mellan miss dis var före
"""
# ... and what ends one: endings that are written like words.
_NO_TAIL = """
are aren arens arna ares ande anden andet ende enden endet else elsen ing ingen ning het hets heten
heter heta dom domar bar sam lös lig liga ligt isk iska ens ets ers nas des ade ans are skap sken
als erna orna ren rens rena rar rare gen get geten lada lade nat mar mara ten pen sen sens era eras
ling ist tion nare vis mässig mässigt logi graf orn ring tes ters dens
"""
STOPS = frozenset(_STOPS.split())
NO_HEAD = frozenset(_NO_HEAD.split())
NO_TAIL = frozenset(_NO_TAIL.split()) | STOPS
# Endings of definite nouns and of the genitive.
ENDINGS = ("en", "et", "s", "ens", "ets", "erna", "arna", "orna")
LONGEST_RESTORED = 5
SHORTEST, LONG, LONGER = 3, 4, 7


class Swedish:
    """What search asks of Swedish words, all in lower case."""

    stops = STOPS
    missing = "pip install -r requirements.txt"

    def __init__(self):
        self.dictionary = _forms()
        self.bases = frozenset(self.dictionary.values() if self.dictionary else ())
        self.stemmer = snowballstemmer.stemmer("swedish")

    def _known(self, word):
        return self.dictionary is not None and word in self.dictionary

    def meant(self, word):
        """The lemma that a query of ``word`` means: what is a lemma itself is no form of another."""
        return {word} if word in self.bases else self.lemmas(word)

    def lemmas(self, word):
        """The lemmas of ``word``; of a word that the list does not know, its stem."""
        if not self._known(word):
            return {"*" + self.stemmer.stemWord(word)}
        # The list gives each form one lemma and prefers verbs; besluten is of beslut, too.
        nouns = (word.removesuffix(ending) for ending in ENDINGS)
        return {self.dictionary[word].lower()} | {
            noun for noun in nouns if noun != word and noun in self.bases
        }

    def parts(self, word):
        """The parts of a compound that the list of forms has as words.

        A form that the list has is parted as its lemma: glassen is of glass, not glas and sen.
        """
        whole = self.lemmas(word) if self._known(word) else {word}
        return {part for form in whole for part in self._parts(form)}

    def _parts(self, word):
        for end in range(SHORTEST, len(word) - SHORTEST + 1):
            start, tail = word[:end], word[end:]
            if tail in NO_TAIL or not self._is_part(tail, start):
                continue
            heads = [head for head in self._heads(start) if self._is_part(head, tail)]
            if heads:
                # budgeten of medborgarbudgeten, but not geten; parts may be compounds again.
                found = set()
                for part in (*heads, tail):
                    found |= {part} | self.lemmas(part) | self.parts(part)
                return found
        return set()

    def _is_part(self, word, other):
        """What is short must be a lemma, or stand beside something long."""
        short = len(word) < LONG and word not in self.bases
        return self._known(word) and (not short or len(other) >= LONGER)

    def _heads(self, start):
        """The words that a compound may begin with as ``start``: medborgar, kommuns, skol."""
        if start in NO_HEAD or start.removesuffix("s") in NO_HEAD:
            return []
        forms = [start]
        if start.endswith("s") and len(start) > SHORTEST:
            forms.append(start[:-1])
        forms = [form for form in forms if self._known(form)]
        return forms or [start + "a", start + "e"]

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
