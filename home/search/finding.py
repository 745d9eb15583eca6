"""Finds the pages that a query leads to, alike on every database."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from blog.models import BlogPage
from community.models import QuestionPage, ThemePage
from home.models import SearchedText, SearchTerm
from home.search.asking import asked, words_of
from home.search.ranking import Hit, rank
from home.search.spelling import begun, corrected
from kdsite.languages import lemmas
from kdsite.pages.search_places import Place

# What it weighs that a post's theme or question has the word in its name: less than its own text.
LED = 0.3 * Place.TEXT


def find(query, languages, posts=None, as_typed=False):
    """The pages that readers may open and that ``query`` leads to.

    A word that is known in no language is read as the beginning of one; where none begins so, the
    nearest known word is looked for in its place, and :attr:`Found.instead` says what was.

    :param languages: their codes, the reader's first; words mean different things in each.
    :param posts: if given, a query set: only these posts are found.
    :param as_typed: look for nothing in the place of what was typed.
    :returns: ``{language code: Found}``
    """
    words = {code: words_of(query, code) for code in languages}
    hits = _hits({code: asked(words[code], code) for code in languages})
    if not as_typed and (half := _unknown(words, hits, lemmas.PART)):
        _hits(begun(half), hits)
        unknown = _unknown(words, hits, 0).get(languages[0], [])
        meant = unknown and corrected(query, unknown, languages)
        if meant and meant != query:
            found = find(meant, languages, posts, as_typed=True)
            for each in found.values():
                each.instead = meant
            return found
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


def _unknown(words, hits, near):
    """Of ``words``, by their language, those to which no page of any language has anything nearer
    than ``near``, or which no dictionary knows but as the beginning of a compound."""
    known = {
        word for hit in hits.values() for word, how in hit.near.items() if how > near
    }
    unknown = {
        code: [
            word
            for word in asked_for
            if word not in known or (near and lemmas.is_half(word, code))
        ]
        for code, asked_for in words.items()
    }
    return {code: some for code, some in unknown.items() if some}


def _hits(terms, hits=None):
    """``{page id: Hit}`` of ``terms``, by their language; added to ``hits`` where they are given."""
    hits = {} if hits is None else hits
    if not any(terms.values()):
        return hits
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
            hit.near[word] = max(hit.near[word], near)
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
            hit.near[word] = max(hit.near[word], via.near[word])
