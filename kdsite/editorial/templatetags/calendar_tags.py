"""Days and times as people write them."""

from django import template

from kdsite.editorial import dates

register = template.Library()
register.filter(dates.at_clock)
register.filter(dates.moment)
