"""What a list of posts says of each, and how it is narrowed down to a theme."""

import pytest
from wagtail.models import PageViewRestriction

from blog.models import BlogPageTheme
from tests.support.factories import make_author, make_image, make_post, make_theme
from tests.support.helpers import publish
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LISTS = ["/fi/", "/fi/blogi/", "/fi/teemat/lahidemokratia/"]


@pytest.fixture
def theme(people):
    return publish(make_theme(saved_by=people.editor), people.editor, people.editor2)


@pytest.fixture
def author(people):
    draft = make_author(photo=make_image(people.editor), saved_by=people.editor)
    return publish(draft, people.editor, people.editor2)


@pytest.fixture
def post(people, theme, author):
    """Without a picture; the newest one, which the front page shows large, has none either."""

    def made(title):
        rows = [BlogPageTheme(theme=theme)]
        draft = make_post(people.writer, title, [author], post_themes=rows)
        return publish(draft, people.writer, people.editor)

    post = made("Toinen")
    made("Uusin")
    return post


def card(page, post):
    (found,) = [
        c for c in page.html.select(".card") if c.select_one(f'a[href="{post.url}"]')
    ]
    return found


@pytest.mark.parametrize("address", LISTS)
def test_a_card_says_what_a_post_is_about_and_how_long(post, theme, address):
    """Its theme and its reading time; without a picture the author's portrait stands there."""
    found = card(ReaderPage(address), post)
    facts = found.select_one(".facts").get_text()
    assert theme.title in facts and "Lukuaika: 1" in facts
    assert found.select_one("img.portrait")


def test_a_portrait_is_shown_where_the_profile_may_be_read(post, author):
    """That of a closed profile is nobody's to see; its author is named all the same."""
    PageViewRestriction.objects.create(page=author, restriction_type="login")
    found = card(ReaderPage("/fi/blogi/"), post)
    assert not found.select_one("img")
    assert author.name in found.get_text()


def test_themes_narrow_the_list_down(post, theme):
    """By plain links, from the whole list to a theme and back; each says which one is shown."""

    def chosen(address):
        links = ReaderPage(address).html.select(".theme-filter a")
        now = [link["href"] for link in links if link.get("aria-current") == "page"]
        return [link["href"] for link in links], now

    both = ["/fi/blogi/", theme.url]
    assert chosen("/fi/blogi/") == (both, ["/fi/blogi/"])
    assert chosen(theme.url) == (both, [theme.url])
