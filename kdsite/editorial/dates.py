"""Days and times as people write them (typography.md), and how long what was sent to one person works."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def at_clock(local):
    """``klo 9``, ``kl. 9.05``."""
    return _("at %(time)s") % {"time": _clock(local)}


def _clock(local):
    return date_format(local, "G.i" if local.minute else "G")


def moment(local):
    """``tiistai 8.12.2026 klo 9``, ``tisdag 8.12.2026 kl. 9``."""
    return _("%(weekday)s %(day)s at %(time)s") % {
        "weekday": date_format(local, "l"),
        "day": date_format(local, "SHORT_DATE_FORMAT"),
        "time": _clock(local),
    }


def on_day(local):
    """``tiistaina 12. tammikuuta klo 9``, ``tisdagen den 12 januari kl. 9``."""
    return _("on %(weekday)s %(day)s %(month)s at %(time)s") % {
        "weekday": date_format(local, "l"),
        "day": local.day,
        "month": date_format(local, "E"),
        "time": _clock(local),
    }


VALID_FOR = timedelta(days=14)


def valid_until(sent_at):
    """The end of the 14th day after ``sent_at``, by Helsinki's clock: people are told the day,
    and get the whole of it."""
    last_day = timezone.localdate(sent_at, timezone.get_default_timezone()) + VALID_FOR
    return timezone.make_aware(
        datetime.combine(last_day, time.max), timezone.get_default_timezone()
    )
