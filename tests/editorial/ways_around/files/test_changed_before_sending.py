"""A writer sends what they were shown: also where an editor has changed a file of the draft."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log

from tests.support import factories
from tests.support.factories import make_author, make_image, make_post
from tests.support.helpers import fresh, logged_in, post_form, revise

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]
OTHER = b"%PDF-1.7 other"


def set_the_scene(people):
    """A guest's draft with a picture and a document of their own, and one that an editor brought."""
    mine, brought = (
        get_document_model().objects.create(
            title=title,
            file=SimpleUploadedFile(f"{title}.pdf", b"%PDF-1.7 first"),
            uploaded_by_user=owner,
        )
        for title, owner in (("Liite", people.writer), ("Ohje", people.editor))
    )
    image = make_image(people.writer, title="Vene")
    body = [
        ("file", {"document": document, "title": "Lue tästä"})
        for document in (mine, brought)
    ]
    post = make_post(
        people.writer,
        authors=[make_author(user=people.writer)],
        body=body,
        hero_image=image,
        hero_alt="Vene",
    )
    return {"mine": mine, "brought": brought, "image": image, "post": post}


def before_send(user, post):
    response = logged_in(user).get(reverse("before_send", args=[post.pk]))
    return " ".join(response.content.decode().split())


def replace_document(scene, by):
    file = SimpleUploadedFile("toinen.pdf", OTHER)
    url = reverse("wagtaildocs:edit", args=[scene.mine.pk])
    data = {"title": "Liite", "file": file, "collection": scene.mine.collection_id}
    assert logged_in(by).post(url, data).status_code == 302


def replace_picture(scene, by):
    url = reverse("wagtailimages:edit", args=[scene.image.pk])
    data = {
        "title": "Vene",
        "photographer": "Joku Muu",
        "file": factories.picture("red"),
        "collection": scene.image.collection_id,
    }
    assert logged_in(by).post(url, data).status_code == 302


def test_a_replaced_document_is_named_and_opens(people, scene):
    """Also for whoever comes through the editor, which saves a version of their own."""
    assert "on muuttanut" not in before_send(people.writer, scene.post)
    replace_document(scene, people.editor)
    client = logged_in(people.writer)
    post_form(client, scene.post, **{"action-submit": "1"})
    assert not fresh(scene.post).workflow_in_progress
    html = before_send(people.writer, scene.post)
    assert f"{people.editor.email} on muuttanut tiedostoa ”Liite”" in html
    scene.mine.refresh_from_db()
    assert f'href="{scene.mine.url}"' in html
    answer = client.get(scene.mine.url)
    assert b"".join(answer.streaming_content) == OTHER
    version = fresh(scene.post).latest_revision_id
    preview = reverse("editorial:preview", args=[scene.post.pk, version])
    assert f'src="{preview}"' in html


def test_a_replaced_picture_is_shown(people, scene):
    """The picture itself, with its photographer and who changed it; consent is given to that."""
    replace_picture(scene, people.editor)
    html = before_send(people.writer, scene.post)
    assert f"{people.editor.email} on muuttanut tiedostoa ”Vene”" in html
    assert "Viimeksi muuttanut editor" in html
    assert "Kuva: Joku Muu" in html
    image = get_image_model().objects.get(pk=scene.image.pk)
    assert f'src="{image.get_rendition("max-400x300").url}"' in html
    assert 'id="id_consent" required>' in html


def test_a_file_that_somebody_else_brought_is_named_and_opens(people, scene):
    """An editor's document in a guest's draft is read by the guest before they send it."""
    assert "Lisännyt editor" in before_send(people.writer, scene.post)
    client = logged_in(people.writer)
    assert client.get(scene.brought.url).status_code == 200
    assert logged_in(people.writer2).get(scene.brought.url).status_code == 404


def test_many_changed_files_are_folded(people, scene):
    """The newest first; the others behind their number, and every one of them on the page."""
    body = []
    for number in range(5):
        document = get_document_model().objects.create(
            title=f"Liite {number}",
            file=SimpleUploadedFile(f"{number}.pdf", b"%PDF-1.7 first"),
            uploaded_by_user=people.writer,
        )
        log(document, "wagtail.edit", user=people.editor, content_changed=True)
        body.append(("file", {"document": document, "title": "Lue"}))
    revise(scene.post, people.writer, body=body)
    html = before_send(people.writer, scene.post)
    told = re.findall(r"on muuttanut tiedostoa ”(Liite \d)”", html)
    assert told == [f"Liite {number}" for number in (4, 3, 2, 1, 0)]
    shown, folded = html.split("2 muuta tiedostoa on muutettu ennen näitä")
    assert "”Liite 2”" in shown
    assert "”Liite 1”" not in shown
    assert "”Liite 0”" in folded.partition("</details>")[0]
