"""Readers' pages from copies: the same as without, and nothing that is not for everybody."""

import gzip
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from kdsite.page_cache import generation
from tests.support.at_once import at_once
from tests.support.factories import PASSWORD, make_post, make_question
from tests.support.helpers import logged_in, publish, revise

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def set_the_scene(people):
    post = publish(make_post(people.writer), people.writer, people.editor)
    return {"post": post}


@pytest.fixture(autouse=True)
def _kept(settings, monkeypatch):
    """The number is not asked for again while a slow machine looks at a page."""
    settings.PAGE_CACHE = True
    monkeypatch.setattr(generation, "LIVES", 60)
    caches["pages"].clear()


def read(address, **headers):
    """``(answer, how many queries it took)`` of somebody who is nobody."""
    with CaptureQueriesContext(connection) as queries:
        response = Client().get(address, headers=headers)
    return response, len(queries)


def is_from_a_copy(address, **headers):
    return read(address, **headers)[1] == 0


@pytest.mark.parametrize(
    "address", ["/fi/", "/fi/blogi/", "/fi/haku/?q=kunta", "/fi/atom.xml", "/sitemap.xml", "/robots.txt"],
)  # fmt: skip
def test_the_second_reader_gets_the_same_without_the_database(scene, settings, address):
    """The same text, type and tag; as without a cache."""
    first, _queries = read(address)
    second, queries = read(address)
    assert queries == 0
    settings.PAGE_CACHE = False
    without, _queries = read(address)
    assert first.content == second.content == without.content
    for name in ("Content-Type", "Content-Language", "ETag"):
        assert first.get(name) == second.get(name), name
    assert second["Content-Type"] == without["Content-Type"]
    assert "Set-Cookie" not in second
    assert "Cookie" not in second["Vary"]


def test_compressed_and_asked_for_again(scene):
    """What is compressed is the same; who has it is answered 304; a part is not given."""
    whole, _queries = read("/fi/")
    packed, queries = read("/fi/", **{"accept-encoding": "gzip, br"})
    assert (packed["Content-Encoding"], queries) == ("gzip", 0)
    assert gzip.decompress(packed.content) == whole.content
    assert packed["Vary"] == "Accept-Encoding"
    again, _queries = read("/fi/", **{"if-none-match": packed["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other, _queries = read("/fi/blogi/", **{"if-none-match": packed["ETag"]})
    assert other.status_code == 200
    assert read("/fi/blogi/", range="bytes=0-9")[0].status_code == 200


def test_who_asks_first_with_a_condition_leaves_a_whole_copy(scene):
    """A feed that answers 304 by itself, too."""
    tag = read("/fi/atom.xml")[0]["ETag"]
    caches["pages"].clear()
    assert read("/fi/atom.xml", **{"if-none-match": tag})[0].status_code == 304
    response, queries = read("/fi/atom.xml")
    assert (response.status_code, queries) == (200, 0)


def test_another_version_is_read_at_once(scene, people):
    """In the list and on its page; what was taken down is gone from both."""
    post, lists = scene.post, "/fi/blogi/"
    assert post.title in read(lists)[0].content.decode()
    read(post.url)
    draft = revise(post, people.writer, title="Toinen otsikko").content_object
    publish(draft, people.writer, people.editor)
    for address in (lists, post.url):
        assert "Toinen otsikko" in read(address)[0].content.decode()
    scene.post.unpublish(user=people.editor)
    assert "Toinen otsikko" not in read(lists)[0].content.decode()
    assert read(post.url)[0].status_code == 410


def test_what_means_nothing_makes_no_copy(scene):
    """Parameters of campaigns, empty ones, the first page, another order."""
    read("/fi/blogi/")
    for query in ("utm_source=kirje", "fbclid=1&page=1", "page=x", "q=", "Page=2"):
        assert is_from_a_copy(f"/fi/blogi/?{query}"), query
    read("/fi/haku/?q=kunta&language=sv")
    assert is_from_a_copy("/fi/haku/?language=sv&x=1&q=kunta")
    assert not is_from_a_copy("/fi/haku/?q=kunta")
    assert not is_from_a_copy("/fi/blogi/?page=2")


def test_whoever_is_somebody_neither_gets_nor_leaves_a_copy(scene, people):
    """A session, a form's cookie; others then get what everybody gets."""
    editor = logged_in(people.editor)
    assert editor.get("/fi/").status_code == 200
    assert not is_from_a_copy("/fi/")
    with CaptureQueriesContext(connection) as queries:
        editor.get("/fi/")
    assert len(queries) > 0
    caches["pages"].clear()
    Client().post("/fi/", {"q": "kunta"})
    Client().head("/fi/")
    assert not is_from_a_copy("/fi/")


@pytest.mark.parametrize("kind", ["password", "login"])
def test_what_is_restricted_is_for_those_who_may(scene, kind):
    """It was kept before it was restricted, and its form has a cookie."""
    post = scene.post
    assert read(post.url)[0].status_code == 200
    PageViewRestriction.objects.create(
        page=post, restriction_type=kind, password=PASSWORD
    )
    for _ in range(2):
        assert post.lead not in read(post.url)[0].content.decode()
        assert not is_from_a_copy(post.url)


def test_what_is_not_there_is_looked_for_each_time(scene):
    """It may be there in a moment."""
    for address in ("/fi/ei-ole/", "/healthz", "/readyz", "/"):
        read(address)
        response, _queries = read(address)
        assert "ETag" not in response, address


def test_what_depends_on_the_day_ends_with_it(scene, people):
    """The question of a month is on the front page from the month's first moment in Finland."""
    helsinki = ZoneInfo("Europe/Helsinki")
    question = make_question(datetime(2027, 3, 1).date(), text="Kuka soutaa maaliskuussa?", saved_by=people.editor)  # fmt: skip
    publish(question, people.editor, people.editor2)
    with time_machine.travel(
        datetime(2027, 2, 28, 23, 59, 58, tzinfo=helsinki), tick=False
    ) as clock:
        read("/fi/")
        assert is_from_a_copy("/fi/")
        before = read("/fi/")[0].content.decode()
        clock.shift(3)
        assert not is_from_a_copy("/fi/")
        after = read("/fi/")[0].content.decode()
    assert "Kuka soutaa maaliskuussa?" not in before
    assert "Kuka soutaa maaliskuussa?" in after


def test_many_at_once_are_answered_by_one(scene):
    """One makes the page, the others wait for it."""
    made = []

    def ask():
        response, queries = read("/fi/blogi/")
        made.append(queries)
        return response.content

    answers = at_once(*[ask] * 6)
    assert len(set(answers)) == 1
    assert sum(queries > 2 for queries in made) == 1, made


def test_other_hosts_have_copies_of_their_own(scene):
    """Nobody can put a host of their own into what others get."""
    read("/fi/")
    assert not is_from_a_copy("/fi/", host="toinen.example.fi")
    assert is_from_a_copy("/fi/")


def test_browsers_ask_each_time_and_caches_after_a_second(scene):
    """Readers of feeds have a minute."""
    assert (
        read("/fi/")[0]["Cache-Control"]
        == "public, max-age=0, s-maxage=1, must-revalidate, stale-if-error=3600"
    )
    assert "max-age=60" in read("/fi/atom.xml")[0]["Cache-Control"]
