"""What a reader may be about to type: pages by a word of their title, and words of the texts."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from wagtail.models import Page

from community.models import AuthorPage, ThemePage
from home.models import SearchTerm
from home.search import vocabulary
from kdsite.languages import lemmas
from kdsite.pages.search_places import Place

MOST_PAGES, MOST_WORDS = 5, 3
# So many words that begin so are looked up, the shortest first; so many pages of them are read.
LOOKED_UP, READ = 20, 40


@dataclass
class Suggestion:
    """``text`` to show, where it leads, and what sort of page that is; nothing for a word."""

    text: str
    address: str
    kind: str = ""


def suggestions(typed, language):
    """For what a reader has ``typed``: its last word may be half, the others are in the title, too.

    Only what any reader may open is ever suggested.
    """
    words = [lemmas.written(match) for match in lemmas.words(typed)]
    if not words or len(words[-1]) < vocabulary.SHORTEST:
        return []
    begun = vocabulary.beginning_with(words[-1:], language)
    begun = lemmas.without_stops(begun, language)
    begun = sorted(begun, key=lambda word: (len(word), word))[:LOOKED_UP]
    terms = SearchTerm.objects.of_readable({language: begun})
    return [*_pages(terms, words), *_words(terms, words, language)]


def _pages(terms, words):
    """Those whose title begins so, then themes and people, then the newest."""
    named = terms.filter(weight__gte=Place.TITLE).values("page")
    pages = Page.objects.filter(pk__in=named).order_by("-first_published_at", "pk")
    first = [
        kind.pk
        for kind in ContentType.objects.get_for_models(ThemePage, AuthorPage).values()
    ]
    others = [lemmas.dotless(word) for word in words[:-1]]
    beginning = lemmas.dotless(" ".join(words))
    found = [
        page
        for page in pages[:READ]
        if all(word in lemmas.dotless(page.title.lower()) for word in others)
    ]
    found.sort(
        key=lambda page: (
            not lemmas.dotless(page.title.lower()).startswith(beginning),
            page.content_type_id not in first,
        )
    )
    return [
        Suggestion(lemmas.clean(page.title), page.url, _kind(page))
        for page in found[:MOST_PAGES]
        if page.url
    ]


def _kind(page):
    page_type = page.specific_class
    return capfirst(page_type.called or page_type._meta.verbose_name)


def _words(terms, words, language):
    """Those that most pages have, after what was typed before them."""
    spread = terms.values_list("term").annotate(pages=Count("page"))
    likely = sorted(spread, key=lambda row: (-row[1], len(row[0]), row[0]))
    search = reverse("search", kwargs={"language": language})
    more = [word for word, _pages in likely if word != words[-1]]
    whole = (" ".join([*words[:-1], word]) for word in more[:MOST_WORDS])
    return [Suggestion(text, f"{search}?{urlencode({'q': text})}") for text in whole]
