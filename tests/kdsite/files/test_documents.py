"""A document is no larger than is said, is what its name says, and is downloaded, never shown."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model

from tests.support.documents import simple
from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db
HTML = b"<!doctype html><script>alert(1)</script>"
TEXT = "application/vnd.oasis.opendocument.text"


def zipped(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return written.getvalue()


def bring(people, name, data):
    """By the form; the answer, as text."""
    return logged_in(people.editor).post(
        reverse("wagtaildocs:add"),
        {"title": "Ohjelma", "file": SimpleUploadedFile(name, data)},
    )


def named(value):
    """Zip files hold the time: the names of tests do not."""
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("html.pdf", HTML),
        ("html.docx", HTML),
        ("zip.docx", zipped(a="b")),
        ("taulukko.docx", zipped(**{"[Content_Types].xml": "", "xl/workbook.xml": ""})),
        ("teksti.xlsx", simple()),
        ("zip.odt", zipped(mimetype="text/html")),
        ("broken.pptx", zipped(a="b")[:-9]),
        ("ohjelma.txt", b"MZ\x90\0\x03\0\0\0"),
    ],
    ids=named,
)
def test_what_is_not_what_its_name_says_is_refused(people, name, data):
    """In a sentence, and nothing is stored; also where several are brought at once."""
    answer = bring(people, name, data).content.decode()
    assert "ei ole sitä tyyppiä" in answer
    several = logged_in(people.editor).post(
        reverse("wagtaildocs:add_multiple"),
        {"title": "a", "files[]": SimpleUploadedFile(name, data)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert "ei ole sitä tyyppiä" in several.json()["error_message"]
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"\n%PDF-1.7\n"),
        ("a.DOCX", simple()),
        ("a.odt", zipped(mimetype=TEXT)),
        ("a.csv", "Kunta;Väki\nMallila;1 234".encode()),
        ("a.txt", "Kunta".encode("utf-16")),
    ],
    ids=named,
)
def test_what_is_right_is_taken(people, name, data):
    assert bring(people, name, data).status_code == 302
    assert get_document_model().objects.get().file.read() == data


def test_more_than_ten_megabytes_are_refused(people):
    """As is said beside the field."""
    answer = bring(people, "a.pdf", b"%PDF-" + b"a" * 10 * 1024 * 1024)
    assert "liian suuri" in answer.content.decode()
    assert not get_document_model().objects.exists()
    form = logged_in(people.editor).get(reverse("wagtaildocs:add")).content.decode()
    assert "10,0" in form


def test_it_is_downloaded_and_can_do_nothing(people):
    """Even a PDF, and even if a browser opens it as a page."""
    document = get_document_model().objects.create(
        title="Ohjelma", file=ContentFile(b"%PDF-1.7", name="a.pdf")
    )
    response = logged_in(people.editor).get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    policy = response["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "default-src 'none'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
