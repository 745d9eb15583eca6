"""Swedish compounds: where a word is put together from two, by what the list of forms has."""

from functools import lru_cache

# What begins a word without being a part of a compound ...
_NO_HEAD = """
in ut an be er ge upp ner bort fram sam om av på till för från med mot vid åt efter över under
mellan miss dis var före de en du vi ni besk föredr
"""
# ... and what ends one: endings that are written like words.
_NO_TAIL = """
are aren arens arna ares arie arier ande anden andet ende enden endet else elsen ing ingen ning het
hets heten heter heta dom domar bar sam lös lig liga ligt isk iska ens ets ers nas des ade ans are
skap sken als erna orna ren rens rena rar rare gen get geten lada lade nat mar mara ten pen sen sens
era eras ling ist tion nare vis mässig mässigt logi graf orn ring tes ters dens
"""
NO_HEAD = frozenset(_NO_HEAD.split())
NO_TAIL = frozenset(_NO_TAIL.split())
SHORTEST_HEAD, SHORTEST, LONG, LONGER = 2, 3, 4, 7
# How often what begins so, and what ends so, must be a compound: kon does not begin kontakt. A word
# that the list does not have at all is more likely to be one.
OFTEN, SOMETIMES = 0.07, 0.03


class Compounds:
    """Parts words by a list of forms (:class:`~kdsite.languages.swedish_forms.Forms`)."""

    def __init__(self, forms, stops):
        self.forms = forms
        self.no_tail = NO_TAIL | stops
        self.begins = lru_cache(10_000)(self._begins)
        self.ends = lru_cache(10_000)(self._ends)

    def split(self, word):
        """``(start, heads, tail)``, the most probable; ``None`` of what is no compound.

        ``heads`` are the words that ``start`` may be: of *medborgar* and *skol*, medborgare and skola.
        """
        listed = word in self.forms.bases
        best, chance = None, OFTEN if listed else SOMETIMES
        shortest = SHORTEST if listed else SHORTEST_HEAD
        for end in range(shortest, len(word) - SHORTEST + 1):
            start, tail = word[:end], word[end:]
            if tail in self.no_tail or not self._is_part(tail, start):
                continue
            heads = [head for head in self._heads(start) if self._is_part(head, tail)]
            if heads and (found := self.begins(start) * self._ends_as(tail)) > chance:
                best, chance = (start, heads, tail), found
        return best

    def _is_part(self, word, other):
        """A short word must be a lemma, or stand beside a long one."""
        if word not in self.forms:
            # Somebody who does what a verb of the list says: beslutsfattare.
            return word.endswith("are") and word[:-2] in self.forms.bases
        short = len(word) < LONG and word not in self.forms.bases
        return not short or len(other) >= LONGER

    def _heads(self, start):
        if start in NO_HEAD or start.removesuffix("s") in NO_HEAD:
            return []
        forms = [start]
        if start.endswith("s") and len(start) > SHORTEST:
            forms.append(start[:-1])
        forms = [form for form in forms if form in self.forms]
        # karta of kartenkät, gata of gatukök
        for stem in (start, start[:-1]) if start[-1] in "ou" else (start,):
            if (
                len(stem) > SHORTEST_HEAD
                and self.forms.listed.get(stem + "an") == stem + "a"
            ):
                forms.append(stem + "a")
        if forms or len(start) <= SHORTEST_HEAD:
            return forms
        # skola of skolväg; tjänst of tjänsteman, by of byaråd
        joined = [start[:-1], start[:-1] + "a"] if start[-1] in "aeou" else []
        return [start + "a", start + "e", *joined]

    def _ends_as(self, tail):
        return max(self.ends(lemma) for lemma in self.forms.lemmas(tail) | {tail})

    def _begins(self, start):
        """Of the words that begin with ``start``, the share that goes on with a word."""
        words = self.forms.listed.beginning_with(start)
        rests = [word[len(start) :] for word in words]
        return _share(
            rests,
            lambda rest: (
                len(rest) >= SHORTEST
                and rest in self.forms.bases
                and rest not in self.no_tail
            ),
        )

    def _ends(self, tail):
        """Of the words that end with ``tail``, the share that begins with a word."""
        words = self.forms.listed.ending_with(tail)
        rests = [word[: -len(tail)] for word in words]
        return _share(
            rests,
            lambda rest: (
                len(rest) >= SHORTEST_HEAD
                and any(head in self.forms.bases for head in self._heads(rest))
            ),
        )


def _share(rests, is_word):
    """How many of ``rests`` are words, as a share; a quarter where there are none."""
    rests = [rest for rest in rests if rest]
    return (sum(map(is_word, rests)) + 1) / (len(rests) + 4)
