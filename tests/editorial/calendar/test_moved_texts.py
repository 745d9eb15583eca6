"""A text is put into another slot: by a form, or dragged over the calendar, which posts the same form."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageLogEntry

from kdsite.editorial.calendar.changes import put_into
from kdsite.editorial.models import Mode, Slot
from kdsite.editorial.releases.waiting import waiting_of
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    edit_url,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish,
    submit,
)

pytestmark = [pytest.mark.django_db]


def set_the_scene(people):
    post = make_post(people.writer, "Laituri")
    return {
        "post": post,
        "slot": make_slot(
            post, days=20, note="Kuvia!", writer=people.writer, mode=Mode.ORIGINAL_FIRST
        ),
        "free": make_slot(days=40, working_title="Toinen aihe"),
    }


def put(post):
    return reverse("calendar:put", args=[post.pk])


def test_its_plan_moves_with_it_and_what_was_planned_there_takes_its_place(
    people, scene
):
    """Nothing that somebody wrote is lost; the history of the page says it."""
    client = logged_in(people.editor)
    answer = client.post(put(scene.post), {"slot": scene.free.pk})
    assert answer["Location"] == reverse("calendar:index")
    assert fresh(scene.post).slot == scene.free
    now = Slot.objects.get(pk=scene.free.pk)
    assert (now.note, now.writer, now.mode) == (
        "Kuvia!",
        people.writer,
        Mode.ORIGINAL_FIRST,
    )
    left = Slot.objects.get(pk=scene.slot.pk)
    assert (left.page, left.note, left.working_title) == (None, "", "Toinen aihe")
    (entry,) = PageLogEntry.objects.filter(action="editorial.slot_moved")
    assert (entry.page_id, entry.user) == (scene.post.pk, people.editor)
    assert "Siirretty" in entry.message


def test_what_had_no_time_leads_back_to_the_text(people, scene):
    other = make_post(people.writer, "Silta")
    client = logged_in(people.editor)
    answer = client.post(put(other), {"slot": scene.free.pk})
    assert answer["Location"] == edit_url(other)


def test_what_is_approved_stays_so(people, scene):
    """Two people stand behind the words, not behind the day."""
    submit(scene.post, people.writer)
    approve(scene.post, people.editor)
    put_into(scene.free, scene.post, people.editor)
    assert waiting_of(scene.post)
    assert fresh(scene.post).slot == scene.free


def test_what_missed_its_time_gets_another_one(people, scene):
    """The one that it left waits for nothing any more."""
    its_time(Slot.objects.get(pk=scene.slot.pk))
    put_into(scene.free, scene.post, people.editor)
    assert not Slot.objects.overdue().exists()


def test_only_a_free_time_to_come_takes_a_text(people, scene):
    other = make_post(people.writer, "Silta")
    taken, past = make_slot(other, days=50), make_slot(days=-1)
    skipped = make_slot(days=60, is_skipped=True)
    for slot in (taken, past, skipped):
        with pytest.raises(ValidationError):
            put_into(slot, scene.post, people.editor)
        assert fresh(scene.post).slot == scene.slot
    public = publish(make_post(people.writer, "Julki"), people.writer, people.editor)
    of_public = make_slot(public, days=-2)
    with pytest.raises(ValidationError):
        put_into(scene.free, public, people.editor)
    assert fresh(public).slot == of_public


def test_what_is_dragged_comes_back_to_where_it_was_dragged(people, scene):
    """With a sentence, also where it could not be; never to another site."""
    client, sheet = logged_in(people.editor), reverse("calendar:sheet")
    html = client.get(sheet).content.decode()
    assert 'id="calendar-move"' in html
    assert f'data-free-slot="{scene.free.pk}"' in html
    assert f'data-move="{put(scene.post)}"' in html
    assert "js/calendar_drag" in html
    dragged = {"slot": scene.free.pk, "next": sheet, "dragged": "yes"}
    answer = client.post(put(scene.post), dragged, follow=True)
    assert answer.redirect_chain[-1][0] == sheet
    assert "Kalenterissa:" in answer.content.decode()
    answer = client.post(put(scene.post), dragged, follow=True)
    assert answer.redirect_chain[-1][0] == sheet
    assert fresh(scene.post).slot == scene.free
    elsewhere = {"slot": scene.slot.pk, "next": "https://example.org/"}
    assert client.post(put(scene.post), elsewhere)["Location"] == reverse(
        "calendar:index"
    )


def test_the_form_works_without_dragging(people, scene):
    """A link beside each text that can move; it says from when, and who is told."""
    client = logged_in(people.editor)
    assert f'href="{put(scene.post)}"' in (
        client.get(reverse("calendar:index")).content.decode()
    )
    html = client.get(put(scene.post)).content.decode()
    assert "Siirrä toiseen aikaan" in html
    assert "Nykyinen julkaisuaika" in html
    assert f'value="{scene.free.pk}"' in html
    html = logged_in(people.translator).get(reverse("calendar:index")).content.decode()
    assert "data-move" not in html
    assert "calendar-move" not in html
