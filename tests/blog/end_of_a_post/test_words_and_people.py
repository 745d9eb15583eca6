"""When the words of a post last changed, who wrote and translated them, and what to read next."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name

from blog.models import BlogPageTheme
from tests.support.factories import make_author, make_image, make_post, make_theme
from tests.support.helpers import publish, publish_translation, revise
from tests.support.reader_page import ReaderPage

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def theme(people):
    return publish(make_theme(saved_by=people.editor), people.editor, people.editor2)


def test_an_update_is_a_change_of_words(people):
    """Page, linked data, feed and sitemap give one moment; another picture is no update, nor is the day
    on which an older text was brought in."""
    day = datetime.date(2020, 5, 4)
    picture = {"hero_image": make_image(people.editor), "hero_alt": "Vene"}
    post = make_post(people.writer, title="Vanha teksti", date=day, **picture)
    post = publish(post, people.writer, people.editor)

    def said():
        html = Client().get(post.url).content.decode()
        (modified,) = re.findall(r'"dateModified": ?"([^"]+)"', html)
        (tag,) = re.findall(r'article:modified_time" content="([^"]+)"', html)
        sitemap = Client().get("/sitemap.xml").content.decode()
        entry = sitemap.partition(f"{post.url}</loc>")[2].partition("</url>")[0]
        (listed,) = re.findall("<lastmod>([^<]+)", entry)
        feed = Client().get("/fi/atom.xml").content.decode()
        (updated,) = re.findall("<updated>([^<]+)", feed.partition("<entry>")[2])
        assert len({modified[:10], tag[:10], listed[:10], updated[:10]}) == 1
        return listed[:10], "Päivitetty" in html

    assert said() == ("2020-05-04", False)
    revise(post, people.writer, hero_image=make_image(people.editor))
    post = publish(post, people.writer, people.editor)
    assert said() == ("2020-05-04", False)
    revise(post, people.writer, lead="Toiset sanat.")
    post = publish(post, people.writer, people.editor)
    assert said() == (timezone.localdate().isoformat(), True)


def test_a_translation_says_who_translated_it(people):
    """With the name that the account has; an original says nothing."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    name = get_user_display_name(people.translator)
    facts = ReaderPage(swedish.url).html.select_one("header .facts").get_text()
    assert f"Översättning: {name}" in facts
    assert "Käännös" not in Client().get(post.url).content.decode()


def test_the_end_of_a_post_says_who_wrote_it_and_offers_more(people, theme):
    """The profile's words in the readers' language, then the question, then posts with picture and
    lead; sharing comes last."""
    image = make_image(people.editor)
    author = make_author(
        photo=image, biography="Soutaa työkseen.", saved_by=people.editor
    )
    author = publish(author, people.editor, people.editor2)
    rows = {"post_themes": [BlogPageTheme(theme=theme)]}
    other = make_post(
        people.writer,
        "Toinen",
        hero_image=image,
        hero_alt="Kuva",
        lead="Toisen ingressi.",
        **rows,
    )
    publish(other, people.writer, people.editor)
    publish(make_post(people.writer, "Väli"), people.writer, people.editor)
    rows = {"post_themes": [BlogPageTheme(theme=theme)]}
    post = make_post(
        people.writer, "Tämä", [author], own_question="Kuka soutaa?", **rows
    )
    post = publish(post, people.writer, people.editor)
    html = ReaderPage(post.url).html
    (about,) = html.select(".authors .person")
    assert "Soutaa työkseen." in about.get_text() and about.select_one("img")
    assert about.select_one("a")["href"] == author.url
    (related,) = html.select(".read-on__list article")
    assert "Toisen ingressi." in related.get_text() and related.select_one("img")
    text = str(html)
    marks = ['class="authors"', 'class="question"', "read-on__list", 'class="share"']
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
