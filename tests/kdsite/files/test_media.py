"""Where kdsite serves uploaded files itself, it gives what the web server in front would, and no
more."""

import sys
from importlib.util import module_from_spec, spec_from_file_location

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from kdsite import urls
from kdsite.images.models import SiteImage
from tests.support.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, monkeypatch):
    """The addresses as they are where the setting is on."""
    settings.SERVE_MEDIA = True
    spec = spec_from_file_location("urls_with_media", urls.__file__)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setitem(sys.modules, spec.name, module)
    settings.ROOT_URLCONF = spec.name


@pytest.mark.parametrize(
    "way", ["", "/", "./", "images/../", "%2e/", "x/..//", "%2F", "../media/"]
)
def test_a_document_and_an_original_are_for_nobody(people, client, way):
    """Whatever else the address says that leads to the same place."""
    file = ContentFile(b"x", name="x.txt")
    document = get_document_model().objects.create(title="Ohje", file=file)
    for stored in (document.file, make_image(people.writer).file):
        assert client.get(f"/media/{way}{stored.name}").status_code in (400, 404)


def test_a_size_of_a_picture_is_for_everybody(people, client):
    image = SiteImage.objects.get(pk=make_image(people.writer).pk)
    rendition = image.get_rendition("width-100")
    assert client.get(f"/media/{rendition.file.name}").status_code == 200


@pytest.mark.parametrize(
    "path", ["a" * 5000, "images/" + "a" * 300, "a/" * 2500, "%00"]
)
def test_an_address_that_no_file_can_have(client, path):
    assert client.get(f"/media/{path}").status_code == 404
