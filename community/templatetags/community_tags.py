"""Who wrote a post, in a few words."""

from django import template
from django.utils.text import get_text_list
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def names(bylines):
    """A ja B; A, B ja C: everybody in ``bylines`` (each with ``name``), which may be ``None``."""
    listed = [byline.name for byline in bylines or () if byline.name]
    return get_text_list(listed, pgettext("between the last two names", "and"))
