"""Days and moments as readers see them."""

from datetime import datetime

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html

register = template.Library()


@register.filter
def as_time(moment):
    """A ``<time>`` of a day, or of a moment with its time of day; nothing for ``None``."""
    if not moment:
        return ""
    form = "DATETIME_FORMAT" if isinstance(moment, datetime) else "DATE_FORMAT"
    return format_html(
        '<time datetime="{}">{}</time>', moment.isoformat(), date_format(moment, form)
    )
