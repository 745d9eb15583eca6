"""How many queries a reader's page may take."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from blog.models import BlogPageTheme
from tests.support.factories import (
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import publish, publish_translation

pytestmark = pytest.mark.django_db

BUDGET = 15
LISTS = [
    "/fi/", "/fi/blogi/", "/fi/teemat/", "/fi/kirjoittajat/", "/fi/kuukauden-kysymys/",
    "/sv/", "/sv/blogg/", "/sv/teman/", "/sv/skribenter/", "/sv/manadens-fraga/",
]  # fmt: skip


class Blog:
    """Posts that have everything on them."""

    def __init__(self, people):
        self.people = people
        self.image = make_image(people.writer)
        self.in_text = make_image(people.writer, "green")
        self.in_text.contextual_alt_text = "Vene"
        self.in_text.decorative = False
        self.made = [
            publish(draft, people.editor, people.editor2)
            for draft in (
                make_author(photo=make_image(people.editor), saved_by=people.editor),
                make_question(datetime.date(2026, 11, 1), saved_by=people.editor),
                make_theme(saved_by=people.editor),
            )
        ]
        self.translated = [
            publish_translation(page, people.translator, people.reviewer)
            for page in self.made
        ]

    def one_more(self, number):
        author, question, theme = self.made
        draft = make_post(
            self.people.writer,
            title=f"Kirjoitus {number}",
            authors=[author],
            question=question,
            hero_image=self.image,
            hero_alt="Vene",
            post_themes=[BlogPageTheme(theme=theme)],
            body=[
                ("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>"),
                ("image", {"image": self.in_text, "caption": "Vene"}),
            ],
        )
        return publish(draft, self.people.writer, self.people.editor)


def test_any_page_takes_at_most_15(people):
    """Without any cache, in both languages, and the same number for a few posts and for 20."""
    blog = Blog(people)
    post = blog.one_more(0)
    swedish = publish_translation(post, people.translator, people.reviewer)
    only_finnish = blog.one_more(1)
    pages = [*blog.made, *blog.translated, post, swedish, only_finnish]
    archive = f"{post.date:%Y/%m/}"
    addresses = [
        *LISTS,
        *(page.url for page in pages),
        only_finnish.url.replace("/fi/blogi/", "/sv/blogg/"),
        f"/fi/blogi/{archive}",
        f"/sv/blogg/{archive}",
    ]
    few = {address: queries(address) for address in addresses}
    assert {address: count for address, count in few.items() if count > BUDGET} == {}
    for number in range(2, 20):
        blog.one_more(number)
    # Twenty posts are two pages of ten: pagination may cost no query more.
    assert {address: queries(address) for address in addresses} == few


def test_a_search_takes_as_many_for_20_results_as_for_one(people):
    """Without any cache, narrowed down or not, in its own language or below that of the page."""
    blog = Blog(people)
    post, (author, _question, theme) = blog.one_more(0), blog.made
    chosen = f"theme={theme.slug}&author={author.slug}&year={post.date.year}"
    searches = [
        f"{address}?q={query}&{narrowed}"
        for address in ("/fi/haku/", "/sv/sok/")
        for query in ("yhteisö", "kirjoitus", "kunta+asukas")
        for narrowed in ("", chosen, "page=2")
    ]
    few = {address: queries(address) for address in searches}
    assert {address: count for address, count in few.items() if count > BUDGET} == {}
    for number in range(1, 20):
        blog.one_more(number)
    assert {address: queries(address) for address in searches} == few
    assert Client().get(searches[0]).context["count"] == 20


def queries(address):
    """How many ``address`` takes when nothing is cached."""
    Client().get(address)
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(address)
    assert response.status_code == 200, address
    return len(captured)
