"""The forms of Swedish words: simplemma's list, and what it says wrongly or leaves out."""

DEFINITE = ("en", "et", "erna", "arna", "orna")
GENITIVE = ("s", "ens", "ets")
PLURALS = ("ar", "er", "or")
FOLDED = str.maketrans("åäö", "aao")
# Pasts that the list takes for other words: tog for a toga, fick for a pocket, vann for a vane.
_PASTS = """
bad be, bads be, drog dra, drogs dra, drev driva, drevs driva, dolde dölja, doldes dölja, fick få,
frös frysa, grep gripa, greps gripa, hann hinna, kan kunna, lade lägga, lades lägga, lagt lägga,
lagts lägga, log le, låg ligga, rev riva, revs riva, satt sitta, satte sätta, sattes sätta, satts
sätta, sköt skjuta, sköts skjuta, skar skära, skars skära, skrev skriva, skrevs skriva, slapp slippa,
slöt sluta, stack sticka, steg stiga, såg se, sågs se, sålde sälja, såldes sälja, sålt sälja, sålts
sälja, tog ta, togs ta, vann vinna, vanns vinna, vek vika, vill vilja, ville vilja, velat vilja
"""
PASTS = dict(pair.split() for pair in _PASTS.split(","))


class Forms:
    """A :class:`~kdsite.languages.word_list.WordList`; of each form it gives all the lemmas."""

    def __init__(self, listed):
        self.listed = listed
        self.bases = listed.lemmas

    def __contains__(self, word):
        return word in self.listed or word in self.bases

    def lemmas(self, word):
        """The lemmas of a form that the list has."""
        lemma = self.listed.get(word, word).lower()
        if word in self.bases and lemma == word + "a":
            # A noun, svar, is no form of the verb that is made from it.
            lemma = word
        found = {lemma} | self._nouns(word, lemma) | self._verbs(word, lemma)
        return found | _apart(word, found)

    def meant(self, word):
        """The lemmas that a query of ``word`` means.

        A lemma is no form of another, and who asks for *äldre* does not ask for *gammal*.
        """
        if word in self.bases:
            # The list has besluten for a lemma, too; koppar is copper and cups.
            nouns = self._without(word, DEFINITE) | self._plural(word)
            return {word} | {noun for noun in nouns if len(noun) > 3}
        found = self.lemmas(word)
        return {lemma for lemma in found if "/" in lemma} or found

    def _without(self, word, endings):
        nouns = (word.removesuffix(ending) for ending in endings)
        return {noun for noun in nouns if noun != word and noun in self.bases}

    def _nouns(self, word, lemma):
        """The list gives each form one lemma and prefers verbs: lagar is of lag, too."""
        genitive = () if word in self.bases else GENITIVE
        found = self._without(word, (*DEFINITE, *genitive)) | self._plural(word)
        if word.endswith("et") and lemma in (word[:-2] + "en", word[:-2] + "a"):
            found |= {word[:-2]} if word[:-2] in self else set()
        return found

    def _plural(self, word):
        """Of *lagar* lag: only a noun has a form *lagarna*."""
        noun = self.listed.get(word + "na", word).lower()
        return {noun} if word.endswith(PLURALS) and len(noun) < len(word) else set()

    def _verbs(self, word, lemma):
        """The verb where the list has a participle (bestämde) or who does it (talar)."""
        stem = lemma[:-1]
        guesses = ()
        if word != lemma and word in (
            lemma + "e",
            lemma + "es",
            stem + "t",
            stem + "ts",
        ):
            guesses = stem, stem + "a", stem + stem[-1:] + "a"
        elif word + "e" == lemma:
            guesses = (word[:-1],)
        found = {verb for verb in guesses if verb.endswith("a") and verb in self.bases}
        return found | ({PASTS[word]} if word in PASTS else set())


def _apart(word, lemmas):
    """Of *äldre* ``gammal/ä``: what only the forms share that do not resemble their lemma."""
    first = word[0].translate(FOLDED)
    return {
        f"{lemma}/{word[0]}" for lemma in lemmas if lemma[0].translate(FOLDED) != first
    }
