"""The index of search: which terms lead to which page, the text that results are shown with, and all
words that are known."""

from django.db import models
from django.db.models import Q
from wagtail.models import Locale, Page

from kdsite.languages.lemmas import LONGEST
from kdsite.pages.base import is_open


class SearchTermQuerySet(models.QuerySet):
    def of_readable(self, asked):
        """The rows of pages that any reader may open, for ``{language code: terms}``."""
        wanted = Q()
        for code, terms in asked.items():
            wanted |= Q(page__locale__language_code=code, term__in=terms)
        return self.filter(wanted, page__in=Page.objects.live().filter(is_open()))


class SearchTerm(models.Model):
    """One term of one public page, weighed by where on the page its words stand.

    A table of our own, because the two databases' text search neither rank alike nor know what a
    form found by its letters only is; home/search/indexing.py fills it.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    # A mark and the term; see kdsite/languages/lemmas.py.
    term = models.CharField(max_length=LONGEST + 40)
    weight = models.FloatField()
    # The words of the page that the term comes from, to be marked in a result.
    forms = models.TextField()

    objects = SearchTermQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["term", "page"], name="one_term_a_page")
        ]

    def __str__(self):
        return self.term


class SearchedText(models.Model):
    """What one public page says, in pieces, for showing the words that were found in context.

    Read from the pages themselves, it would take queries for each of their types and pictures.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    # What says most about the page first.
    texts = models.JSONField()

    def __str__(self):
        return f"{self.page_id}"


class SearchWord(models.Model):
    """A word, in any form, that some page of a language has or had, once whatever the number of pages.

    What is typed half or wrongly is looked for among them. Nothing is shown of a word before it is
    looked up in :class:`SearchTerm`, which knows what is public.
    """

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=LONGEST)
    # Without dots, from its beginning and from its end: a slip is rarely at both.
    plain = models.CharField(max_length=LONGEST, db_index=True)
    backwards = models.CharField(max_length=LONGEST, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "word"], name="one_word_a_language"
            )
        ]

    def __str__(self):
        return self.word
