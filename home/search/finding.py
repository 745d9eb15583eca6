"""Finds and ranks the pages that a query asks for, alike on every database."""

from collections import defaultdict
from dataclasses import dataclass, field
from operator import attrgetter

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from blog.models import BlogPage
from community.models import QuestionPage, ThemePage
from home.models import SearchTerm
from kdsite.languages import lemmas
from kdsite.pages.search_places import Place

MOST_LETTERS, MOST_WORDS = 200, 12
# What it weighs that a post's theme or question has the word in its name: less than its own text.
LED = 0.3
# A page's name has the word, alone or in a compound.
NAMED = Place.TITLE * lemmas.PART


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
    # Words of the query that are there with å, ä and ö as they were typed.
    exact: set = field(default_factory=set)
    # Words of the page to mark.
    forms: set = field(default_factory=set)
    # The theme or question that led here.
    via: "Hit | None" = None

    def words_in_name(self):
        """The words of the query that the title has, alone or in a compound."""
        return [
            word
            for word, score in self.scores.items()
            if score >= NAMED * (1 if word in self.exact else lemmas.LOOSE)
        ]

    @property
    def rank(self):
        """More words first, then as typed before loosely, the heaviest, the newest."""
        return (
            -len(self.scores),
            len(self.scores) - len(self.exact),
            -round(sum(self.scores.values()), 6),
            -self.published,
            self.pk,
        )


def tidy(query):
    """What is searched of a reader's ``query``: one line, not endless, with nothing unprintable."""
    # Twice: where an unseen sign is taken out, a letter and its accent become one.
    text = lemmas.clean(lemmas.clean(query[:MOST_LETTERS]))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def find(query, languages, posts=None):
    """The pages that readers may open and that ``query`` leads to, best first.

    :param languages: their codes; words mean different things in each.
    :param posts: if given, a query set: only these posts are found.
    :returns: ``{language code: [Hit, …]}``
    """
    asked = {code: _asked(query, code) for code in languages}
    hits = _hits(asked)
    _add_posts_of(hits)
    if posts is not None:
        among = set(posts.filter(pk__in=hits).values_list("pk", flat=True))
        hits = {pk: hit for pk, hit in hits.items() if pk in among}
    found = {}
    for code in languages:
        ranked = sorted(
            (hit for hit in hits.values() if hit.language == code),
            key=attrgetter("rank"),
        )
        # All words of the query; where no page has them all, as many as there are.
        found[code] = [
            hit for hit in ranked if len(hit.scores) == len(ranked[0].scores)
        ]
    return found


def _asked(query, language):
    """``{term: [(word of the query, how near), …]}``"""
    words = dict.fromkeys(match[0].lower() for match in lemmas.words(query))
    terms = defaultdict(list)
    for word in lemmas.without_stops(list(words), language)[:MOST_WORDS]:
        for term, near in lemmas.sought(word, language).items():
            terms[term].append((word, near))
    return terms


def _hits(asked):
    hits = {}
    rows = SearchTerm.objects.of_readable(asked).values_list(
        "page_id",
        "page__locale__language_code",
        "page__translation_key",
        "page__first_published_at",
        "page__content_type_id",
        "term",
        "weight",
        "forms",
    )
    leaders = ContentType.objects.get_for_models(ThemePage, QuestionPage).values()
    leaders = {kind.pk for kind in leaders}
    for pk, language, key, published, kind, term, weight, forms in rows:
        hit = hits.get(pk)
        if not hit:
            moment = published.timestamp() if published else 0
            hit = hits[pk] = Hit(pk, language, key, moment, kind in leaders)
        for word, near in asked[language][term]:
            hit.scores[word] = max(hit.scores[word], weight * near)
            if near == lemmas.SAME:
                hit.exact.add(word)
        hit.forms.update(forms.split())
    return hits


def _add_posts_of(hits):
    """To ``hits`` the posts about the themes, and asking the questions, among them."""
    leading = {
        (hit.key, hit.language): (hit, named)
        for hit in hits.values()
        if hit.leads and (named := hit.words_in_name())
    }
    keys = {key for key, _language in leading}
    posts = BlogPage.objects.readable()
    values = "pk", "locale__language_code", "translation_key", "first_published_at"
    leaders = "post_themes__theme__translation_key", "question__translation_key"
    of_them = Q(**{f"{leaders[0]}__in": keys}) | Q(**{f"{leaders[1]}__in": keys})
    rows = posts.filter(of_them).order_by("post_themes__sort_order")
    rows = rows.values_list(*values, *leaders)
    # First by the themes, in a post's own order.
    by_either = [(*row[:-2], row[which]) for which in (-2, -1) for row in rows]
    for pk, language, key, published, leader in by_either:
        if (leader, language) not in leading:
            continue
        via, named = leading[leader, language]
        hit = hits.get(pk) or hits.setdefault(
            pk, Hit(pk, language, key, published.timestamp() if published else 0)
        )
        hit.via = hit.via or via
        for word in named:
            hit.scores[word] = max(hit.scores[word], LED)
            if word in via.exact:
                hit.exact.add(word)
