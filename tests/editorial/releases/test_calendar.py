"""The rhythm makes slots; what people did with them stays."""

from datetime import UTC, date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.calendar.month_sheet import months_of
from kdsite.editorial.calendar.rhythm import days_of, make_slots
from kdsite.editorial.models import Break, Rhythm, Slot
from kdsite.editorial.models.slots import local_moment
from tests.support.factories import make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    form_data,
    fresh,
    logged_in,
    make_slot,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

MONDAY = date(2030, 9, 2)


@pytest.fixture
def rhythm(db):
    Slot.objects.all().delete()
    return Rhythm.objects.create(starts_on=MONDAY, every_weeks=2, weekday=1)


def days():
    return [timezone.localdate(slot.at) for slot in Slot.objects.order_by("at")]


def test_every_second_tuesday_for_twelve_months(rhythm):
    """Slots are made once, whenever and how often it is asked for."""
    assert make_slots(MONDAY) == 27
    assert make_slots(MONDAY) == 0
    assert days()[:3] == [date(2030, 9, 3), date(2030, 9, 17), date(2030, 10, 1)]
    assert make_slots(date(2030, 9, 20)) == 1


def test_the_rhythm_does_not_shift_when_asked_later(rhythm):
    assert days_of(rhythm, date(2031, 1, 1), date(2031, 1, 31)) == [
        date(2031, 1, 7),
        date(2031, 1, 21),
    ]


def test_the_local_time_stays_over_summer_time(rhythm):
    """Nine o'clock in Finland is nine o'clock before and after 27 October and 30 March."""
    make_slots(MONDAY)
    times = {timezone.localtime(slot.at).time() for slot in Slot.objects.all()}
    assert times == {time(9)}
    assert len({slot.at.utctimetuple().tm_hour for slot in Slot.objects.all()}) == 2


def test_breaks_recur_also_across_new_year(rhythm):
    """A Christmas break that was entered years ago still holds."""
    rhythm.breaks = [
        Break(name="Joulu", first_day=date(2025, 12, 20), last_day=date(2026, 1, 8)),
        Break(
            name="Kerran",
            first_day=date(2030, 9, 1),
            last_day=date(2030, 9, 10),
            every_year=False,
        ),
    ]
    rhythm.save()
    make_slots(MONDAY)
    assert date(2030, 9, 3) not in days()
    assert date(2031, 1, 7) not in days()
    assert date(2030, 12, 24) not in days()
    assert date(2031, 1, 21) in days()
    assert days_of(rhythm, date(2031, 9, 1), date(2031, 9, 8)) == [date(2031, 9, 2)]


def test_moved_and_skipped_slots_are_not_made_again(rhythm):
    make_slots(MONDAY)
    first, second = Slot.objects.order_by("at")[:2]
    first.at += timedelta(days=1)
    first.is_moved = True
    first.save()
    second.is_skipped = True
    second.save()
    assert make_slots(MONDAY) == 0
    assert Slot.objects.filter(rhythm_day=date(2030, 9, 3)).get().day == date(
        2030, 9, 4
    )


def test_another_rhythm_takes_away_only_what_is_empty(rhythm):
    """A planned slot stays where it is; empty ones follow the new rhythm."""
    make_slots(MONDAY)
    planned = Slot.objects.order_by("at").first()
    planned.working_title = "Osallistuva budjetointi"
    planned.save()
    rhythm.weekday = 3
    rhythm.save()
    make_slots(MONDAY)
    assert Slot.objects.filter(pk=planned.pk).exists()
    assert {day.weekday() for day in days()} == {1, 3}
    assert [day.weekday() for day in days()].count(1) == 1


def test_another_time_of_day_moves_what_is_empty(rhythm):
    make_slots(MONDAY)
    rhythm.time = time(7, 30)
    rhythm.save()
    assert make_slots(MONDAY) == 0
    assert {timezone.localtime(slot.at).time() for slot in Slot.objects.all()} == {
        time(7, 30)
    }


def test_a_slot_whose_text_is_approved_is_neither_skipped_nor_emptied(people):
    """What waits for its time would wait for ever."""
    post = make_post(people.writer)
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    for change in ({"is_skipped": True}, {"page": None}):
        again = Slot.objects.get(pk=slot.pk)
        for name, value in change.items():
            setattr(again, name, value)
        with pytest.raises(ValidationError):
            again.full_clean()
    again = Slot.objects.get(pk=slot.pk)
    again.at += timedelta(days=1)
    again.full_clean()
    assert fresh(post).get_lock()


def test_two_slots_do_not_share_a_moment(db):
    slot = make_slot()
    with pytest.raises(ValidationError):
        Slot(at=slot.at).full_clean()


def test_both_changes_of_the_clock_in_one_calendar(rhythm):
    """25 October 2026 and 28 March 2027: nine o'clock stays nine o'clock in Finland."""
    rhythm.weekday, rhythm.every_weeks = 6, 1
    rhythm.starts_on = date(2026, 10, 18)
    for day, hour in (
        (date(2026, 10, 18), 6),
        (date(2026, 10, 25), 7),
        (date(2027, 3, 21), 7),
        (date(2027, 3, 28), 6),
    ):
        assert day in days_of(rhythm, day, day)
        assert local_moment(day, time(9)).astimezone(UTC).hour == hour


def test_saving_the_rhythm_fills_the_calendar_and_says_how_many(people):
    """The same screen for editors in either language; nobody else may."""
    setting = Rhythm.load()
    url = reverse("wagtailsettings:edit", args=["editorial", "rhythm", setting.pk])
    client = logged_in(people.editor)
    form = form_data(form_on(client, url))
    form |= {"starts_on": timezone.localdate().strftime("%d.%m.%Y")}
    shown = client.post(url, form, follow=True).content.decode()
    count = Slot.objects.count()
    # Summer and Christmas are left out.
    assert 18 <= count <= 23
    assert f"{count} tulevaa julkaisuaikaa" in shown
    assert logged_in(people.writer).get(url).status_code == 302
    assert logged_in(people.translator).get(url).status_code == 302


def test_breaks_end_after_they_begin(people):
    """One clear sentence, and nothing of it is stored."""
    pause = Break(name="Kesä", first_day=date(2030, 8, 1), last_day=date(2030, 7, 1))
    with pytest.raises(ValidationError):
        pause.clean()


def test_the_sheet_begins_weeks_on_monday_and_numbers_them(people):
    """Week 53 of 2026 is followed by week 1; days of other months stay empty."""
    first = Slot(at=local_moment(date(2026, 12, 29), time(9)))
    second = Slot(at=local_moment(date(2027, 1, 12), time(9)))
    shown = entries([first, second], people.editor)
    december, january = months_of(shown, date(2026, 12, 29))
    assert [week.number for week in december.weeks] == [49, 50, 51, 52, 53]
    assert january.weeks[0].number == 53
    assert all(week.days[0].day.weekday() == 0 for week in december.weeks)
    (held,) = [day for week in december.weeks for day in week.days if day.entries]
    assert held.day == date(2026, 12, 29)
    assert held.is_today


def test_a_due_day_is_not_after_the_publication(db):
    slot = make_slot()
    slot.own_text_due = slot.day + timedelta(days=1)
    with pytest.raises(ValidationError):
        slot.full_clean()


def test_a_skipped_slot_leaves_its_moment_free(db):
    slot = make_slot(is_skipped=True)
    Slot(at=slot.at).full_clean()
