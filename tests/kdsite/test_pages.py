"""Which pages there are, where, and what lists hold."""

import datetime
import re

import pytest
from django.test import Client
from wagtail.models import Page, Site

from blog.models import BlogPage, BlogPageTheme
from home.models import HomePage
from kdsite.languages import lemmas
from kdsite.pages.sites import site_of
from tests.support.factories import (
    BlogIndexPage,
    index,
    make_author,
    make_post,
    make_question,
    make_theme,
)
from tests.support.helpers import fresh, publish, publish_translation, read
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_a_theme_lists_its_posts(people):
    """Newest first, only public ones."""
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    for title in ("Vanha", "Uusi", "Luonnos"):
        post = make_post(people.writer, title=title)
        draft = post.get_latest_revision_as_object()
        draft.post_themes = [BlogPageTheme(theme=theme)]
        draft.save_revision(user=people.writer)
        if title != "Luonnos":
            publish(post, people.writer, people.editor)
    assert [post.title for post in fresh(theme).posts] == ["Uusi", "Vanha"]


def test_bad_page_numbers_are_harmless(people):
    """A page number that makes no sense shows the first or the last page."""
    publish(make_post(people.writer), people.writer, people.editor)
    for page in ["", "0", "-1", "2", "99", "abc", "1.5", "%00", "²"]:
        response = Client().get(f"/fi/blogi/?page={page}")
        assert response.status_code == 200, page
        assert "Samaan suuntaan" in response.content.decode(), page


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_front_page_with_few_posts(people, count):
    """The newest is shown large, the others below it; it says that there is none only then."""
    for number in range(count):
        post = make_post(people.writer, title=f"Kirjoitus {number}")
        publish(post, people.writer, people.editor)
    html = Client().get("/fi/").content.decode()
    assert html.count('<article class="newest">') == min(count, 1)
    assert html.count('<article class="card') == max(count - 1, 0)
    assert ("Kirjoituksia ei vielä ole" in html) == (count == 0)


def test_drafts_and_restricted_posts_are_not_listed(people):
    """Neither drafts nor pages behind a log-in."""
    from wagtail.models import PageViewRestriction

    make_post(people.writer, title="Pelkkä luonnos")
    hidden = publish(
        make_post(people.writer, title="Suljettu"), people.writer, people.editor
    )
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    text = Client().get("/fi/blogi/").content.decode()
    assert "Pelkkä luonnos" not in text
    assert "Suljettu" not in text


def test_page_types_have_their_places(people):
    """Posts below the list of posts and nowhere else; one front page for each language."""
    assert BlogPage.can_create_at(index(BlogIndexPage))
    assert not BlogPage.can_create_at(index(HomePage))
    assert not HomePage.can_create_at(Page.objects.get(depth=1))
    assert HomePage.objects.count() == 2
    assert not BlogIndexPage.can_create_at(index(HomePage))


@pytest.mark.parametrize(
    "path",
    ["/fi/", "/sv/", "/fi/blogi/", "/sv/blogg/", "/fi/teemat/", "/sv/teman/",
     "/fi/kirjoittajat/", "/sv/skribenter/", "/fi/kuukauden-kysymys/",
     "/sv/manadens-fraga/", "/fi/liity/", "/sv/ga-med/", "/fi/tietosuojaseloste/",
     "/sv/dataskyddsbeskrivning/", "/fi/saavutettavuusseloste/",
     "/sv/tillganglighetsutlatande/"],
)  # fmt: skip
def test_every_address_of_a_new_site_answers(site, path):
    """The skeleton is there in both languages, without a cookie."""
    response = Client().get(path)
    assert response.status_code == 200
    assert f'<html lang="{path[1:3]}"' in response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("accepts", "language"),
    [("sv", "sv"), ("sv-FI,fi;q=0.5", "sv"), ("fi", "fi"), ("en", "fi"), ("", "fi"), ("de, sv;q=0.2", "sv")],
)  # fmt: skip
def test_the_root_leads_to_the_readers_language(site, accepts, language):
    """By Accept-Language, Finnish when in doubt; a deep link never redirects."""
    response = Client().get("/", headers={"accept-language": accepts})
    assert response.status_code == 302
    assert response["Location"] == f"/{language}/"
    deep = Client().get("/fi/blogi/", headers={"accept-language": "sv"})
    assert deep.status_code == 200


@pytest.mark.parametrize("path", ["/fi/ei-ole/", "/sv/finns-inte/"])
def test_what_is_not_there_says_so_in_the_readers_language(site, path):
    """404 in the language of the address."""
    response = Client().get(path)
    assert response.status_code == 404
    words = {"fi": "Sivua ei löytynyt", "sv": "Sidan hittades inte"}[path[1:3]]
    assert words in response.content.decode()


def test_a_public_post_in_swedish_is_linked_from_the_finnish_one(people):
    """The switcher leads to the same post."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    assert f'href="{swedish.url}"' in read(post)[1]
    assert f'href="{post.url}"' in read(swedish)[1]


@pytest.mark.parametrize(
    "path", ["/fi/blogi/", "/sv/teman/", "/sv/skribenter/", "/fi/kuukauden-kysymys/"]
)
def test_every_list_says_what_it_is(site, path):
    """A list without a lead has a description for search engines all the same."""
    html = Client().get(path).content.decode()
    (description,) = re.findall('<meta name="description" content="([^"]+)">', html)
    assert f'<meta property="og:description" content="{description}">' in html


def test_the_heading_of_the_front_page_is_shown_as_it_was_written(people):
    """Also with the dictionaries, which part its long words."""
    lemmas.load()
    HomePage.objects.update(heading='Kunta & "asukkaat"')
    html = Client().get("/fi/").content.decode()
    assert "<h1>Kunta &amp; &quot;asukkaat&quot;</h1>" in html


def test_the_front_page_has_the_themes_in_the_editors_order(people):
    for order, name in ((2, "Toinen"), (1, "Ensimmäinen")):
        theme = make_theme(name, saved_by=people.editor, order=order)
        publish(theme, people.editor, people.editor2)
    html = Client().get("/fi/").content.decode()
    assert html.index("Ensimmäinen") < html.index("Toinen")


@pytest.mark.parametrize(
    "path, words", [("/fi/", "10 500 jäsentä"), ("/sv/", "10 500 medlemmar")]
)
def test_large_numbers_are_grouped(site, path, words):
    HomePage.objects.update(member_count=10_500, network="Avoin.")
    html = Client().get(path).content.decode()
    assert words.replace("0 5", "0\N{NO-BREAK SPACE}5") in html


def test_the_posts_of_a_theme_an_author_and_a_question_come_ten_at_a_time(people):
    """The second page has its own address, title and way back."""
    author = make_author(saved_by=people.editor)
    theme = make_theme(saved_by=people.editor)
    question = make_question(datetime.date(2026, 11, 1), saved_by=people.editor)
    pages = [
        publish(page, people.editor, people.editor2)
        for page in (author, theme, question)
    ]
    for number in range(11):
        post = make_post(
            people.writer,
            title=f"Kirjoitus {number}",
            authors=[author],
            question=question,
        )
        draft = post.get_latest_revision_as_object()
        draft.post_themes = [BlogPageTheme(theme=theme)]
        draft.save_revision(user=people.writer)
        publish(post, people.writer, people.editor)
    for page in pages:
        first, second = ReaderPage(page.url), ReaderPage(f"{page.url}?page=2")
        assert len(first.html.select("article.card")) == 10
        assert len(second.html.select("article.card")) == 1
        assert "Sivu 2/2" in second.html.title.string
        link = second.html.select_one("link[rel=canonical]")["href"]
        assert link.endswith(f"{page.url}?page=2")
        assert first.html.select_one("a[rel=next]")["href"] == f"{page.url}?page=2"
        assert second.html.select_one("a[rel=prev]")["href"] == page.url


def test_one_site_answers_for_every_host(rf, settings):
    """And of several each for its own, as Wagtail has it."""
    settings.ALLOWED_HOSTS = ["*"]
    only = Site.objects.get()
    elsewhere = rf.get("/", headers={"host": "muu.example.fi"})
    assert site_of(elsewhere) == only
    assert site_of(elsewhere).root_page.pk == only.root_page_id
    other = Site.objects.create(hostname="muu.example.fi", root_page=index(HomePage))
    for host, site in ((other.hostname, other), ("kolmas.example.fi", only)):
        assert site_of(rf.get("/", headers={"host": host})) == site
    only.is_default_site = False
    only.save()
    assert site_of(rf.get("/", headers={"host": "kolmas.example.fi"})) is None
    assert site_of(None) is None
