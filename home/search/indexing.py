"""Keeps the index of search: a page's words when it goes public, nothing when it no longer is."""

from collections import Counter, defaultdict
from math import log

from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from home.models import SearchTerm
from kdsite import lemmas
from kdsite.pages import BasePage


def connect():
    """Follow publication; called once, when the apps are ready."""
    page_published.connect(_published, dispatch_uid="home.search.published")
    page_unpublished.connect(_unpublished, dispatch_uid="home.search.unpublished")


def _published(instance, **kwargs):
    # Its public row, not the version in memory.
    index_page(Page.objects.get(pk=instance.pk).specific)


def _unpublished(instance, **kwargs):
    SearchTerm.objects.filter(page=instance.pk).delete()


@transaction.atomic
def index_page(page):
    """Put the words of ``page`` (its public row) in the place of those that it had before."""
    SearchTerm.objects.filter(page=page.pk).delete()
    if not page.live or not isinstance(page, BasePage):
        return
    weights, forms = _terms(page)
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


def _terms(page):
    """``({term: weight}, {term: words})``: a word once in the title outweighs many in the text."""
    language = page.locale.language_code
    weights, forms = Counter(), defaultdict(set)
    for place, texts in page.searched().items():
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
    SearchTerm.objects.exclude(page__live=True).delete()
    for pk in list(Page.objects.live().values_list("pk", flat=True)):
        index_page(Page.objects.get(pk=pk).specific)


def index_if_empty():
    """Index a site that is older than its search."""
    if not SearchTerm.objects.exists():
        index_everything()
