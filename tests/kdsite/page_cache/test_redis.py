"""The cache of pages in Redis: shared by all processes; without it the site is slower, and right."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings as project
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kdsite.page_cache import generation
from kdsite.settings.databases import page_cache
from scripts.waiting import free_port
from tests.support.factories import make_image, make_post
from tests.support.helpers import publish
from tests.support.servers.redis import redis_server

pytestmark = pytest.mark.django_db(transaction=True)


def set_the_scene(people):
    draft = make_post(
        people.writer, hero_image=make_image(people.writer), hero_alt="Vene"
    )
    return {"post": publish(draft, people.writer, people.editor)}


@pytest.fixture
def port(scene, settings, monkeypatch):
    """Where Redis will be. The first reader of a process, who asks for what it then remembers (the
    site, the languages), has been there before."""
    monkeypatch.setattr(generation, "LIVES", 60)
    port = free_port()
    config = page_cache(f"redis://127.0.0.1:{port}/0")
    # Beside other tests Redis may have to wait for its turn on a processor.
    config["OPTIONS"] |= {"SOCKET_TIMEOUT": 20, "SOCKET_CONNECT_TIMEOUT": 20}
    settings.PAGE_CACHE = True
    settings.CACHES = project.CACHES | {"pages": config, "renditions": config}
    for address in ("/fi/", "/fi/blogi/", "/fi/atom.xml", scene.post.url):
        read(address)
    return port


def read(address, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = Client().get(address, headers=headers)
    assert response.status_code == 200
    return response.content, len(queries)


def test_pages_are_kept_in_redis(scene, port, tmp_path):
    """And nothing of them in the process."""
    with redis_server(tmp_path, port):
        text, queries = read(scene.post.url)
        assert queries > 0
        assert read(scene.post.url) == (text, 0)
        caches["pages"].clear()
        assert read(scene.post.url)[1] > 0


def test_without_redis_pages_are_made_anew(scene, people, port, tmp_path):
    """Before it has started, while it is away, and once it is back; what was changed meanwhile
    is not shown as it was."""
    text, queries = read(scene.post.url)
    assert read(scene.post.url) == (text, queries)
    with redis_server(tmp_path, port):
        assert read(scene.post.url)[0] == text
        assert read(scene.post.url) == (text, 0)
    assert read(scene.post.url) == (text, queries)
    draft = make_post(people.writer, title="Toinen")
    publish(draft, people.writer, people.editor)
    with redis_server(tmp_path, port):
        assert b"Toinen" in read("/fi/blogi/")[0]


def test_after_a_release_the_first_reader_finds_the_pages_made(
    scene, people, port, tmp_path
):
    """The new post, the list, the front page and its feed."""
    with redis_server(tmp_path, port):
        draft = make_post(people.writer, title="Kolmas")
        post = publish(draft, people.writer, people.editor)
        host = urlsplit(post.full_url).netloc
        for address in (post.url, "/fi/blogi/", "/fi/", "/fi/atom.xml"):
            assert read(address, host=host)[1] == 0, address
        assert b"Kolmas" in read("/fi/blogi/", host=host)[0]
