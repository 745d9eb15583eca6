"""Keeps the index of search: a page's words when it goes public, nothing when it no longer is.

It follows the commit of a publication, which nothing here can stop; what fails is logged and tried
again. A public page that has no :class:`~home.models.SearchedText` is to be indexed again.
"""

import logging
from collections import Counter, defaultdict
from math import log

from django.db import transaction
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from home.models import SearchedText, SearchTerm, SearchWord
from home.search import vocabulary
from kdsite.editorial.follow_ups.tasks import follow_up
from kdsite.editorial.process_lock import take
from kdsite.editorial.publishing import guard
from kdsite.editorial.scheduling.scheduler import every
from kdsite.languages import lemmas
from kdsite.pages.base import BasePage
from kdsite.pages.search_places import Place

logger = logging.getLogger(__name__)

# In this order a result shows what it says.
SHOWN = (Place.LEAD, Place.TEXT, Place.NAMES, Place.FACTS)
# A part of a name (Venejoki) says less of what a page is about than a part of a word.
OF_A_NAME = 0.2
# What a sentence ends with, or a quotation begins with: a capital after it makes no name.
NO_NAME_AFTER = '.!?:;”"»–—-•*('


def connect():
    """Follow publication; called once, when the apps are ready."""
    for signal, name in (
        (page_published, "published"),
        (page_unpublished, "unpublished"),
    ):
        signal.connect(_changed, dispatch_uid=f"home.search.{name}")


def _changed(instance, **kwargs):
    follow_publication.enqueue(instance.pk)


@follow_up(gettext_lazy("Readers do not find “%(title)s” by its new words yet."))
def follow_publication(pk):
    """Index page ``pk`` as readers see it now, or not at all where it is no longer public."""
    if error := _try_to_index(pk):
        raise error


def _forget(pk):
    """Take the words of page ``pk`` away; those that it had."""
    rows = SearchTerm.objects.filter(page=pk)
    terms = set(rows.values_list("term", flat=True))
    rows.delete()
    SearchedText.objects.filter(page=pk).delete()
    return terms


def index_page(pk):
    """Put the words of page ``pk`` (its public row) in the place of those that it had before.

    A failure is logged, not raised, and :func:`index_missing` tries again. Until then readers find
    the page by its words as they stand; if that fails, too, not at all.

    :returns: whether it went well.
    """
    return _try_to_index(pk) is None


def _try_to_index(pk):
    try:
        _index(pk, lemmas.terms)
        return None
    except Exception as error:
        logger.exception("Page %s could not be indexed; it is tried again", pk)
        failure = error
    try:
        _index(pk, lemmas.as_it_stands, is_whole=False)
    except Exception:
        logger.exception("Page %s could not be indexed by its words alone", pk)
        # What it said before may no longer be public.
        vocabulary.forget(_forget(pk))
    return failure


@transaction.atomic
def _index(pk, terms, is_whole=True):
    # Nobody publishes another version in between.
    try:
        page = guard.lock_page(pk).specific
    except Page.DoesNotExist:
        # It was deleted, and its terms with it.
        vocabulary.forget()
        return
    before = _forget(pk)
    weights = _write(page, terms, is_whole) if page.live else {}
    vocabulary.forget(before - weights.keys())


def _write(page, terms, is_whole):
    """Write what is searched of ``page``; its terms, none where readers do not search it."""
    if not isinstance(page, BasePage):
        return {}
    searched = page.searched()
    if is_whole:
        SearchedText.objects.create(page_id=page.pk, texts=_shown(searched))
    weights, forms = _weighed(searched, page.locale.language_code, terms)
    SearchTerm.objects.bulk_create(
        (
            SearchTerm(
                page_id=page.pk,
                term=term,
                weight=round(weight, 3),
                forms=" ".join(sorted(forms[term])),
            )
            for term, weight in weights.items()
        ),
        batch_size=500,
    )
    vocabulary.learn(weights, page.locale)
    return weights


def _shown(searched):
    texts = (text for place in SHOWN for text in searched.get(place, ()))
    return [text for text in map(lemmas.clean, texts) if text.strip()]


def _weighed(searched, language, terms):
    """``({term: weight}, {term: words})``: a word once in the title outweighs many in the text."""
    weights, forms = Counter(), defaultdict(set)
    for place, texts in searched.items():
        words = Counter(
            (lemmas.written(match), _is_name(match))
            for text in texts
            for match in lemmas.words(lemmas.clean(text))
        )
        near, counts = {}, Counter()
        for (word, is_name), count in words.items():
            for term, nearness in terms(word, language).items():
                if is_name and nearness < lemmas.SAME:
                    nearness *= OF_A_NAME
                near[term] = max(nearness, near.get(term, 0))
                counts[term] += count
                forms[term].add(word)
        for term, count in counts.items():
            weights[term] += place * near[term] * (1 + log(count))
    return weights, forms


def _is_name(match):
    """Is it a word with a capital inside a sentence?"""
    if not match[0][0].isupper():
        return False
    before = match.string[: match.start()].rstrip(" \u00a0")
    return bool(before) and before[-1] not in NO_NAME_AFTER + "\n"


def index_everything():
    """Index every public page anew; after new dictionaries, or where the index is not yet.

    :returns: how many pages failed.
    """
    for model in (SearchTerm, SearchedText):
        model.objects.exclude(page__live=True).delete()
    vocabulary.forget()
    pages = Page.objects.live().values_list("pk", flat=True)
    return [index_page(pk) for pk in list(pages)].count(False)


@every(24 * 60 * 60)
def load_dictionaries():
    """In the scheduler's first round: no release waits for them, and it takes no more memory later."""
    lemmas.load()


@every(10 * 60)
def index_missing():
    """Index the public pages that could not be indexed."""
    indexed = SearchedText.objects.values("page")
    missing = Page.objects.live().type(BasePage).exclude(pk__in=indexed)
    with take("index_missing") as mine:
        for pk in list(missing.values_list("pk", flat=True)) if mine else ():
            index_page(pk)


def index_if_empty():
    """Index a site that is older than its search."""
    if not all(
        model.objects.exists() for model in (SearchTerm, SearchedText, SearchWord)
    ):
        index_everything()
