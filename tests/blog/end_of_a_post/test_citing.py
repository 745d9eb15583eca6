"""A post can be cited: in words on its page, and as a file for programs that keep references."""

import datetime

import pytest
from django.test import Client

from blog.citing.formats import bibtex
from tests.support.factories import make_author, make_post
from tests.support.helpers import publish
from tests.support.reader_page import ReaderPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(people):
    authors = [
        publish(
            make_author(*name, saved_by=people.editor), people.editor, people.editor2
        )
        for name in (("Maija", "Meikäläinen"), ("Olli", "Öljymäki"))
    ]
    day = datetime.date(2026, 3, 24)
    post = make_post(people.writer, "50 % & yksi_kokous", authors, date=day)
    return publish(post, people.writer, people.editor)


def test_a_post_says_how_it_is_cited(post):
    """Authors, date, title and address; the files are linked, and are there."""
    html = ReaderPage(post.url).html
    text = " ".join(html.select_one(".cite__text").get_text().split())
    assert text.startswith(
        "Maija Meikäläinen ja Olli Öljymäki (24.3.2026). 50 % & yksi_kokous."
    )
    assert text.endswith(post.url)
    links = [link["href"] for link in html.select(".cite .chips a")]
    assert [link.partition(post.url)[2] for link in links] == ["cite.bib", "cite.ris"]
    for link in links:
        assert Client().get(link).status_code == 200


def test_bibtex(post):
    """One entry, with what BibTeX reads as its own written so that it does not."""
    text = Client().get(f"{post.url}cite.bib").content.decode()
    assert text.startswith("@online{50-yksi-kokous,\n")
    assert "  author = {Meikäläinen, Maija and Öljymäki, Olli},\n" in text
    assert "  title = {{50 \\% \\& yksi\\_kokous}},\n" in text
    assert "  year = {2026},\n  month = {3},\n  day = {24},\n" in text
    assert f"  url = {{http://testserver{post.url}}},\n" in text or post.url in text
    assert "  langid = {finnish},\n}\n" in text
    post.title = "a{b}\\c"
    assert r"{{a\{b\}\textbackslash{}c}}" in bibtex(post, "https://x.fi/", "Blogi")


def test_ris(post):
    """One record; each author on a line of its own."""
    lines = Client().get(f"{post.url}cite.ris").content.decode().split("\r\n")
    assert lines[:3] == [
        "TY  - BLOG",
        "AU  - Meikäläinen, Maija",
        "AU  - Öljymäki, Olli",
    ]
    assert "DA  - 2026/03/24" in lines and lines[-2:] == ["ER  - ", ""]


def test_what_cannot_be_read_cannot_be_cited(post, people):
    """Neither a draft nor another page has such a file."""
    draft = make_post(people.writer, "Luonnos")
    for address in (draft.url or "/fi/blogi/luonnos/", "/fi/blogi/", "/fi/ei-ole/"):
        assert Client().get(f"{address}cite.bib").status_code == 404
