"""Which of the pages that were found come first, and which are shown below the others."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import log
from operator import attrgetter

from home.models import SearchedText
from kdsite.languages import lemmas
from kdsite.pages.search_places import Place

# A page's name has the word, alone or in a compound.
NAMED = Place.TITLE * lemmas.PART
# Where no page has all the words, those are answers that have nearly as much of them as the best.
NEARLY = 0.8
# A page whose title has so much of the query is an answer, whatever word it lacks.
IN_TITLE = 0.6
# Less than this of the query is no answer to it.
LEAST = 0.4
# Among so many of the first, words that stand together are looked for.
LOOKED_INTO = 30


@dataclass
class Hit:
    """A page that was found: by which of the query's words, and how well by each."""

    pk: int
    language: str
    key: str
    published: float
    # Is it a theme or a question, by which posts are found as well?
    leads: bool = False
    scores: dict = field(default_factory=lambda: defaultdict(float))
    # How near each is to what the page has; below PART if it has not å, ä and ö as they were typed.
    near: dict = field(default_factory=lambda: defaultdict(float))
    # Words of the page to mark, by the word of the query that they are found by.
    found_by: dict = field(default_factory=lambda: defaultdict(set))
    # The theme or question that led here.
    via: "Hit | None" = None
    # How much of the query it has, of 1, its title most of it as good as all; and how well.
    share: float = 0
    score: float = 0
    # Words of the query that other pages have.
    missing: list = field(default_factory=list)

    @property
    def forms(self):
        """Words of the page to mark."""
        return set().union(*self.found_by.values())

    def words_in_name(self):
        """The words of the query that the title has, alone or in a compound."""
        return [
            word
            for word, score in self.scores.items()
            if score >= NAMED * self.near[word]
        ]

    @property
    def rank(self):
        """More of the query first, then as typed before loosely, the heaviest, the newest."""
        return (
            -round(self.share, 3),
            sum(near <= lemmas.LOOSE for near in self.near.values()),
            -round(self.score, 6),
            -self.published,
            self.pk,
        )


@dataclass
class Found:
    """The pages of one language, best first."""

    # The answers: they have all the query's words, or as many as there is a page for.
    hits: list = field(default_factory=list)
    # What matches only in part: fewer of the words than the answers have.
    partly: list = field(default_factory=list)
    # Words of the query that no page has.
    nowhere: list = field(default_factory=list)
    # Those that some page has.
    words: list = field(default_factory=list)
    # What was looked for, if it is not what was typed.
    instead: str = ""

    @property
    def means_it(self):
        """Does the query seem to be of this language: is at least half of it known?"""
        return len(self.words) >= len(self.nowhere)

    @property
    def is_whole(self):
        """Has some page all the words?"""
        return any(not hit.missing for hit in self.hits)


def rank(hits, words, pages):
    """:class:`Found` of ``hits``, all of one language, for the query's ``words``.

    :param pages: how many are searched; of a word that few of them have more depends.
    """
    spread = Counter(word for hit in hits for word in hit.scores)
    # Squared: one rare word says more of what is meant than two common ones.
    rarity = {
        word: log(1 + max(pages, count) / count) ** 2 for word, count in spread.items()
    }
    whole = sum(rarity.values())
    for hit in hits:
        hit.share = sum(rarity[word] for word in hit.scores) / whole
        if sum(rarity[word] for word in hit.words_in_name()) / whole > IN_TITLE:
            hit.share = 1
        hit.score = sum(rarity[word] * score for word, score in hit.scores.items())
    ranked = sorted(hits, key=attrgetter("rank"))
    known = [word for word in words if word in spread]
    if len(known) > 1:
        _prefer_together(ranked[:LOOKED_INTO], known)
        ranked[:LOOKED_INTO] = sorted(ranked[:LOOKED_INTO], key=attrgetter("rank"))
    for hit in ranked:
        hit.missing = [word for word in known if word not in hit.scores]
    best = ranked[0].share if ranked else 0
    # A share is a sum of many: one is not always just one.
    enough = (best if best > 0.999 else best * NEARLY) - 0.001
    return Found(
        [hit for hit in ranked if hit.share >= enough],
        [hit for hit in ranked if max(LEAST, best / 2) <= hit.share < enough],
        [word for word in words if word not in spread],
        known,
    )


def _prefer_together(hits, words):
    """Let those of ``hits`` weigh more where ``words`` stand together as they were asked, most of
    all in the title."""
    texts = {
        pk: (title, "\n".join(texts))
        for pk, title, texts in SearchedText.objects.filter(
            page__in=[hit.pk for hit in hits]
        ).values_list("page", "page__title", "texts")
    }
    forms = {word: set().union(*(hit.found_by[word] for hit in hits)) for word in words}
    pairs = [
        re.compile(rf"(?<!\w)(?:{_any(one)})\W{{1,3}}(?:{_any(other)})(?!\w)", re.I)
        for one, other in zip(forms.values(), list(forms.values())[1:], strict=False)
        if one and other
    ]
    for hit in hits:
        for text in texts.get(hit.pk, ()):
            together = sum(bool(pair.search(text)) for pair in pairs)
            hit.score *= 1 + together / len(words)


def _any(forms):
    return "|".join(map(re.escape, sorted(forms)))
