"""What is odd is asked about, in the person's language, and what was typed stays in the form."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Page

from kdsite.editorial.models import Mode, Slot
from tests.support.factories import make_image, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import fresh, logged_in, make_slot, publish, submit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("year", ["1", "206", "1206", "9999"])
def test_a_date_that_nobody_means_is_asked_about(people, year):
    """Readers keep the date that there was."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    before = post.date
    url = reverse("editorial:facts", args=[post.pk])
    data = {"date": f"1.2.{year.zfill(4)}", "facebook_url": ""}
    html = logged_in(people.editor).post(url, data).content.decode()
    assert "Tarkista vuosi." in html
    assert data["date"] in html or "01.02." in html
    assert fresh(post).date == before


@pytest.mark.parametrize("year", [1998, timezone.localdate().year])
def test_older_texts_keep_their_date(people, year):
    post = publish(make_post(people.writer), people.writer, people.editor)
    url = reverse("editorial:facts", args=[post.pk])
    data = {"date": f"1.2.{year}", "facebook_url": ""}
    assert logged_in(people.editor).post(url, data).status_code == 302
    assert fresh(post).date.year == year


def slot_form(**changes):
    names = ("page", "working_title", "writer", "theme", "question", "note")
    days = ("own_text_due", "own_translation_due")
    return dict.fromkeys((*names, *days), "") | {"mode": Mode.TOGETHER} | changes


def typed(moment):
    return timezone.localtime(moment).strftime("%d.%m.%Y %H.%M")


def test_a_new_time_in_the_past_is_asked_about(people):
    """Nothing would ever happen then."""
    past = typed(timezone.now() - timedelta(hours=3))
    response = logged_in(people.editor).post(
        reverse("calendar:add"), slot_form(at=past, note="Muistio")
    )
    html = response.content.decode()
    assert "Tämä aika on jo mennyt" in html
    assert past in html
    assert "Muistio" in html
    assert not Slot.objects.exists()


def test_a_note_on_a_time_that_is_over_is_saved(people):
    slot = make_slot(days=-3)
    client = logged_in(people.editor)
    url = reverse("calendar:edit", args=[slot.pk])
    seen = form_on(client, url).initial["seen"]
    data = slot_form(at=typed(slot.at), note="Peruttiin.", seen=seen)
    assert client.post(url, data).status_code == 302
    assert Slot.objects.get().note == "Peruttiin."


def test_a_form_with_mistakes_is_refused_in_good_finnish(people):
    """Upstream puts the name of the thing in the wrong case."""
    url = reverse("calendar:add")
    html = logged_in(people.editor).post(url, {}).content.decode()
    assert "Luominen ei onnistunut, koska lomakkeessa on virheitä." in html
    assert "ei voitu luoda" not in html


@pytest.mark.parametrize("name", ["writer", "translator", "editor"])
def test_nobody_meets_an_english_root(people, name):
    """In the breadcrumb of a page, in the chooser, in the explorer."""
    client = logged_in(getattr(people, name))
    parent = make_post(getattr(people, name)).get_parent()
    root = Page.get_first_root_node()
    for address in (
        reverse("wagtailadmin_explore", args=[root.pk]),
        reverse("wagtailadmin_explore", args=[parent.pk]),
        reverse("wagtailadmin_choose_page_child", args=[parent.pk]),
        reverse("wagtailadmin_choose_page"),
    ):
        answer = client.get(address, follow=True).content.decode()
        assert "Root" not in answer, address


@pytest.fixture
def reviewed(people):
    """A picture in a public text."""
    image = make_image(people.editor, title="Silta", photographer="Kaisa Kuvaaja")
    post = make_post(people.writer, hero_image=image, hero_alt="Silta")
    publish(post, people.writer, people.editor)
    return image


def test_the_form_of_a_reviewed_picture_says_what_stays(people, reviewed):
    """Before one types: those fields are closed, and what readers never see is saved."""
    client = logged_in(people.editor)
    url = reverse("wagtailimages:edit", args=[reviewed.pk])
    response = client.get(url)
    assert "Tarkistettu teksti käyttää tätä kuvaa" in response.content.decode()
    form = response.context["form"]
    closed = {name for name, field in form.fields.items() if field.disabled}
    assert {"file", "title", "description", "photographer", "focal_point_x"} <= closed
    assert not closed & {"consent", "tags", "collection"}
    data = {"consent": "Kysytty.", "collection": reviewed.collection_id, "tags": ""}
    assert client.post(url, data).status_code == 302
    reviewed.refresh_from_db()
    assert (reviewed.consent, reviewed.title) == ("Kysytty.", "Silta")


def test_words_on_a_picture_that_was_reviewed_meanwhile_stay_in_the_form(
    people, reviewed
):
    """Whoever opened the form before is told, and loses nothing that they typed."""
    data = {
        "title": "Uusi silta",
        "photographer": "Kaisa Kuvaaja",
        "consent": "Kysytty.",
        "focal_point_x": "10",
        "collection": reviewed.collection_id,
    }
    url = reverse("wagtailimages:edit", args=[reviewed.pk])
    response = logged_in(people.editor).post(url, data)
    html = response.content.decode()
    assert "lähetä kuva uutena kuvana" in html
    assert "Uusi silta" in html
    assert "Kysytty." in html
    reviewed.refresh_from_db()
    assert reviewed.title == "Silta"


def test_the_form_of_a_reviewed_document_says_what_stays(people):
    client = logged_in(people.editor)
    document = get_document_model().objects.create(
        title="Ohje", file=SimpleUploadedFile("ohje.pdf", b"%PDF-1.4 ohje")
    )
    body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Ohje</a></p>')]
    submit(make_post(people.writer, body=body), people.writer)
    response = client.get(reverse("wagtaildocs:edit", args=[document.pk]))
    assert "lähetä asiakirja uutena tiedostona" in response.content.decode()
    assert response.context["form"].fields["title"].disabled
