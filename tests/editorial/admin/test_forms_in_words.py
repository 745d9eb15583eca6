"""What is odd is asked about, in the person's language, and what was typed stays in the form."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from kdsite.editorial.models import Mode, Slot
from tests.support.factories import make_post
from tests.support.helpers import fresh, logged_in, make_slot, publish

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
    seen = client.get(url).context["form"].initial["seen"]
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
