"""Every address, and every form that it shows, with what no browser sends in one place of it."""

from itertools import cycle, islice, product

import pytest
from django.test import Client

from kdsite.editorial.private_links import links
from tests.bad_input import values as odd
from tests.bad_input.asking import what_fails
from tests.bad_input.choosing import rooms, spread
from tests.bad_input.places import BODY, FILE, HEADER, HEADERS, Place, places_of
from tests.bad_input.scene import (
    filled,
    of_strangers,
    set_the_scene,
    values_for,
)
from tests.editorial.every_address.conftest import values, visitor  # noqa: F401
from tests.editorial.every_address.scene import admin_routes
from tests.support.at_once import IS_SOAK

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db

# In the suite one address of so many that begin alike, and so many places of each.
OF, PLACES = (1, None) if IS_SOAK else (8, 2)
ROLES = ("admin", "writer") if IS_SOAK else ("admin",)


@pytest.fixture
def places(scene, people, values):  # noqa: F811 - the fixture
    """``places(client, routes)``: those of each address."""
    told = values | {
        "token": [links.path_of(scene.link).split("/")[2]],
        "rest": ["x"],
        "path": ["x/"],
    }
    told |= {"uidb36": ["1"], "key": ["x-y"], "part": [1]}
    told |= {"restriction_id": [1], "page_view_restriction_id": [1]}

    def found(client, routes):
        for number, route in enumerate(rooms(routes, OF)):
            address, parts = filled(route, values_for(route, told, scene, people))
            there = places_of(client, route, address, parts)
            yield from spread(there, PLACES, start=number)

    return found


def test_of_strangers(places):
    """Readers' pages, log-in, private links, what machines ask."""
    client = Client()
    assert what_fails(client, list(places(client, of_strangers()))) == []


@pytest.mark.parametrize("name", ROLES)
def test_of_the_desk(visitor, places, name):  # noqa: F811 - the fixture
    client = visitor(name)
    assert what_fails(client, list(places(client, admin_routes()))) == []


def test_of_a_file(scene, visitor):  # noqa: F811 - the fixture
    """Each file at one of the places that take some; in the soak at each."""
    client = visitor("admin")
    there = [
        place
        for address in take_files(scene)
        for place in places_of(client, "", address, [])
        if place.kind == FILE
    ]
    # Its form is made by a script.
    po = f"/admin/localize/translate/{scene.record.pk}/pofile/upload/"
    there.append(Place("file", po, "file", FILE))
    for start in range(len(there) if IS_SOAK else 1):
        places = islice(cycle(there), start, start + len(odd.FILES))
        assert what_fails(client, list(places)) == []


def take_files(scene):
    for kind, own in (("images", scene.image), ("documents", scene.document)):
        edit = "" if kind == "images" else "edit/"
        for address in ("add/", "chooser/", "multiple/add/", f"{edit}{own.pk}/"):
            yield f"/admin/{kind}/{address}"
    yield from ("/admin/bring/", "/admin/redirects/import/")


@pytest.mark.parametrize("name", [None, "admin"])
def test_of_headers(scene, visitor, name):  # noqa: F811 - the fixture
    """Each header, and each value in one; in the soak at each of these pages."""
    client = visitor(name) if name else Client()
    pages = OF_THE_DESK if name else [*OF_READERS, *made_for(scene)]
    pairs = product(pages, HEADERS) if IS_SOAK else zip(cycle(pages), HEADERS)
    there = [Place("header", page, header, HEADER) for page, header in pairs]
    assert what_fails(client, each(there, odd.HEADERS)) == []


OF_THE_DESK = ("/admin/images/", "/admin/api/main/pages/", "/admin/jsi18n/")
OF_READERS = (
    *("/", "/fi/haku/?q=kunta", "/fi/blogi/", "/fi/blogi/atom.xml", "/sitemap.xml"),
    *("/robots.txt", "/healthz", "/account/login/", "/static/img/favicon.svg"),
)


def made_for(scene):
    picture = scene.image.get_rendition("width-100").file.name
    return scene.public.url, links.path_of(scene.link), f"/media/{picture}"


@pytest.mark.parametrize("name", [None, "admin"])
def test_of_bodies(scene, visitor, name):  # noqa: F811 - the fixture
    """Each body that is no form, at one of these addresses; in the soak at each."""
    client = visitor(name) if name else Client(enforce_csrf_checks=True)
    pages = OF_THE_DESKS_FORMS if name else [*OF_FORMS, links.path_of(scene.link)]
    there = [Place("body", page, kind=BODY) for page in pages]
    for start in range(len(there) if IS_SOAK else 1):
        places = islice(cycle(there), start, start + len(odd.BODIES))
        assert what_fails(client, places) == []


OF_FORMS = ("/account/login/", "/account/password/reset/", "/fi/haku/")
OF_THE_DESKS_FORMS = (
    *("/admin/images/multiple/add/", "/admin/bring/", "/admin/documents/add/"),
    *("/admin/calendar/new/", "/admin/users/new/", "/admin/redirects/import/"),
)


def each(places, least):
    """``places`` one after the other, until each of the values ``least`` has had one; in the soak,
    each place some of the values."""
    number = max(len(least), len(places) * 5 * IS_SOAK)
    return list(islice(cycle(places), number))
