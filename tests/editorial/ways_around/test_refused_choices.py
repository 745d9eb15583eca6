"""A form that is refused tells nothing of what it refuses: no title, address or picture of others."""

import datetime
import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from blog.models import BlogIndexPage, BlogPage
from tests.support.factories import (
    index,
    make_author,
    make_image,
    make_post,
    make_question,
    make_theme,
)
from tests.support.forms.undrawn import form_on
from tests.support.helpers import edit_url, form_data, fresh, logged_in, revise

pytestmark = pytest.mark.django_db

SECRET = "salaisuus"


def block(kind, **values):
    data = {
        "body-0-type": kind,
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "",
    }
    return data | {f"body-0-value{key}": value for key, value in values.items()}


def rich_text(page):
    """A paragraph with a link to ``page``, as the field for formatted text sends it."""
    return json.dumps(
        {
            "blocks": [
                {
                    "key": "a1", "text": "sana", "type": "unstyled", "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
                }
            ],
            "entityMap": {
                "0": {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page.pk}}
            },
        }
    )  # fmt: skip


def set_the_scene(people):
    """What somebody else has and never sent, and a draft of one's own."""
    file = ContentFile(b"%PDF-1.4", name=f"{SECRET}.pdf")
    mine = make_author("Maija", "Malli", user=people.writer2)
    return {
        "question": make_question(
            datetime.date(2026, 12, 1), SECRET, saved_by=people.editor
        ),
        "theme": make_theme(SECRET, saved_by=people.editor),
        "draft": make_post(people.writer, title=SECRET),
        "image": make_image(people.writer, title=SECRET),
        "document": get_document_model().objects.create(
            title=SECRET, file=file, uploaded_by_user=people.writer
        ),
        "post": make_post(people.writer2, authors=[mine]),
    }


def forged(scene, kind):
    """What a form brings in one kind of field."""
    image, document = scene.image.pk, scene.document.pk
    return {
        "question": {"question": scene.question.pk},
        "theme": {"themes": [str(scene.theme.pk)]},
        "link": block("paragraph", **{"": rich_text(scene.draft)}),
        "hero": {"hero_image": image, "hero_alt": "Kuva"},
        "image": block("image", **{"-image-image": image, "-image-alt_text": "Kuva", "-caption": ""}),
        "document": block("file", **{"-document": document, "-title": "Liite"}),
    }[kind]  # fmt: skip


KINDS = ["question", "theme", "link", "hero", "image", "document"]


def answer(client, url, changes, title):
    data = form_data(form_on(client, url)) | {"body-count": "0"}
    if any(name.startswith("body-0-type") for name in changes):
        data["body-count"] = "1"
    return client.post(url, data | {"title": title, "slug": "oma"} | changes)


@pytest.mark.parametrize("title", ["Oma", ""], ids=["whole", "refused anyway"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_forged_id_is_echoed_as_nothing(people, scene, kind, title):
    """In the form for a new page and in that of one's own draft; and nothing is saved."""
    client = logged_in(people.writer2)
    add = reverse(
        "wagtailadmin_pages:add", args=["blog", "blogpage", index(BlogIndexPage).pk]
    )
    count, version = BlogPage.objects.count(), fresh(scene.post).latest_revision_id
    for url in (add, edit_url(scene.post)):
        response = answer(client, url, forged(scene, kind), title)
        assert response.status_code == 200
        assert SECRET not in response.content.decode()
    assert BlogPage.objects.count() == count
    assert fresh(scene.post).latest_revision_id == version


@pytest.mark.parametrize("kind", KINDS)
def test_the_preview_shows_nothing_of_it(people, scene, kind):
    client = logged_in(people.writer2)
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[scene.post.pk])
    data = form_data(form_on(client, edit_url(scene.post)))
    changes = forged(scene, kind)
    data |= {"body-count": "1" if "body-0-type" in changes else "0"}
    client.post(url, data | changes)
    assert SECRET not in client.get(url).content.decode()


def test_what_an_editor_chose_for_it_stays(people, scene):
    """The writer sees the editor's picture in the own draft, and saves the text beside it."""
    image = make_image(people.editor, title="Toimituksen kuva")
    body = [("image", {"image": image, "caption": ""}), ("paragraph", "<p>Yksi.</p>")]
    revise(scene.post, people.editor, hero_image=image, hero_alt="Kuva", body=body)
    client = logged_in(people.writer2)
    response = client.get(edit_url(scene.post))
    assert "Toimituksen kuva" in response.content.decode()
    data = form_data(response.context["form"]) | {"title": "Uusi otsikko"}
    data = {name: "" if value is None else value for name, value in data.items()}
    data["body-0-value-image-image"] = image.pk
    assert client.post(edit_url(scene.post), data).status_code == 302
    kept = fresh(scene.post).get_latest_revision_as_object()
    assert (kept.title, kept.hero_image_id) == ("Uusi otsikko", image.pk)
    assert kept.body[0].value["image"].pk == image.pk
