"""The words that are known: kept as pages come and go, and looked up by their beginning or nearly."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length

from home.models import SearchTerm, SearchWord
from kdsite.languages import lemmas

SHORTEST = 3
# Marks of what is no word: a stem, a term without dots.
NO_WORD = ("*", "~")


def learn(terms, locale):
    """Know the words among ``terms`` of a page of ``locale``."""
    words = sorted(
        term
        for term in terms
        if SHORTEST <= len(term) <= lemmas.LONGEST
        and not term.startswith(NO_WORD)
        and any(map(str.isalpha, term))
    )
    plain = {word: lemmas.dotless(word) for word in words}
    # In one order: two pages that are indexed at once wait for one another, and not for ever.
    SearchWord.objects.bulk_create(
        (
            SearchWord(
                locale=locale,
                word=word,
                plain=plain[word],
                backwards=plain[word][::-1],
            )
            for word in words
        ),
        batch_size=500,
        ignore_conflicts=True,
    )


def forget(terms=None):
    """Forget those of ``terms``, or of all words, that no page has any more."""
    used = SearchTerm.objects.filter(
        term=OuterRef("word"), page__locale=OuterRef("locale")
    )
    words = SearchWord.objects.exclude(Exists(used))
    if terms is not None:
        words = words.filter(word__in=terms)
    words.delete()


def beginning_with(beginnings, code):
    """The words of a language that begin so, dots or no dots."""
    begin = [Q(plain__startswith=lemmas.dotless(each)) for each in beginnings]
    return list(_words(code, begin).values_list("word", flat=True)) if begin else []


def like(plain, slips, code):
    """Words of a language that may be ``plain`` (without dots) with as many ``slips``: they share
    its beginning or its end. ``[(word, without dots), …]``"""
    piece = max(2 if slips == 1 else 3, len(plain) // (slips + 1))
    either = [
        Q(plain__startswith=plain[:piece]),
        Q(backwards__startswith=plain[::-1][:piece]),
    ]
    lengths = len(plain) - slips, len(plain) + slips
    words = _words(code, either).annotate(letters=Length("plain"))
    return words.filter(letters__range=lengths).values_list("word", "plain")


def _words(code, either):
    return SearchWord.objects.filter(
        reduce(or_, either), locale__language_code=code
    ).order_by()
