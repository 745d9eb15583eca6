"""Days and times as people write them, and where somebody is invited."""

from django import template
from django.conf import settings
from django.urls import reverse

from kdsite.editorial import dates

register = template.Library()
register.filter(dates.at_clock)
register.filter(dates.moment)


@register.simple_tag
def invite_url(slot):
    """Where somebody is invited to write for ``slot`` (setting ``EDITORIAL_INVITE``)."""
    return f"{reverse(settings.EDITORIAL_INVITE)}?slot={slot.pk}"
