"""What is kept of a brought file and of its pictures, until it has become a draft."""

from base64 import b64encode

import pytest
from django.urls import reverse

from blog import checks
from blog.models import BlogPage, UploadedFile
from blog.models.uploaded_file import UploadedPicture
from tests.blog.uploading.bringing import bring, document
from tests.support.documents import png
from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db


def test_each_picture_is_shown_with_a_field_for_its_words(people):
    """Only to whoever brought it; the rest of what the file held stays out."""
    client = logged_in(people.writer)
    url = bring(client)["Location"]
    page = client.get(url)
    ((number, alt, decorative),) = page.context["form"].picture_fields()
    uploaded = UploadedFile.objects.get()
    picture = reverse("uploaded_picture", args=[uploaded.pk, number])
    text = page.content.decode()
    assert all(part in text for part in (picture, alt.html_name, decorative.html_name))
    response = client.get(picture)
    assert response.content.startswith(b"\x89PNG")
    assert logged_in(people.editor).get(picture, follow=True).status_code == 404
    missing = reverse("uploaded_picture", args=[uploaded.pk, 7])
    assert client.get(missing, follow=True).status_code == 404


def test_a_file_is_read_once(people):
    """What was read of it is kept, and not the file: neither a screen nor a picture can read it anew."""
    client = logged_in(people.writer)
    url = bring(client)["Location"]
    uploaded = UploadedFile.objects.get()
    assert uploaded.data == b""
    assert client.get(url).context["recognised"].title == "Yhteinen pöytä"
    assert (
        client.get(reverse("uploaded_picture", args=[uploaded.pk, 0])).status_code
        == 200
    )
    client.post(url, {"title": "Sama pöytä", "alt-0": "Pitkä pöytä"})
    body = BlogPage.objects.get().get_latest_revision_as_object().body
    assert [block.block_type for block in body] == ["text", "image"]
    assert not UploadedPicture.objects.exists()


def test_a_file_that_was_brought_before_it_was_so(people):
    """It is read from what was kept of it then."""
    client = logged_in(people.writer)
    uploaded = UploadedFile.objects.create(
        owner=people.writer, name="teksti.docx", language="fi", data=document()
    )
    url = reverse("confirm_upload", args=[uploaded.pk])
    assert client.get(url).context["recognised"].title == "Yhteinen pöytä"
    assert (
        client.get(reverse("uploaded_picture", args=[uploaded.pk, 0])).status_code
        == 200
    )
    client.post(url, {"title": "Sama pöytä"})
    assert BlogPage.objects.get().title == "Sama pöytä"


def test_a_picture_that_is_broken_is_told_and_not_shown(people):
    """It was tried once, when the file was read."""
    broken = png()[:40]
    html = f'<h1>Silta</h1><p>Teksti.</p><img alt="Silta" src="data:image/png;base64,{b64encode(broken).decode()}">'
    client = logged_in(people.writer)
    page = client.get(bring(client, html.encode(), "teksti.html")["Location"])
    assert page.context["form"].picture_fields() == []
    assert [item.text for item in page.context["recognised"].left_out] == [
        "teksti-1.png"
    ]


@pytest.mark.parametrize("decorative", [True, False])
def test_an_empty_alternative_text_is_decoration_only_where_it_is_said(
    people, decorative
):
    """Without the tick the words are asked for again before the text is sent."""
    client = logged_in(people.writer)
    data = {"title": "Sama pöytä", "author-0": "on"}
    if decorative:
        data["decorative-0"] = "on"
    client.post(bring(client)["Location"], data)
    post = BlogPage.objects.get().get_latest_revision_as_object()
    (image,) = [
        block.value["image"] for block in post.body if block.block_type == "image"
    ]
    assert image.decorative == decorative
    codes = [finding.code for finding in checks.blocking(post)]
    assert ("image-alt" in codes) == (not decorative)
