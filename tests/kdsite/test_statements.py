"""Queries that Django writes once for a process."""

import pytest
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from kdsite.pages.statements import WrittenOnce

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_each_call_finds_what_it_was_given():
    """Not what an earlier one was; with texts, ids, moments and keys, and lists of any length."""
    Page.objects.update(first_published_at=timezone.now())
    pages = list(Page.objects.order_by("path"))

    @WrittenOnce
    def found(ids, language, moment, keys):
        return (
            Page.objects.filter(pk__in=ids, locale__language_code=language)
            .filter(first_published_at__lte=moment, translation_key__in=keys)
            .order_by("path")
            .values("id", "translation_key", "first_published_at", at=F("path"))
        )

    keys = [page.translation_key for page in pages]
    for length in range(1, len(pages) + 1):
        for language in ("fi", "sv"):
            some = pages[:length]
            rows = found(
                ids=[page.pk for page in some],
                language=language,
                moment=timezone.now(),
                keys=keys,
            )
            assert rows == [
                {
                    "id": page.pk,
                    "translation_key": page.translation_key,
                    "first_published_at": page.first_published_at,
                    "at": page.path,
                }
                for page in some
                if page.locale.language_code == language
            ]
    assert len(pages) > 4
    # By length: 1, 2, up to 4, up to 8, …
    assert len(found.written) == (len(pages) - 1).bit_length() + 1


def test_it_finds_what_is_there_now(django_assert_num_queries):
    """Only the statement is kept, never what it found."""

    @WrittenOnce
    def titles(depth):
        return Page.objects.filter(depth=depth).values("title")

    before = titles(depth=2)
    Page.objects.filter(depth=2).update(title="Toinen")
    assert before != titles(depth=2)
    assert {row["title"] for row in titles(depth=2)} == {"Toinen"}
    with django_assert_num_queries(1):
        titles(depth=2)
