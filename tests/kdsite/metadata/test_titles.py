"""What tabs and search engines call a page, and say of it, is as long as they show."""

import pytest
from django.test import Client

from kdsite.metadata.descriptions import LONGEST_TITLE, cut, tab_title
from tests.support.factories import make_post
from tests.support.helpers import publish
from tests.support.reader_page import ReaderPage

LONG = "Miksi virkamies kirjoittaa pitkiä otsikoita ja mitä oppaalle siitä seurasi"


def test_the_site_is_named_where_there_is_room():
    """A short title with the site behind it, a longer one alone, a long one cut between words; the
    marks behind it stay."""
    assert tab_title("Arvalla valitut", "Blogi") == "Arvalla valitut – Blogi"
    assert tab_title("a" * 60, "Blogi") == "a" * 60
    short = tab_title(f"{LONG} (Vain suomeksi)", "Blogi")
    assert short.endswith("… (Vain suomeksi)")
    assert len(short) <= LONGEST_TITLE
    assert tab_title("Kunta &amp; <b>", "A & B") == "Kunta &amp; &lt;b&gt; – A &amp; B"


@pytest.mark.parametrize(
    "text", ["yksi kaksi kolme", "yksikaksikolme", "yksi, kaksi, k"]
)
def test_a_cut_text_ends_with_a_word(text):
    """And is never longer than it may be."""
    found = cut(text, 10)
    assert len(found) <= 10 and found.endswith("…")
    assert not found.removesuffix("…").endswith((" ", ","))


@pytest.mark.django_db
def test_machines_get_short_titles_and_descriptions(people):
    """Title and Open Graph at most 65 characters, the description 160; the heading is whole."""
    post = make_post(people.writer, LONG, lead="Sana toisensa jälkeen. " * 12)
    post = publish(post, people.writer, people.editor)
    html = ReaderPage(post.url).html
    assert len(html.title.get_text()) <= 65
    for name, longest in (("og:title", 65), ("og:description", 160)):
        assert len(html.select_one(f'meta[property="{name}"]')["content"]) <= longest
    assert len(html.select_one('meta[name="description"]')["content"]) <= 160
    assert html.h1.get_text().replace("\u00ad", "") == LONG


def test_the_symbol_is_where_programs_look():
    """Those that read no page ask for this address."""
    response = Client().get("/favicon.ico")
    assert response.status_code == 302
    assert response.url.endswith(".ico")
