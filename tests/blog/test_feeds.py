"""Feeds of a language, a theme and an author."""

import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from kdsite.editorial.publishing.facts import set_facts
from tests import golden
from tests.support import machine_scene
from tests.support.factories import make_post
from tests.support.helpers import approve, publish, read, revise, submit

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = etree.RelaxNG(etree.parse(golden.FOLDER / "what_we_write_of_atom.rng"))
FEEDS = {
    "fi": "/fi/atom.xml",
    "sv": "/sv/atom.xml",
    "theme": "/fi/teemat/lahidemokratia/atom.xml",
    "author": "/fi/kirjoittajat/maija-malli/atom.xml",
}


def set_the_scene(people):
    return machine_scene.make_it(people)


def feed(address, **headers):
    """The parsed feed at ``address``."""
    response = Client().get(address, headers=headers)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert not response.cookies
    return etree.fromstring(response.content)


def entry(tree, number=0):
    return tree.findall("a:entry", ATOM)[number]


def texts(tree, path):
    return [str(found) for found in tree.xpath(path, namespaces=ATOM)]


@pytest.mark.parametrize("name", FEEDS)
def test_the_feed_is_as_agreed(scene, name):
    """Readers' programs get the same as before; see :mod:`tests.golden`."""
    text = Client().get(FEEDS[name]).content.decode()
    assert golden.matches(f"feed_{name}.xml", text.replace("><", ">\n<") + "\n")


@pytest.mark.parametrize("name", FEEDS)
def test_the_feed_is_valid_atom(scene, name):
    """Every required element once, nothing unknown, every address in full (RFC 4287)."""
    tree = feed(FEEDS[name])
    SCHEMA.assertValid(tree)
    assert tree.get("{http://www.w3.org/XML/1998/namespace}lang") == FEEDS[name][1:3]
    assert len(set(texts(tree, "//a:id/text()"))) == len(tree.findall(".//a:id", ATOM))
    for html in texts(tree, "//a:content/text()"):
        found = etree.HTML(html)
        for address in [*found.xpath("//@src"), *found.xpath("//@href")]:
            assert address.startswith("https://"), address
        assert not found.xpath("//script|//iframe|//@style|//@srcset")


def test_the_whole_text_is_there(scene):
    """Picture, text, table and question; what plays elsewhere is a link."""
    html = etree.HTML(texts(entry(feed("/fi/atom.xml")), "a:content/text()")[0])
    assert html.xpath("//img/@alt") == ["Vene"]
    assert html.xpath("//li/text()") == ["Kysy.", "Kuuntele."]
    assert html.xpath("//td/text()") == ["2026", "19"]
    assert html.xpath("//a/@href") == [
        f"{golden.HOST}/fi/liity/",
        "https://www.youtube.com/watch?v=abcdef12345",
    ]
    assert "Mitä sinä kysyisit?" in html.xpath("string()")


def test_every_author_is_named(scene):
    """In their order; the address of a profile only where readers may open it."""
    first = entry(feed("/fi/atom.xml"))
    assert texts(first, "a:author/a:name/text()") == ["Maija Malli", "Olli Öljymäki"]
    assert texts(first, "a:author/a:uri/text()") == [scene.maija.full_url]


def test_ids_stay_when_addresses_change(scene, people):
    """A post that moves is not a new post, and neither is its feed."""
    before = texts(feed("/fi/atom.xml"), "//a:id/text()")
    revise(scene.post, people.editor, slug="toinen-osoite", title="Toinen otsikko")
    submit(scene.post, people.editor)
    approve(scene.post, people.editor2)
    after = feed("/fi/atom.xml")
    assert texts(after, "//a:id/text()") == before
    assert texts(after, "//a:entry/a:link/@href")[0].endswith("/toinen-osoite/")


def test_language_versions_have_ids_of_their_own(scene):
    """One id, one language."""
    fi, sv = feed("/fi/atom.xml"), feed("/sv/atom.xml")
    assert not {*texts(fi, "//a:id/text()")} & {*texts(sv, "//a:id/text()")}


def test_dates_are_those_of_publication(scene):
    """An imported text came out on its own day; that we published it later is no change of its words."""
    new, old = feed("/fi/atom.xml").findall("a:entry", ATOM)
    assert texts(new, "a:published/text()") == ["2026-11-24T09:00:00+02:00"]
    assert texts(old, "a:published/text()") == ["2018-06-05T00:00:00+03:00"]
    assert texts(old, "a:updated/text()") == ["2018-06-05T00:00:00+03:00"]


def test_who_has_it_already_gets_304(scene, people):
    """By ETag and by date, for one query; a publication or a withdrawal changes it."""
    first = Client().get("/fi/atom.xml")
    for headers in (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
    ):
        with CaptureQueriesContext(connection) as queries:
            assert Client().get("/fi/atom.xml", headers=headers).status_code == 304
        assert len(queries) == 1
    publish(make_post(people.writer, title="Uusi"), people.writer, people.editor)
    second = changed_since(first)
    assert second["Last-Modified"] != first["Last-Modified"]
    PageViewRestriction.objects.create(page=scene.post, restriction_type="login")
    third = Client().get("/fi/atom.xml", headers={"if-none-match": second["ETag"]})
    assert third.status_code == 200
    assert scene.post.url not in third.content.decode()


def changed_since(before):
    """The feed of now, for whoever has it as ``before``, and asks in either way."""
    for name, value in (
        ("if-none-match", before["ETag"]),
        ("if-modified-since", before["Last-Modified"]),
    ):
        answer = Client().get("/fi/atom.xml", headers={name: value})
        assert answer.status_code == 200, name
    return answer


def test_a_post_that_was_taken_down_leaves_the_feed(scene, people):
    """For those too who only ask whether anything is newer."""
    first = Client().get("/fi/atom.xml")
    scene.post.unpublish(user=people.editor)
    assert scene.post.url not in changed_since(first).content.decode()


def test_a_changed_date_reaches_the_feed(scene, people):
    """A fact is changed without a new version."""
    first = Client().get("/fi/atom.xml")
    set_facts(scene.post, people.editor, {"date": datetime.date(2026, 11, 2)})
    assert "2026-11-02" in changed_since(first).content.decode()


def test_at_most_the_20_newest(scene, people, django_assert_max_num_queries):
    """Newest first, for the same number of queries as one."""
    posts = [
        publish(make_post(people.writer, title=f"Kirjoitus {n}"), people.writer, people.editor)
        for n in range(21)
    ]  # fmt: skip
    day = datetime.date(2026, 12, 1)
    for number, post in enumerate(posts):
        BlogPage.objects.filter(pk=post.pk).update(
            date=day + datetime.timedelta(number)
        )
    feed("/fi/atom.xml")
    with django_assert_max_num_queries(18):
        titles = texts(feed("/fi/atom.xml"), "//a:entry/a:title/text()")
    assert titles == [f"Kirjoitus {n}" for n in range(20, 0, -1)]


@pytest.mark.parametrize(
    "address",
    ["/fi/blogi/atom.xml", "/fi/liity/atom.xml", "/fi/teemat/xx/atom.xml",
     "/fi/%00/atom.xml", "/fi/" + "x" * 4000 + "/atom.xml"],
)  # fmt: skip
def test_where_there_is_no_feed(scene, address):
    """404, never an error."""
    assert Client().get(address).status_code == 404


def test_no_feed_of_a_closed_page(scene):
    """What readers may not open has no feed either."""
    PageViewRestriction.objects.create(page=scene.theme, restriction_type="login")
    assert Client().get(FEEDS["theme"]).status_code == 404
    assert FEEDS["theme"] not in read(scene.post)[1]


def test_a_feed_moves_with_its_page(scene, people, django_capture_on_commit_callbacks):
    """Who follows a theme goes on following it under its new address."""
    revise(scene.theme, people.editor, slug="lahella")
    submit(scene.theme, people.editor)
    with django_capture_on_commit_callbacks(execute=True):
        approve(scene.theme, people.editor2)
    response = Client().get(FEEDS["theme"])
    assert response.status_code == 301
    assert response["Location"] == "/fi/teemat/lahella/atom.xml"


def test_odd_characters_do_not_break_the_feed(scene):
    """XML has no way to write them: they are left out."""
    BlogPage.objects.filter(pk=scene.post.pk).update(title="Pa\x0bha\x1f", lead="\x07")
    assert texts(feed("/fi/atom.xml"), "//a:entry[1]/a:title/text()") == ["Paha"]
