"""What to look at in the language of a text: as advice.

Misspelt and doubled words, long sentences, words of offices. Names are nobody's mistake: only one that
is nearly a known name is pointed out.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from kdsite.languages import lemmas, plain_words, sentences, spelling

# Addresses are spelt otherwise.
ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/?\S*")
SHORTEST, SHORTEST_NAME = 3, 4
# What an inflected name may have more than the name: Pedersöre, Pedersöressäkin.
LONGEST_ENDING = 6
# Two names of which one is meant: one letter of ten is another.
NEAR = 0.88


class Kind(StrEnum):
    SPELLING = "spelling"
    DOUBLED = "doubled"
    LONG = "long"
    OFFICES = "offices"


@dataclass(frozen=True)
class Remark:
    """``words`` as the text has them; ``instead``: what may be meant, or is plainer, the likeliest
    first; ``count``: the words of a long sentence."""

    kind: Kind
    words: str
    instead: tuple = ()
    count: int = 0


class Names:
    """Names that are known, in any case of theirs."""

    def __init__(self, names):
        words = {word for name in names for word in sentences.WORD.findall(name)}
        self.written = {word for word in words if len(word) >= SHORTEST_NAME}
        self.short = {word for word in words if len(word) < SHORTEST_NAME}
        self.starts = {word[:SHORTEST_NAME].lower() for word in self.written}

    def has(self, word):
        """Is ``word`` one of them, or a form of one? Its last letter may change (Kunta, kunnan)."""
        if word in self.written or word in self.short:
            return True
        if word[:SHORTEST_NAME].lower() not in self.starts:
            return False
        return any(
            word.lower().startswith(name[:-1].lower())
            and len(word) - len(name) <= LONGEST_ENDING
            for name in self.written
            if len(name) > SHORTEST_NAME
        )

    def near(self, word):
        """The known names that ``word`` nearly is."""
        return tuple(get_close_matches(word, self.written, n=2, cutoff=NEAR))


def remarks(text, language, names, spelt=None):
    """Every :class:`Remark` on one paragraph of plain text, each once, in the order of its kinds.

    :param names: the :class:`Names` that are known.
    :param spelt: what :func:`misspelt_in` found for the whole text; ``None``: nothing is known.
    """
    text = ADDRESS.sub(" ", text)
    found = [*_misspelt(text, names, spelt or {})]
    found += [Remark(Kind.DOUBLED, words) for words in sentences.doubled_words(text)]
    found += [
        Remark(Kind.LONG, sentence, count=count)
        for sentence, count in sentences.long_sentences(text)
    ]
    found += _of_offices(text, language)
    return list(dict.fromkeys(found))


def misspelt_in(texts, language, names):
    """The misspelt words of all ``texts`` as :func:`~kdsite.languages.spelling.misspelt` gives them;
    one call for a whole page."""
    words = {
        word
        for text in texts
        for word in sentences.WORD.findall(ADDRESS.sub(" ", text))
        if _is_spelt(word) and not names.has(word)
    }
    return spelling.misspelt(words, language)


def _is_spelt(word):
    """Is ``word`` one of a language, and no number (3b), abbreviation (EU) or legal form (ry)?"""
    return (
        not any(map(str.isdigit, word)) and len(word) >= SHORTEST and not word.isupper()
    )


def _misspelt(text, names, spelt):
    for sentence in sentences.sentences(text):
        for place, word in enumerate(sentences.WORD.findall(sentence)):
            if word not in spelt:
                continue
            if not word[0].isupper():
                yield Remark(Kind.SPELLING, word, spelt[word])
            elif near := names.near(word):
                yield Remark(Kind.SPELLING, word, near)
            elif place == 0 and (near := _nearly(word, spelt[word])):
                # A sentence begins with it: it may be no name.
                yield Remark(Kind.SPELLING, word, near)


def _nearly(word, suggested):
    return tuple(get_close_matches(word, suggested, cutoff=NEAR))


def _of_offices(text, language):
    for words, plainer in plain_words.phrases_in(text, language):
        yield Remark(Kind.OFFICES, words, (plainer,))
    speaker = lemmas.load()[language]
    for word in sentences.WORD.findall(text):
        small = word.lower()
        if plainer := plain_words.plainer(small, speaker.meant(small), language):
            yield Remark(Kind.OFFICES, word, (plainer,))
