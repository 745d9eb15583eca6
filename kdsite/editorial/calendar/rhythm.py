"""From the rhythm to slots, twelve months ahead."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from kdsite.editorial.models import Mode, Rhythm, Slot
from kdsite.editorial.models.slots import local_moment

AHEAD = timedelta(days=366)


def days_of(rhythm, first, last):
    """The days from ``first`` to ``last`` on which ``rhythm`` publishes, breaks left out."""
    if rhythm.starts_on is None:
        return []
    start = rhythm.starts_on
    start += timedelta(days=(rhythm.weekday - start.weekday()) % 7)
    step = timedelta(weeks=rhythm.every_weeks)
    day = start
    if day < first:
        day += step * -((day - first) // step)
    breaks = list(rhythm.breaks.all())
    days = []
    while day <= last:
        if not any(is_in(day, pause) for pause in breaks):
            days.append(day)
        day += step
    return days


def is_in(day, pause):
    """Does ``day`` fall in the break ``pause``, which may recur, also across New Year?"""
    if not pause.every_year:
        return pause.first_day <= day <= pause.last_day
    length = pause.last_day - pause.first_day
    years = day.year - pause.first_day.year
    return any(
        (first := _in_year(pause.first_day, pause.first_day.year + years + back))
        <= day
        <= first + length
        for back in (-1, 0)
    )


def _in_year(day, year):
    try:
        return day.replace(year=year)
    except ValueError:
        # The 29th of February.
        return date(year, 3, 1)


@transaction.atomic
def make_slots(today=None):
    """Make what the rhythm asks for and is not there, for twelve months from ``today``.

    Safe to call at any time. A slot that was moved or skipped keeps the day it was made for
    and is not made again. Coming slots that the rhythm no longer has are removed while they
    are untouched and empty.

    :returns: how many slots were made.
    """
    today = today or timezone.localdate()
    # One after another: the scheduler may do it while an editor saves.
    rhythm = Rhythm.objects.select_for_update().first()
    if rhythm is None:
        return 0
    days = days_of(rhythm, today, today + AHEAD)
    for slot in Slot.objects.select_for_update().filter(rhythm_day__gte=today):
        if is_untouched(slot):
            _follow(rhythm, slot, days)
    known = set(Slot.objects.values_list("rhythm_day", flat=True))
    taken = set(Slot.objects.in_use().values_list("at", flat=True))
    now = timezone.now()
    new = [
        Slot(rhythm_day=day, at=moment)
        for day in days
        if day not in known
        and (moment := local_moment(day, rhythm.time)) > now
        and moment not in taken
    ]
    Slot.objects.bulk_create(new)
    return len(new)


def _follow(rhythm, slot, days):
    moment = local_moment(slot.rhythm_day, rhythm.time)
    others = Slot.objects.in_use().filter(at=moment).exclude(pk=slot.pk)
    if slot.rhythm_day not in days or others.exists():
        slot.delete()
    elif slot.at != moment:
        slot.at = moment
        slot.save(update_fields=["at"])


def is_untouched(slot):
    """Is ``slot`` as the rhythm made it: empty, and nobody has planned anything for it?"""
    return not (
        slot.is_skipped
        or slot.is_moved
        or slot.page_id
        or slot.writer_id
        or slot.theme_id
        or slot.question_id
        or slot.working_title
        or slot.note
        or slot.own_text_due
        or slot.own_translation_due
        or slot.mode != Mode.TOGETHER
    )
