"""What search engines may read, and what they are told of it."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree
from wagtail.models import PageViewRestriction

from home.sitemap import PagesSitemap
from tests import golden
from tests.project.test_production import PRODUCTION, manage
from tests.support import machine_scene
from tests.support.factories import make_post
from tests.support.helpers import read

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def set_the_scene(people):
    return machine_scene.make_it(people)


def addresses(of="/sitemap.xml"):
    response = Client().get(of)
    assert response.status_code == 200
    tree = etree.fromstring(response.content)
    return tree.xpath("//s:loc/text()", namespaces=NAMES)


def test_the_sitemap_is_as_agreed(scene):
    """Search engines read the same as before; see :mod:`tests.golden`."""
    text = Client().get("/sitemap.xml").content.decode()
    assert golden.matches("sitemap.xml", text.replace("><", ">\n<").strip() + "\n")


def test_both_languages_are_listed_once(scene):
    """Every page that readers may open, in both trees."""
    found = addresses()
    assert len(found) == len(set(found))
    assert {scene.post.full_url, scene.swedish.full_url, scene.old.full_url} <= {*found}
    for address in found:
        assert Client().get(address.removeprefix(golden.HOST)).status_code == 200


def test_nothing_is_listed_that_search_engines_leave_out(scene):
    """No page says noindex, and each is its own canonical address."""
    for address in addresses():
        text = Client().get(address.removeprefix(golden.HOST)).content.decode()
        assert "noindex" not in text
        assert f'<link rel="canonical" href="{address}">' in text


def test_drafts_and_closed_pages_are_not_listed(scene, people):
    """Neither they nor, for their sake, an alternate."""
    draft = make_post(people.writer, title="Luonnos")
    PageViewRestriction.objects.create(page=scene.swedish, restriction_type="login")
    text = Client().get("/sitemap.xml").content.decode()
    assert draft.slug not in text
    assert scene.swedish.full_url not in text
    assert scene.swedish.full_url not in read(scene.post)[1]
    assert scene.post.full_url in text


def test_who_has_it_already_gets_304(scene):
    """By ETag and by date."""
    first = Client().get("/sitemap.xml")
    for headers in (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
    ):
        assert Client().get("/sitemap.xml", headers=headers).status_code == 304


def test_a_few_queries_are_enough(scene, django_assert_max_num_queries):
    """However many pages there are."""
    Client().get("/sitemap.xml")
    with django_assert_max_num_queries(6):
        Client().get("/sitemap.xml")


def test_many_pages_come_in_parts(scene, monkeypatch):
    """All of them, each once; no part holds more than another, and none is for nobody."""
    whole = addresses()
    monkeypatch.setattr(PagesSitemap, "limit", 4)
    parts = [part.removeprefix(golden.HOST) for part in addresses()]
    assert len(parts) == -(-len(whole) // 4)
    found = [addresses(part) for part in parts]
    assert sum(found, []) == whole
    assert {len(each) for each in found[:-1]} == {4}
    listed = Client().get(parts[0]).content.decode()
    assert scene.swedish.full_url in listed or scene.post.full_url not in listed
    after = Client().get(f"/sitemap-{len(parts) + 1}.xml")
    assert after.status_code == 404


@pytest.mark.parametrize("number", ["0", "2", "abc", "-1", "%00", "9" * 4000])
def test_bad_numbers_of_parts_are_harmless(scene, number):
    """Never an error."""
    assert Client().get(f"/sitemap-{number}.xml").status_code == 404


def test_a_site_that_is_tried_out_is_left_alone(site, settings):
    """Nothing is read by search engines but in production."""
    assert not settings.INDEXED
    assert Client().get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


def test_robots_in_production(scene, settings):
    """Everything but what is private, and where the sitemap is."""
    settings.INDEXED = True
    response = Client().get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert golden.matches("robots.txt", response.content.decode())


def test_private_addresses_are_named(site, settings):
    """Links to drafts and invitations, in both languages, as they really are."""
    names = ["editorial_reading", "invitation"]
    private = [reverse(f"{name}_{code}", args=["x"]) for name in names for code in ("fi", "sv")]  # fmt: skip
    settings.INDEXED = True
    robots = Client().get("/robots.txt").content.decode()
    for address in [*private, reverse("wagtailadmin_home")]:
        assert f"Disallow: /{address.split('/')[1]}/\n" in robots


@pytest.mark.parametrize(("demo", "answer"), [("off", "True"), ("on", "False")])
def test_only_production_without_the_demo_is_indexed(demo, answer):
    """By the settings themselves."""
    asked = "from django.conf import settings; print(settings.INDEXED)"
    result = manage("shell", "-v0", "-c", asked, **PRODUCTION, DEMO=demo)
    assert result.stdout.strip().endswith(answer), result.stderr
