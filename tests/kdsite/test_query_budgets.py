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

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]

BUDGET = 25
# ``{kind: {address: queries}}`` with few posts.
FEW = {}
LISTS = [
    "/fi/", "/fi/blogi/", "/fi/teemat/", "/fi/kirjoittajat/", "/fi/kuukauden-kysymys/",
    "/sv/", "/sv/blogg/", "/sv/teman/", "/sv/skribenter/", "/sv/manadens-fraga/",
]  # fmt: skip


class Blog:
    """Posts that have everything on them, and what is on them, in both languages."""

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
        self.translated = [self.translate(page) for page in self.made]

    def translate(self, page):
        return publish_translation(page, self.people.translator, self.people.reviewer)

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


def set_the_scene(people):
    """Twenty posts; what each page took when there were three is in :data:`FEW`."""
    blog = Blog(people)
    post = blog.one_more(0)
    swedish = blog.translate(post)
    FEW["searches"] = count(*searches(post, blog))
    # Each of two that are in Finnish only has the other beside it.
    only_finnish, _another = blog.one_more(1), blog.one_more(2)
    pages = [*blog.made, *blog.translated, post, swedish, only_finnish]
    archive = f"{post.date:%Y/%m/}"
    FEW["pages"] = count(
        *LISTS,
        *(page.url for page in pages),
        only_finnish.url.replace("/fi/blogi/", "/sv/blogg/"),
        f"/fi/blogi/{archive}",
        f"/sv/blogg/{archive}",
    )
    for number in range(3, 20):
        blog.one_more(number)
    return {"post": post}


def searches(post, blog):
    """Narrowed down or not, in its own language or below that of the page."""
    author, _question, theme = blog.made
    chosen = f"theme={theme.slug}&author={author.slug}&year={post.date.year}"
    return [
        f"{address}?q={query}&{narrowed}"
        for address in ("/fi/haku/", "/sv/sok/")
        for query in ("yhteisö", "kirjoitus", "kunta+asukas")
        for narrowed in ("", chosen, "page=2")
    ]


@pytest.mark.parametrize("kind", ["pages", "searches"])
def test_any_takes_at_most_25(scene, kind):
    """Without any cache, in both languages, and the same number for a few posts and for 20: that
    is two pages of ten, and pagination may cost no query more."""
    few = FEW[kind]
    assert {address: taken for address, taken in few.items() if taken > BUDGET} == {}
    assert count(*few) == few


def test_a_search_finds_them_all(scene):
    """Else it would be no wonder that it takes as many queries for 20 results as for one."""
    assert Client().get(next(iter(FEW["searches"]))).context["count"] == 20


def count(*addresses):
    return {address: queries(address) for address in addresses}


def queries(address):
    """How many ``address`` takes when nothing is cached."""
    Client().get(address)
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(address)
    assert response.status_code == 200, address
    return len(captured)
