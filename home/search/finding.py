"""Finds the pages that a query leads to, alike on every database."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from blog.models import BlogPage
from community.models import QuestionPage, ThemePage
from home.models import SearchedText, SearchTerm
from home.search.asking import asked, words_of
from home.search.ranking import Hit, rank
from kdsite.languages import lemmas
from kdsite.pages.search_places import Place

# What it weighs that a post's theme or question has the word in its name: less than its own text.
LED = 0.3 * Place.TEXT


def find(query, languages, posts=None):
    """The pages that readers may open and that ``query`` leads to.

    :param languages: their codes; words mean different things in each.
    :param posts: if given, a query set: only these posts are found.
    :returns: ``{language code: Found}``
    """
    words = {code: words_of(query, code) for code in languages}
    hits = _hits({code: asked(words[code], code) for code in languages})
    _add_posts_of(hits)
    if posts is not None:
        among = set(posts.filter(pk__in=hits).values_list("pk", flat=True))
        hits = {pk: hit for pk, hit in hits.items() if pk in among}
    pages = SearchedText.objects.count() if hits else 0
    return {
        code: rank(
            [hit for hit in hits.values() if hit.language == code], words[code], pages
        )
        for code in languages
    }


def _hits(terms):
    hits = {}
    rows = SearchTerm.objects.of_readable(terms).values_list(
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
        for word, near in terms[language][term]:
            hit.scores[word] = max(hit.scores[word], weight * near)
            if near == lemmas.SAME:
                hit.exact.add(word)
            hit.found_by[word].update(forms.split())
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
