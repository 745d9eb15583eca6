"""What is sent compressed, and what may not be."""

import gzip

import pytest
from django.test import Client
from django.urls import reverse

from kdsite.editorial.private_links import links
from tests.support.factories import make_post
from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db


def ask(address, client=None):
    client = client or Client()
    response = client.get(address, headers={"accept-encoding": "gzip, br"})
    assert response.status_code < 500, address
    return response


@pytest.mark.parametrize(
    "address", ["/fi/", "/sv/blogg/", "/fi/haku/?q=kunta", "/fi/atom.xml",
                "/sitemap.xml", "/fi/ei-ole/"],
)  # fmt: skip
def test_what_readers_get_alike_is_compressed(site, address):
    """Pages, search, feeds, sitemap, errors; and what comes out is the same."""
    response = ask(address)
    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert "Cookie" not in response["Vary"]
    plain = Client().get(address)
    assert gzip.decompress(response.content) == plain.content
    assert not plain.has_header("Content-Encoding")


@pytest.mark.parametrize("address", ["/fi/atom.xml", "/sitemap.xml"])
def test_compressed_answers_are_asked_for_again_by_their_tag(site, address):
    """304 for the tag that came with the compressed answer."""
    tag = ask(address)["ETag"]
    response = Client().get(
        address, headers={"accept-encoding": "gzip", "if-none-match": tag}
    )
    assert response.status_code == 304


def test_what_is_for_one_person_is_not_compressed(people):
    """Log-in, admin, private link: their length may not give away what they hold."""
    draft = make_post(people.writer)
    link = links.send(draft, people.editor, "lukija@example.org", "fi", "Lukija")
    editor = logged_in(people.editor)
    for client, address in (
        (Client(), reverse("account_login")),
        (editor, reverse("wagtailadmin_home")),
        (editor, reverse("wagtailadmin_pages:edit", args=[draft.pk])),
        (Client(), links.path_of(link)),
    ):
        response = ask(address, client)
        assert response.status_code == 200, address
        assert len(response.content) > 1000, address
        assert not response.has_header("Content-Encoding"), address
