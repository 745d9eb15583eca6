"""Days and times as people write them (typography.md)."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def at_clock(local):
    """``klo 9``, ``kl. 9.05``."""
    return _("at %(time)s") % {"time": _clock(local)}


def _clock(local):
    return date_format(local, "G.i" if local.minute else "G")


@register.filter
def moment(local):
    """``tiistai 8.12.2026 klo 9``, ``tisdag 8.12.2026 kl. 9``."""
    return _("%(weekday)s %(day)s at %(time)s") % {
        "weekday": date_format(local, "l"),
        "day": date_format(local, "SHORT_DATE_FORMAT"),
        "time": _clock(local),
    }
