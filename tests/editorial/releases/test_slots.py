"""The calendar's screens: what an editor does with slots, and nobody else."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from kdsite.editorial.calendar import changes as slot_changes
from kdsite.editorial.models import Mode, Slot
from kdsite.editorial.releases import publish_due
from tests.support.factories import make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def data(**changes):
    at = timezone.localtime() + timedelta(days=20)
    return {
        "at": at.strftime("%d.%m.%Y %H.%M"),
        "mode": Mode.TOGETHER,
        "page": "",
        "working_title": "",
        "writer": "",
        "theme": "",
        "question": "",
        "note": "",
        "own_text_due": "",
        "own_translation_due": "",
    } | changes


def test_writers_stay_out_and_only_editors_change_anything(people):
    """The language team may look at the calendar, and no more."""
    slot = make_slot(days=30)
    look = ("index", "sheet", "past", "past_sheet", "index_results")
    views = [reverse(f"calendar:{name}") for name in look]
    write = [
        reverse("calendar:add"),
        reverse("calendar:edit", args=[slot.pk]),
        reverse("calendar:history", args=[slot.pk]),
        reverse("calendar:put", args=[make_post(people.writer).pk]),
    ]
    expected = {
        people.writer: (302, 302),
        people.translator: (200, 302),
        people.editor: (200, 200),
    }
    for person, (looking, writing) in expected.items():
        client = logged_in(person)
        assert {client.get(url).status_code for url in views} == {looking}
        assert {client.get(url).status_code for url in write} == {writing}
    logged_in(people.translator).post(
        reverse("calendar:edit", args=[slot.pk]), data(working_title="Toinen")
    )
    slot.refresh_from_db()
    assert slot.working_title == ""


def test_an_editor_adds_plans_moves_and_skips_a_slot(people):
    client = logged_in(people.editor)
    client.post(reverse("calendar:add"), data(working_title="Lähidemokratia"))
    slot = Slot.objects.get()
    shown = client.get(reverse("calendar:index")).content.decode()
    assert "Lähidemokratia" in shown
    assert "Suunniteltu" in shown
    later = timezone.localtime(slot.at + timedelta(days=3)).strftime("%d.%m.%Y %H.%M")
    client.post(reverse("calendar:edit", args=[slot.pk]), data(at=later))
    slot.refresh_from_db()
    assert slot.is_moved
    client.post(
        reverse("calendar:edit", args=[slot.pk]), data(at=later, is_skipped="on")
    )
    slot.refresh_from_db()
    assert slot.is_skipped


@pytest.mark.parametrize("clock", ["16.54", "16:54"])
def test_the_time_is_read_as_people_write_it(people, clock):
    """With a point, as Finnish has it, and with a colon."""
    slot = make_slot(days=30)
    url = reverse("calendar:edit", args=[slot.pk])
    logged_in(people.editor).post(url, data(at=f"5.1.2031 {clock}"))
    slot.refresh_from_db()
    assert timezone.localtime(slot.at).strftime("%Y-%m-%d %H.%M") == "2031-01-05 16.54"


def test_a_post_is_put_into_one_slot(people):
    """A page in two slots, or one that is public already, gets one clear sentence."""
    post = make_post(people.writer)
    client = logged_in(people.editor)
    client.post(reverse("calendar:add"), data(page=post.pk))
    assert fresh(post).slot
    at = (timezone.localtime() + timedelta(days=30)).strftime("%d.%m.%Y %H.%M")
    response = client.post(reverse("calendar:add"), data(at=at, page=post.pk))
    assert "Kirjoituksella on jo julkaisuaika" in response.content.decode()
    public = publish(make_post(people.writer), people.writer, people.editor)
    response = client.post(reverse("calendar:add"), data(at=at, page=public.pk))
    assert "Kirjoitus on jo julkaistu" in response.content.decode()
    assert Slot.objects.count() == 1


def test_a_slot_does_not_hold_a_translation(people):
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, _record = translate(post, people.translator)
    response = logged_in(people.editor).post(
        reverse("calendar:add"), data(page=target.pk)
    )
    assert "Valitse alkuperäinen" in response.content.decode()
    assert not Slot.objects.exists()


def test_moving_an_approved_post_into_the_past_publishes_it(
    people, django_capture_on_commit_callbacks
):
    """Whoever gives a ready post a time that has passed wants it out now."""
    post = make_post(people.writer)
    slot = make_slot(post, mode=Mode.ORIGINAL_FIRST)
    submit(post, people.writer)
    approve(post, people.editor)
    past = (timezone.localtime() - timedelta(minutes=2)).strftime("%d.%m.%Y %H.%M")
    with django_capture_on_commit_callbacks(execute=True):
        logged_in(people.editor).post(
            reverse("calendar:edit", args=[slot.pk]),
            data(at=past, page=post.pk, mode=Mode.ORIGINAL_FIRST),
        )
    assert fresh(post).live


def test_what_is_done_to_a_slot_is_in_the_history(people):
    """Where there is a page, in the page's."""
    client = logged_in(people.editor)
    post = make_post(people.writer)
    slot = make_slot(days=30)
    at = timezone.localtime(slot.at + timedelta(days=1)).strftime("%d.%m.%Y %H.%M")
    url = reverse("calendar:edit", args=[slot.pk])
    client.post(url, data(at=at))
    client.post(url, data(at=at, page=post.pk))
    at = timezone.localtime(slot.at + timedelta(days=2)).strftime("%d.%m.%Y %H.%M")
    client.post(url, data(at=at, page=post.pk))
    client.post(url, data(at=at))
    client.post(url, data(at=at, is_skipped="on"))
    of_page = PageLogEntry.objects.filter(page=post.pk, action__contains="slot_")
    of_slot = ModelLogEntry.objects.filter(object_id=slot.pk, action__contains="slot_")
    assert {entry.action.split("_")[1] for entry in of_page} == {
        "taken",
        "moved",
        "left",
    }
    assert {entry.action.split("_")[1] for entry in of_slot} == {"moved", "skipped"}
    assert {entry.user for entry in [*of_page, *of_slot]} == {people.editor}
    assert at.split()[0].lstrip("0")[:4] in of_page.get(
        action="editorial.slot_moved"
    ).formatter.format_message(of_page.get(action="editorial.slot_moved"))


def test_what_another_editor_wrote_is_not_overwritten_unseen(people):
    """The form says so and keeps what was typed."""
    slot = make_slot(days=30)
    url = reverse("calendar:edit", args=[slot.pk])
    seen = form_on(logged_in(people.editor), url).initial["seen"]
    Slot.objects.filter(pk=slot.pk).update(working_title="Ensin")
    response = logged_in(people.editor2).post(
        url, data(working_title="Sitten", seen=seen)
    )
    shown = response.content.decode()
    assert "Joku muu on muuttanut" in shown
    assert "Sitten" in shown
    assert Slot.objects.get().working_title == "Ensin"


def test_what_went_out_keeps_its_time(people):
    """A slot whose text was published in it is history."""
    post = make_post(people.writer)
    slot = make_slot(post, mode=Mode.ORIGINAL_FIRST)
    submit(post, people.writer)
    approve(post, people.editor)
    publish_due.publish_due()
    its_time(slot)
    publish_due.publish_due()
    for change in ({"at": slot.at + timedelta(days=1)}, {"page": None}):
        again = Slot.objects.get(pk=slot.pk)
        for name, value in change.items():
            setattr(again, name, value)
        with pytest.raises(ValidationError):
            slot_changes.change(again, people.editor)
    again = Slot.objects.get(pk=slot.pk)
    again.note = "Hyvin meni."
    slot_changes.change(again, people.editor)
    assert Slot.objects.get().note == "Hyvin meni."


def test_a_time_that_has_passed_says_what_is_missing(people):
    """Approved, both languages together, and no translation: nothing goes out, in words."""
    post = make_post(people.writer)
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    past = (timezone.localtime() - timedelta(minutes=2)).strftime("%d.%m.%Y %H.%M")
    response = logged_in(people.editor).post(
        reverse("calendar:edit", args=[slot.pk]),
        data(at=past, page=post.pk),
        follow=True,
    )
    assert not fresh(post).live
    assert "Käännöstä ei ole aloitettu" in response.content.decode()


def test_a_post_is_put_into_the_calendar_from_its_own_menu(people):
    """The free slots are offered; one that was taken meanwhile is refused in words."""
    post, other = make_post(people.writer), make_post(people.writer, title="Toinen")
    free, taken = make_slot(days=9), make_slot(other, days=8)
    client = logged_in(people.editor)
    url = reverse("calendar:put", args=[post.pk])
    offered = form_on(client, url).fields["slot"].queryset
    assert list(offered) == [free]
    assert client.post(url, {"slot": taken.pk}).status_code == 200
    with pytest.raises(ValidationError):
        slot_changes.put_into(taken, post, people.editor)
    assert client.post(url, {"slot": free.pk}).status_code == 302
    assert fresh(post).slot == free
    listing = client.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    assert reverse("calendar:edit", args=[free.pk]) in listing.content.decode()


@pytest.mark.parametrize("year", ["0001", "1999", "3000", "9999"])
def test_a_year_that_is_a_slip_is_asked_about(people, year):
    """One sentence; nothing is stored, and the calendar stays open for everybody."""
    client = logged_in(people.editor)
    response = client.post(reverse("calendar:add"), data(at=f"01.01.{year} 00.00"))
    assert "Tarkista vuosi." in response.content.decode()
    assert not Slot.objects.exists()
    assert client.get(reverse("calendar:index")).status_code == 200
