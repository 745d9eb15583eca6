"""A document's file stays on the disk as readers have it, whatever is tried and refused."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model

from tests.support.factories import make_post
from tests.support.helpers import logged_in, publish

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]
NAME, APPROVED, OTHER = "ohje.pdf", b"%PDF-1.7 approved", b"%PDF-1.7 other"


def bring(client, url, data, name=NAME):
    """By a form; returns the newest document."""
    client.post(url, {"title": "Ohje", "file": SimpleUploadedFile(name, data)})
    return get_document_model().objects.latest("pk")


def read(document):
    document = get_document_model().objects.get(pk=document.pk)
    with document.file.storage.open(document.file.name) as file:
        return file.read()


@pytest.mark.parametrize("name", ["editor", "admin"])
def test_a_file_that_is_not_replaced_stays(people, client, name):
    """Neither the refusal nor a new document of that name changes what readers get."""
    editor = logged_in(getattr(people, name))
    document = bring(editor, reverse("wagtaildocs:add"), APPROVED)
    body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Ohje</a></p>')]
    publish(make_post(people.writer, body=body), people.writer, people.editor)
    answer = editor.post(
        reverse("wagtaildocs:edit", args=[document.pk]),
        {"title": "Ohje", "file": SimpleUploadedFile("uusi.pdf", OTHER)},
        follow=True,
    )
    assert "uutena tiedostona" in answer.content.decode()
    assert read(document) == APPROVED
    bring(editor, reverse("wagtaildocs:add"), OTHER)
    answer = client.get(document.url)
    assert b"".join(answer.streaming_content) == APPROVED
    assert NAME in answer["Content-Disposition"]


def test_no_path_is_used_twice(people):
    """A document that is deleted, or gets another file, frees no path for the next one: each has
    one that nobody guesses; also where several are brought at once."""
    editor = logged_in(people.editor)
    paths = []
    for _time in range(2):
        document = bring(editor, reverse("wagtaildocs:add"), APPROVED)
        paths.append(document.file.name)
        edit = reverse("wagtaildocs:edit", args=[document.pk])
        paths.append(bring(editor, edit, OTHER).file.name)
        editor.post(reverse("wagtaildocs:delete", args=[document.pk]))
        editor.post(
            reverse("wagtaildocs:add_multiple"),
            {"title": "a", "files[]": SimpleUploadedFile(NAME, APPROVED)},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        document = get_document_model().objects.get()
        paths.append(document.file.name)
        document.delete()
    assert len(set(paths)) == 6
    assert all(len(path) >= len(f"documents/{NAME}") + 16 for path in paths)


@pytest.mark.django_db(transaction=True)
def test_a_file_that_was_replaced_is_gone(people):
    """What no text relies on may get another file; the old one does not stay on the disk."""
    editor = logged_in(people.editor)
    document = bring(editor, reverse("wagtaildocs:add"), APPROVED)
    old = document.file
    bring(editor, reverse("wagtaildocs:edit", args=[document.pk]), OTHER)
    assert read(document) == OTHER
    assert not old.storage.exists(old.name)
