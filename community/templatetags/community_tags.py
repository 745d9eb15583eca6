"""Who wrote a post: in a few words, and in a picture."""

from django import template
from django.utils.text import get_text_list
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def names(bylines):
    """A ja B; A, B ja C: everybody in ``bylines`` (each with ``name``), which may be ``None``."""
    listed = [byline.name for byline in bylines or () if byline.name]
    return get_text_list(listed, pgettext("between the last two names", "and"))


@register.filter
def with_portraits(posts):
    """``posts`` (as a list of posts loads them), and the authors whose portraits stand for pictures."""
    listed = list(posts)
    return listed + [author for post in listed if (author := portrayed(post))]


@register.filter
def portrayed(post):
    """The author whose portrait stands where ``post`` has no picture, or ``None``."""
    if post.hero_image:
        return None
    authors = (byline.author for byline in post.bylines.all())
    return next((author for author in authors if author and author.photo), None)
