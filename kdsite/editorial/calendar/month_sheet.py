"""The calendar as a sheet: a table for each month, weeks from Monday."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date
from itertools import groupby

WEEKS = Calendar(firstweekday=0)


@dataclass
class Day:
    day: date
    in_month: bool
    is_today: bool
    entries: list


@dataclass
class Week:
    number: int
    days: list


@dataclass
class Month:
    """One month: its first day, and its weeks with the entries of each day."""

    first: date
    weeks: list
    entries: list


def months_of(entries, today):
    """A :class:`Month` for each month that has ``entries``, in their order."""
    months = []
    for (year, month), group in groupby(entries, key=_month):
        held = list(group)
        weeks = [
            Week(
                days[0].isocalendar().week,
                [_day(day, month, today, held) for day in days],
            )
            for days in WEEKS.monthdatescalendar(year, month)
        ]
        months.append(Month(date(year, month, 1), weeks, held))
    return months


def _month(entry):
    return entry.local.year, entry.local.month


def _day(day, month, today, entries):
    inside = day.month == month
    held = [each for each in entries if each.local.date() == day] if inside else []
    return Day(day, inside, day == today, sorted(held, key=lambda each: each.local))
