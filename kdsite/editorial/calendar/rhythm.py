"""From the rhythm to slots, twelve months ahead."""

from dataclasses import dataclass, field
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


@dataclass
class Plan:
    """What the rhythm asks of the calendar.

    ``new``: slots to be made. ``gone``: empty ones that go. ``moved``: empty ones that get another time
    of day, each with it. ``staying``: coming ones with a plan or a text on a day that the rhythm no longer
    has, each with the day of the rhythm in whose place it is kept, or ``None``.
    """

    new: list = field(default_factory=list)
    gone: list = field(default_factory=list)
    moved: list = field(default_factory=list)
    staying: list = field(default_factory=list)

    @property
    def changes_something(self):
        return bool(self.gone or self.moved or self.staying)


def plan(rhythm, today=None, held=None):
    """The :class:`Plan` by which the calendar follows ``rhythm`` for twelve months from ``today``;
    nothing is written.

    A slot that was moved or skipped keeps the day it was made for and is not made again. A slot with a
    plan or a text whose day the rhythm does not have any more stays where it is, in the place of the
    nearest new one: there are not two in the same week.

    :param held: the slots made by the rhythm, where the caller has locked them.
    """
    today = today or timezone.localdate()
    days = days_of(rhythm, today, today + AHEAD)
    if held is None:
        held = Slot.objects.filter(rhythm_day__gte=today)
    held = list(held.select_related("page").order_by("rhythm_day"))
    found = Plan()
    kept, touched = [], []
    for slot in held:
        (kept if is_untouched(slot) else touched).append(slot)
    claimed = {slot.rhythm_day for slot in touched}
    for slot in touched:
        if slot.rhythm_day in days or slot.is_skipped or slot.is_past:
            continue
        day = _nearest(slot.rhythm_day, [d for d in days if d not in claimed], rhythm)
        claimed.add(day)
        found.staying.append((slot, day))
    _follow(found, rhythm, kept, days, claimed)
    return found


def _nearest(old, days, rhythm):
    """Of ``days`` the one in the place of ``old``: less than half a step away."""
    half = timedelta(weeks=rhythm.every_weeks) / 2
    near = [day for day in days if abs(day - old) < half]
    return min(near, key=lambda day: abs(day - old), default=None)


def _follow(found, rhythm, kept, days, claimed):
    """Fill ``found`` with what becomes of the untouched slots ``kept``, and with what is to be made."""
    now = timezone.now()
    others = Slot.objects.in_use().exclude(pk__in=[slot.pk for slot in kept])
    taken = set(others.values_list("at", flat=True))
    known = claimed | set(
        Slot.objects.exclude(pk__in=[slot.pk for slot in kept])
        .exclude(rhythm_day=None)
        .values_list("rhythm_day", flat=True)
    )
    for slot in kept:
        moment = local_moment(slot.rhythm_day, rhythm.time)
        if slot.rhythm_day not in days or slot.rhythm_day in claimed or moment in taken:
            found.gone.append(slot)
            continue
        known.add(slot.rhythm_day)
        taken.add(moment)
        if slot.at != moment:
            found.moved.append((slot, moment))
    found.new = [
        Slot(rhythm_day=day, at=moment)
        for day in days
        if day not in known
        and (moment := local_moment(day, rhythm.time)) > now
        and moment not in taken
    ]


@transaction.atomic
def make_slots(today=None):
    """Make what the rhythm asks for and is not there (:func:`plan`). Safe to call at any time.

    :returns: how many slots were made.
    """
    today = today or timezone.localdate()
    # One after another: the scheduler may do it while an editor saves.
    rhythm = Rhythm.objects.select_for_update().first()
    if rhythm is None:
        return 0
    held = Slot.objects.select_for_update(of=("self",)).filter(rhythm_day__gte=today)
    found = plan(rhythm, today, held)
    for slot in found.gone:
        slot.delete()
    for slot, day in found.staying:
        if day:
            slot.rhythm_day = day
            slot.save(update_fields=["rhythm_day"])
    for slot, moment in found.moved:
        slot.at = moment
        slot.save(update_fields=["at"])
    Slot.objects.bulk_create(found.new)
    return len(found.new)


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
