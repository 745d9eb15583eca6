"""What the reader's templates need and the models do not give."""

from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from kdsite.blocks import players
from kdsite.images import renditions
from kdsite.languages import hyphenation
from kdsite.languages.hyphenated_html import hyphenated_html
from kdsite.metadata import descriptions
from kdsite.pages.site_frame import frame_of
from kdsite.pages.sites import site_of

register = template.Library()
register.filter("player", players.player)
register.filter(hyphenation.unhyphenated)
register.filter(descriptions.description)
register.filter(descriptions.tab_title)
register.filter(descriptions.reading_minutes)


@register.simple_tag(takes_context=True)
def site_frame(context):
    """See :func:`kdsite.pages.site_frame.frame_of`."""
    site = site_of(context.get("request"))
    return frame_of(site, context.get("page"), context.get("addresses", {}))


@register.simple_tag(takes_context=True)
def shows_player(context):
    """The page may open a player of another site: its answer says so to browsers."""
    if request := context.get("request"):
        request.shows_player = True
    return ""


@register.simple_tag
def load_pictures(pages, *drawn_in):
    """See :func:`kdsite.images.renditions.load`.

    :param pages: a page, or a list of pages.
    """
    renditions.load([pages] if isinstance(pages, Page) else pages or [], drawn_in)
    return ""


@register.simple_tag
def foreign(target, page):
    """The attributes of a link to ``target`` where it is in another language than the frame of
    ``page``."""
    if target.locale_id == page.readers_locale.pk:
        return ""
    code = target.locale.language_code
    return format_html(' lang="{}" hreflang="{}"', code, code)


@register.simple_tag
def lang_of(page):
    """The attribute of what holds words of ``page``, where they are in another language than
    everything around them."""
    code = page.locale.language_code
    return "" if code == get_language() else format_html(' lang="{}"', code)


@register.filter
def host(url):
    """www.example.fi of https://www.example.fi/video."""
    return urlsplit(url).hostname or ""


@register.simple_block_tag
def hyphenated(content):
    """What stands inside, with soft hyphens in its long words: see
    :mod:`kdsite.languages.hyphenated_html`."""
    return SafeString(hyphenated_html(content, get_language()))
