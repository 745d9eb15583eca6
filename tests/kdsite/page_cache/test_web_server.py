"""What the documented nginx keeps of readers' pages, and shows while the site is away."""

import ssl
from contextlib import ExitStack
from http.client import HTTPSConnection

import pytest

from kdsite.page_cache import web_server
from scripts.nginx import KEPT, nginx_server
from tests.support.factories import make_post
from tests.support.helpers import fresh, publish
from tests.support.servers.production import production_server

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = ("/fi/", "/fi/blogi/", "/fi/atom.xml", "/sitemap.xml")


def set_the_scene(people):
    return {
        "post": publish(make_post(people.writer), people.writer, people.editor),
    }


@pytest.fixture
def kept(settings, tmp_path):
    """The folder that both share."""
    folder = tmp_path / KEPT
    folder.mkdir()
    settings.WEB_SERVER_CACHE = str(folder)
    return folder


@pytest.fixture
def nginx(tmp_path):
    """``start()`` starts both; the first of the pair is nginx's port, the second ends gunicorn."""
    with ExitStack() as front, ExitStack() as behind:
        upstream = behind.enter_context(production_server(tmp_path / "gunicorn"))
        port = front.enter_context(nginx_server(tmp_path, upstream))
        yield port, behind.close


def ask(port, address, **headers):
    """Status and text."""
    context = ssl._create_unverified_context()  # noqa: S323 - the test's own certificate
    connection = HTTPSConnection("127.0.0.1", port, context=context)
    connection.request("GET", address, headers={"Host": "localhost"} | headers)
    response = connection.getresponse()
    found = response.status, response.read().decode(errors="replace")
    connection.close()
    return found


def test_what_was_taken_down_is_not_shown_while_the_site_is_away(scene, kept, nginx):
    """Neither its page, nor a list, feed or sitemap that names it; what was there before is shown
    until then."""
    port, end_gunicorn = nginx
    post = scene.post
    before = {address: ask(port, address) for address in (post.url, *LISTS)}
    assert {status for status, _text in before.values()} == {200}
    assert all(post.slug in text for _status, text in before.values())
    end_gunicorn()
    assert {address: ask(port, address) for address in before} == before
    fresh(post).unpublish()
    for address in before:
        status, text = ask(port, address)
        assert (status, post.slug in text) == (503, False), address
        assert "Sivusto ei juuri nyt vastaa" in text and 'lang="sv"' in text


def test_who_has_a_cookie_of_the_sites_gets_nothing_that_was_kept(scene, kept, nginx):
    """And leaves nothing for others."""
    port, end_gunicorn = nginx
    assert ask(port, scene.post.url, Cookie="a=1; csrftoken=b")[0] == 200
    assert not list(kept.iterdir())
    assert ask(port, scene.post.url, Cookie="a=csrftoken")[0] == 200
    assert len(list(kept.iterdir())) == 1
    end_gunicorn()
    assert ask(port, scene.post.url)[0] == 200
    assert ask(port, scene.post.url, Cookie="sessionid=1")[0] == 503


def test_what_came_late_is_removed_a_minute_later(scene, kept):
    """Also by the scheduler's second round after a change, and then no more."""

    def is_removed():
        answer = kept / "answer"
        answer.touch()
        web_server.forget_what_came_late()
        return not answer.exists()

    assert [is_removed() for _ in range(4)] == [True, True, False, False]
    fresh(scene.post).unpublish()
    assert [is_removed() for _ in range(3)] == [True, True, False]
