"""The posts of a year and of a month, below the list of posts."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from tests.support.factories import make_post
from tests.support.helpers import publish, publish_translation
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def post_of(people, day, title="Kirjoitus", **fields):
    """A public Finnish post of that day."""
    post = make_post(people.writer, title=title, **fields)
    post = publish(post, people.writer, people.editor)
    BlogPage.objects.filter(pk=post.pk).update(date=day)
    post.date = day
    return post


def archive_links(address):
    """``[(text, address)]`` of the years and months below the list."""
    html = BeautifulSoup(Client().get(address).content, "html.parser")
    return [
        (" ".join(item.get_text(" ", strip=True).split()), item.a["href"])
        for item in html.select("nav.archive li")
    ]


def test_years_and_months_with_counts(people):
    """Newest first, each with how many posts it has; only what has posts is linked."""
    post_of(people, datetime.date(2026, 11, 3), "Yksi")
    post_of(people, datetime.date(2026, 11, 17), "Kaksi")
    post_of(people, datetime.date(2025, 3, 30), "Vanha")
    make_post(people.writer, title="Luonnos", date=datetime.date(2024, 1, 1))
    closed = post_of(people, datetime.date(2023, 1, 1), "Suljettu")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert archive_links("/fi/blogi/") == [
        ("2026 (2 kirjoitusta)", "/fi/blogi/2026/"),
        ("Marraskuu 2026 (2 kirjoitusta)", "/fi/blogi/2026/11/"),
        ("2025 (1 kirjoitus)", "/fi/blogi/2025/"),
        ("Maaliskuu 2025 (1 kirjoitus)", "/fi/blogi/2025/03/"),
    ]
    assert ("Mars 2025 (1 inlägg)", "/sv/blogg/2025/03/") in archive_links("/sv/blogg/")


def test_a_period_shows_its_posts_and_its_own_address(people):
    """The year and the month hold what is of them; heading, title and canonical say so."""
    november = post_of(people, datetime.date(2026, 11, 3), "Marras")
    march = post_of(people, datetime.date(2026, 3, 3), "Maalis")
    post_of(people, datetime.date(2025, 11, 3), "Vanha")
    year = ReaderPage("/fi/blogi/2026/")
    assert list(year.cards) == [november.url, march.url]
    month = ReaderPage("/fi/blogi/2026/11/")
    assert list(month.cards) == [november.url]
    assert month.title == "Marraskuu 2026"
    assert month.html.title.string.startswith("Marraskuu 2026 – Blogi")
    assert month.canonical == "/fi/blogi/2026/11/"
    assert month.html.select_one('nav.archive [aria-current="page"]')["href"] == (
        "/fi/blogi/2026/11/"
    )


def test_a_period_without_posts_is_not_there(people):
    """404, whatever is asked; never an error."""
    post_of(people, datetime.date(2026, 11, 3))
    below = ["2027/", "2026/10/", "2026/13/", "2026/00/", "0000/", "2026/1/", "2026/11/03/",
             "26/", "abcd/"]  # fmt: skip
    answers = {each: Client().get(f"/fi/blogi/{each}").status_code for each in below}
    assert answers == dict.fromkeys(below, 404)


def test_the_switcher_leads_to_the_same_period(people):
    """Where the other language has anything of it; else to its list."""
    post = post_of(people, datetime.date(2026, 10, 30))
    swedish = publish_translation(post, people.translator, people.reviewer)
    BlogPage.objects.filter(pk=swedish.pk).update(date=datetime.date(2026, 11, 2))
    assert ReaderPage("/fi/blogi/2026/").switcher == {"sv": "/sv/blogg/2026/"}
    assert ReaderPage("/sv/blogg/2026/11/").switcher == {"fi": "/fi/blogi/"}
    assert ReaderPage("/fi/blogi/2026/10/").switcher == {"sv": "/sv/blogg/"}


def test_what_is_in_one_language_is_in_the_archive_of_the_other(people):
    """As in the list of posts, labelled."""
    post_of(people, datetime.date(2026, 11, 3))
    page = ReaderPage("/sv/blogg/2026/11/")
    (card,) = page.cards.values()
    assert "Bara på finska" in card.get_text()
    assert page.switcher == {"fi": "/fi/blogi/2026/11/"}


def test_pages_of_a_period(people):
    """More than ten posts are parted, below the period's own address."""
    for number in range(11):
        post_of(people, datetime.date(2026, 11, 1 + number), f"Kirjoitus {number}")
    first, second = ReaderPage("/fi/blogi/2026/"), ReaderPage("/fi/blogi/2026/?page=2")
    assert (len(first.cards), len(second.cards)) == (10, 1)
    assert first.html.select_one("nav.pagination a")["href"] == "/fi/blogi/2026/?page=2"
    (link,) = second.html.select('link[rel="canonical"]')
    assert link["href"].endswith("/fi/blogi/2026/?page=2")


def test_no_post_stands_in_the_place_of_a_year(people):
    """A post called 2026 gets another address; nobody can give it that one."""
    post = make_post(people.writer, title="2026")
    assert post.slug == "blog-2026"
    post.slug = "2026"
    with pytest.raises(ValidationError) as refused:
        post.clean()
    assert "slug" in refused.value.message_dict
