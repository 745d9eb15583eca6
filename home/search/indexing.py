"""Keeps the index of search: a page's words when it goes public, nothing when it no longer is."""

from collections import Counter, defaultdict
from math import log

from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from home.models import SearchedText, SearchTerm
from kdsite import lemmas
from kdsite.pages import BasePage
from kdsite.searched import Place

# In this order a result shows what it says.
SHOWN = (Place.LEAD, Place.TEXT, Place.NAMES)


def connect():
    """Follow publication; called once, when the apps are ready."""
    page_published.connect(_published, dispatch_uid="home.search.published")
    page_unpublished.connect(_unpublished, dispatch_uid="home.search.unpublished")


def _published(instance, **kwargs):
    # Its public row, not the version in memory.
    index_page(Page.objects.get(pk=instance.pk).specific)


def _unpublished(instance, **kwargs):
    _forget(instance)


def _forget(page):
    SearchTerm.objects.filter(page=page.pk).delete()
    SearchedText.objects.filter(page=page.pk).delete()


@transaction.atomic
def index_page(page):
    """Put the words of ``page`` (its public row) in the place of those that it had before."""
    _forget(page)
    if not page.live or not isinstance(page, BasePage):
        return
    searched = page.searched()
    SearchedText.objects.create(page_id=page.pk, texts=_shown(searched))
    weights, forms = _terms(searched, page.locale.language_code)
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


def _shown(searched):
    texts = (text for place in SHOWN for text in searched.get(place, ()))
    return [text for text in map(lemmas.clean, texts) if text.strip()]


def _terms(searched, language):
    """``({term: weight}, {term: words})``: a word once in the title outweighs many in the text."""
    weights, forms = Counter(), defaultdict(set)
    for place, texts in searched.items():
        words = Counter(
            match[0].lower()
            for text in texts
            for match in lemmas.words(lemmas.clean(text))
        )
        near, counts = {}, Counter()
        for word, count in words.items():
            for term, nearness in lemmas.terms(word, language).items():
                near[term] = max(nearness, near.get(term, 0))
                counts[term] += count
                forms[term].add(word)
        for term, count in counts.items():
            weights[term] += place * near[term] * (1 + log(count))
    return weights, forms


def index_everything():
    """Index every public page anew; after new dictionaries, or where the index is not yet."""
    for model in (SearchTerm, SearchedText):
        model.objects.exclude(page__live=True).delete()
    for pk in list(Page.objects.live().values_list("pk", flat=True)):
        index_page(Page.objects.get(pk=pk).specific)


def index_if_empty():
    """Index a site that is older than its search."""
    if not SearchTerm.objects.exists() or not SearchedText.objects.exists():
        index_everything()
