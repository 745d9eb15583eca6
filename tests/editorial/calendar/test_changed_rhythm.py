"""What a changed rhythm does to the calendar is shown before it is done, and what is planned stays."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.calendar.rhythm import make_slots, plan
from kdsite.editorial.models import Break, Rhythm, Slot
from tests.support.factories import make_post
from tests.support.forms.posted import form_data
from tests.support.forms.undrawn import form_on
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db]

MONDAY = date(2030, 9, 2)
THURSDAY = 3


@pytest.fixture
def rhythm(db):
    made = Rhythm.objects.create(starts_on=MONDAY, every_weeks=2, weekday=1)
    make_slots(MONDAY)
    return made


def days():
    return [timezone.localdate(slot.at) for slot in Slot.objects.order_by("at")]


def test_what_is_planned_takes_the_place_of_the_nearest_new_time(rhythm):
    """There are not two in the same week; the plan and what is done are the same."""
    planned = Slot.objects.get(rhythm_day=date(2030, 9, 17))
    Slot.objects.filter(pk=planned.pk).update(working_title="Lähidemokratia")
    rhythm.weekday = THURSDAY
    rhythm.save()
    found = plan(rhythm, MONDAY)
    assert found.staying == [(planned, date(2030, 9, 19))]
    assert len(found.gone) == 26
    assert len(found.new) == 25
    assert make_slots(MONDAY) == 25
    assert days()[:3] == [date(2030, 9, 5), date(2030, 9, 17), date(2030, 10, 3)]
    again = plan(rhythm, MONDAY)
    assert not (again.new or again.changes_something)
    assert make_slots(MONDAY) == 0


def test_what_is_far_from_every_new_time_stands_beside_them(rhythm):
    """A break in which somebody has planned something."""
    planned = Slot.objects.get(rhythm_day=date(2030, 10, 1))
    Slot.objects.filter(pk=planned.pk).update(note="Varattu")
    rhythm.breaks = [
        Break(name="Syksy", first_day=date(2030, 9, 20), last_day=date(2030, 10, 12))
    ]
    found = plan(rhythm, MONDAY)
    assert found.staying == [(planned, None)]


def settings_form(client):
    rhythm = Rhythm.objects.get()
    address = reverse("wagtailsettings:edit", args=["editorial", "rhythm", rhythm.pk])
    return address, form_data(form_on(client, address))


def test_nothing_is_saved_before_it_was_shown(people, db):
    """What stays, what goes and what is new, in words; then the same form saves it."""
    today = timezone.localdate()
    Rhythm.objects.create(starts_on=today, every_weeks=1, weekday=1)
    make_slots()
    post = make_post(people.writer, "Laituri")
    held = Slot.objects.order_by("at")[2]
    Slot.objects.filter(pk=held.pk).update(page=post)
    client = logged_in(people.editor)
    address, data = settings_form(client)
    data["weekday"] = str(THURSDAY)
    html = client.post(address, data).content.decode()
    assert "Mitä uusi julkaisurytmi muuttaa" in html
    assert "Laituri" in html
    assert Rhythm.objects.get().weekday == 1
    assert THURSDAY not in {day.weekday() for day in days()}
    seen = html.partition('name="seen" value="')[2].partition('"')[0]
    client.post(address, data | {"seen": seen})
    assert Rhythm.objects.get().weekday == THURSDAY
    assert {day for day in days() if day.weekday() == 1} == {
        timezone.localdate(held.at)
    }
    weeks = [day.isocalendar()[:2] for day in days()]
    assert len(weeks) == len(set(weeks))


def test_what_only_adds_times_is_done_at_once(people, db):
    client = logged_in(people.editor)
    client.get(reverse("wagtailsettings:edit", args=["editorial", "rhythm"]))
    address, data = settings_form(client)
    data["starts_on"] = f"{timezone.localdate() + timedelta(days=1):%d.%m.%Y}"
    answer = client.post(address, data, follow=True)
    assert "Kalenterissa on nyt" in answer.content.decode()
    assert Slot.objects.exists()


def test_a_site_begins_with_breaks_for_summer_and_christmas(people, db):
    """To be changed or taken away; whoever has taken them away does not get them back."""
    client = logged_in(people.editor)
    opened = reverse("wagtailsettings:edit", args=["editorial", "rhythm"])
    html = client.get(opened, follow=True).content.decode()
    assert "Kesätauko" in html
    assert "Joulutauko" in html
    Rhythm.objects.get().breaks.all().delete()
    assert "Kesätauko" not in client.get(opened, follow=True).content.decode()
