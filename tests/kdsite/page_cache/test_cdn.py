"""What a CDN in front of the site is asked to forget."""

import socket

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtail.contrib.redirects.models import Redirect

from kdsite.documents.models import SiteDocument
from kdsite.editorial.scheduling.scheduler import JOBS
from kdsite.images.models import SiteRendition
from kdsite.page_cache.cdn import REST, ROUND, Purging
from kdsite.page_cache.models import AddressToPurge
from scripts.waiting import free_port
from tests.support.factories import make_author, make_image, make_post
from tests.support.helpers import fresh, publish, publish_translation, revise
from tests.support.servers.cdn import CDNServer

pytestmark = pytest.mark.django_db(transaction=True)

SITE = "http://127.0.0.1:8000"
# Whatever is changed, these may name it.
SHOWN = {
    *("/fi/", "/sv/", "/fi/atom.xml", "/sv/atom.xml", "/sitemap.xml"),
    *("/fi/blogi/", "/sv/blogg/", "/fi/kirjoittajat/"),
}


def set_the_scene(people):
    author = publish(make_author(saved_by=people.editor), people.editor, people.editor2)
    post = make_post(people.writer, authors=[author])
    post = publish(post, people.writer, people.editor)
    both = publish(make_post(people.writer, "Molemmat"), people.writer, people.editor)
    return {
        "author": author,
        "post": post,
        "both": both,
        "swedish": publish_translation(both, people.translator, people.reviewer),
        "draft": make_post(people.writer, "Uusi"),
    }


@pytest.fixture
def image(people):
    """Its files are the test's own: nothing brings them back."""
    return make_image(people.editor)


class Clock:
    """Time that goes on when it is told to."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def cdn(settings):
    with CDNServer() as server:
        settings.CDN_PURGE_URL = server.address
        yield server


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def purging(clock):
    return Purging(clock)


@pytest.fixture
def purged(cdn, purging):
    """``purged()`` are the paths that a round of the scheduler's has asked for, of this site."""

    def paths():
        purging.purge()
        assert not AddressToPurge.objects.exists()
        found = cdn.taken()
        assert len(found) == len(set(found))
        return {address.removeprefix(SITE) for address in found}

    paths()
    return paths


def test_a_release(scene, people, purged):
    """Its page, in the other language where that has no version of it too, and all that may name it."""
    post = publish(scene.draft, people.writer, people.editor)
    found = purged()
    assert SHOWN | {post.url, f"/sv/blogg/{post.slug}/"} <= found
    assert {scene.post.url, scene.author.url, f"{scene.author.url}atom.xml"} <= found
    assert purged() == set()


def test_a_taking_down(scene, people, purged):
    """Its page, also the one that stood in for it, and all that may have named it."""
    scene.swedish.unpublish(user=people.editor)
    assert SHOWN | {scene.swedish.url, scene.both.url} <= purged()


def test_what_was_taken_down_comes_first(scene, people, cdn, purging):
    """Before front pages and lists."""
    scene.post.unpublish(user=people.editor)
    purging.purge()
    first = [address.removeprefix(SITE) for address in cdn.taken()]
    down, front = first.index(scene.post.url), first.index("/fi/")
    assert down < front


def test_an_authors_new_name(scene, people, purged):
    """All that may show it; where the profile's address is another one now, the former one, too."""
    before = scene.author.url
    revise(scene.author, people.editor, family_name="Toinen", slug="toinen")
    publish(scene.author, people.editor, people.editor2)
    author = fresh(scene.author)
    found = purged()
    assert SHOWN | {author.url, scene.post.url} <= found
    assert author.url != before
    assert before.rstrip("/") in {path.rstrip("/") for path in found}


def test_what_is_deleted(scene, people, purged, image):
    """Its address is known no longer, and was noted before."""
    document = SiteDocument.objects.create(
        title="Liite", file=ContentFile(b"Liite", "liite.txt")
    )
    redirect = Redirect.add_redirect("/vanha", scene.both)
    rendition = image.get_rendition("width-320")
    gone = {rendition.url, document.url, "/vanha", scene.post.url}
    assert gone - purged() == {rendition.url}
    image.delete()
    document.delete()
    redirect.delete()
    scene.post.delete()
    assert gone <= purged()
    assert gone & purged() == set()


def test_a_file_that_is_still_there_waits(scene, cdn, purging, image):
    """The CDN would fetch it again; the others do not wait for it."""
    rendition = image.get_rendition("width-320")
    name, url = rendition.file.name, SITE + rendition.url
    content = rendition.file.read()
    SiteRendition.objects.all().delete()
    default_storage.save(name, ContentFile(content))
    purging.purge()
    assert url not in cdn.taken()
    assert [row.url for row in AddressToPurge.objects.all()] == [url]
    default_storage.delete(name)
    purging.purge()
    assert cdn.taken() == [url]


def test_nothing_is_noted_without_a_cdn(scene, people, purging, image):
    image.get_rendition("width-320")
    image.delete()
    scene.post.unpublish(user=people.editor)
    purging.purge()
    assert not AddressToPurge.objects.exists()


def test_a_cdn_that_is_away_is_asked_again(
    scene, people, image, settings, clock, purging
):
    """A publication notices nothing; after a minute the CDN is asked for all that is left."""
    port = free_port()
    settings.CDN_PURGE_URL = f"http://127.0.0.1:{port}"
    purging.purge()
    post = publish(scene.draft, people.writer, people.editor)
    assert post.live
    rendition = image.get_rendition("width-320")
    image.delete()
    clock.now += REST
    purging.purge()
    with CDNServer(port) as back:
        purging.purge()
        assert back.taken() == []
        clock.now += REST
        purging.purge()
        found = back.taken()
    assert {SITE + post.url, SITE + rendition.url} <= set(found)
    assert not AddressToPurge.objects.exists()


@pytest.mark.parametrize("status", [403, 405, 503])
def test_a_cdn_that_refuses_is_asked_again(scene, cdn, clock, purging, status):
    """And the next time for another address first: one that it never takes is in nobody's way."""
    cdn.status = status
    purging.purge()
    first, *others = AddressToPurge.objects.order_by("pk")
    cdn.status = 200
    clock.now += REST
    purging.purge()
    assert cdn.taken() == [row.url for row in (*others, first)]


def test_what_the_cdn_has_not_kept_is_done(scene, cdn, purging):
    """Some say so by 404."""
    cdn.status = 404
    purging.purge()
    assert not AddressToPurge.objects.exists()


def test_a_cdn_that_says_nothing(scene, settings, purging):
    """A round of the scheduler's waits for one answer, and then leaves it alone for a minute."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.CDN_PURGE_URL = f"http://127.0.0.1:{silent.getsockname()[1]}"
        purging.purge()
        assert AddressToPurge.objects.filter(tries=1).count() == 1
        purging.purge()
    assert AddressToPurge.objects.filter(tries__gt=0).count() == 1


def test_a_round_ends_in_time(scene, cdn, clock):
    """So that a release that is due meanwhile is made; the next one goes on."""

    def each_takes_long():
        clock.now += ROUND
        return clock.now

    slow = Purging(each_takes_long)
    slow.purge()
    some = cdn.taken()
    slow.purge()
    others = cdn.taken()
    assert some and others and not set(some) & set(others)
    assert AddressToPurge.objects.exists()


def test_the_scheduler_does_it():
    jobs = [
        job for job, _pause in JOBS if getattr(job, "__func__", job) is Purging.purge
    ]
    assert len(jobs) == 1
