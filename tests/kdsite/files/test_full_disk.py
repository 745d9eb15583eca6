"""Where the disk is full, whoever brings a file reads a sentence, and nothing of the file is kept."""

import io
import os
import resource
import sqlite3
from contextlib import contextmanager
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse
from docx import Document
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from blog.models import BlogPage, UploadedFile
from kdsite.full_disk import is_full_disk
from tests.support.documents import png

pytestmark = pytest.mark.django_db
ROOM = 40_000
# What is larger waits in a file of its own until it has come whole.
IN_MEMORY = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
NO_ROOM = "ei ole tilaa"


@contextmanager
def full_disk():
    """No file of this process grows beyond :data:`ROOM`."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def noise(size=(300, 300)):
    """A picture that no compression makes smaller than the room."""
    data = os.urandom(size[0] * size[1] * 3)
    written = io.BytesIO()
    Image.frombytes("RGB", size, data).save(written, "PNG")
    assert len(written.getvalue()) > ROOM
    return written.getvalue()


def client_of(user):
    browser = {"accept": "text/html", "origin": "http://testserver"}
    client = Client(raise_request_exception=False, headers=browser)
    client.force_login(user)
    return client


def files():
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("where", "name", "data"),
    [
        ("wagtailimages:add", "a.png", noise()),
        ("wagtaildocs:add", "a.pdf", b"%PDF-" + b"a" * 2 * ROOM),
        ("wagtaildocs:add", "a.pdf", b"%PDF-" + b"a" * IN_MEMORY),
    ],
)
def test_a_picture_or_a_document(people, where, name, data):
    """By its form, of which the rest is kept where it was read to its end."""
    client = client_of(people.editor)
    written = {"title": "Kylän “silta”", "tags": "vene"}
    with full_disk():
        answer = client.post(
            reverse(where), written | {"file": SimpleUploadedFile(name, data)}
        )
    assert answer.status_code == 507
    text = answer.content.decode()
    assert NO_ROOM in text
    assert ("vain tässä ikkunassa" in text) == (len(data) < IN_MEMORY)
    if len(data) < IN_MEMORY:
        assert "Tiedostot on valittava uudelleen." in text
        fields = BeautifulSoup(text, "html.parser").select("main form textarea")
        assert {each["name"]: each.text.strip() for each in fields} == written
    assert not get_image_model().objects.exists()
    assert not get_document_model().objects.exists()
    assert files() == []


@pytest.mark.parametrize(
    ("where", "name", "data"),
    [
        ("wagtailimages:add_multiple", "a.png", noise()),
        ("wagtaildocs:add_multiple", "a.pdf", b"%PDF-" + b"a" * 2 * ROOM),
    ],
)
def test_one_of_several(people, where, name, data):
    """Beside the file, as Wagtail says what is wrong with one."""
    client = client_of(people.editor)
    with full_disk():
        answer = client.post(
            reverse(where),
            {"title": "A", "files[]": SimpleUploadedFile(name, data)},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
    assert NO_ROOM in answer.json()["error_message"]
    assert files() == []


def test_the_pictures_of_a_word_file(people):
    """No draft is made without them, and the first of two does not stay."""
    document = Document()
    document.add_paragraph("Kylän silta")
    document.add_paragraph("Sillan korjaamisesta päätetään yhdessä asukkaiden kanssa.")
    document.add_picture(io.BytesIO(png()))
    document.add_picture(io.BytesIO(noise()))
    written = io.BytesIO()
    document.save(written)
    client = client_of(people.writer)
    url = client.post(
        reverse("upload"),
        {"file": SimpleUploadedFile("a.docx", written.getvalue()), "language": "fi"},
    )["Location"]
    with full_disk():
        answer = client.post(url, {"title": "Silta", "lead": "", "alt-0": "a"})
    assert answer.status_code == 507
    assert NO_ROOM in answer.content.decode()
    assert "Silta" in answer.content.decode()
    assert not BlogPage.objects.exists()
    assert UploadedFile.objects.exists()
    assert files() == []


def test_a_database_without_room_is_known():
    """A Word file is kept in the database until it is confirmed."""
    if connection.vendor == "postgresql":
        full = "DO $$ BEGIN RAISE EXCEPTION SQLSTATE '53100'; END $$"
        with pytest.raises(Error) as caught, transaction.atomic():
            connection.cursor().execute(full)
        assert is_full_disk(caught.value)
    small = sqlite3.connect(":memory:")
    small.execute("CREATE TABLE a (b)")
    small.execute("PRAGMA max_page_count = 3")
    with pytest.raises(sqlite3.OperationalError) as caught:
        small.execute("INSERT INTO a VALUES (?)", [b"a" * 100_000])
    assert is_full_disk(caught.value)
    assert not is_full_disk(ValueError())
