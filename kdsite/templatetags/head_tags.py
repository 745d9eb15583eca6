"""What the head of a page says to machines: picture of links, linked data, feeds."""

from django import template
from wagtail.models import Page

from kdsite.images import renditions
from kdsite.images.social import social_image as image_of
from kdsite.metadata import linked_data as schema
from kdsite.metadata.descriptions import feed_title
from kdsite.metadata.linked_data import Around

register = template.Library()

# As Open Graph writes a language: with the country.
TERRITORIES = {"fi": "fi_FI", "sv": "sv_FI"}


@register.filter
def territory(code):
    """fi_FI of fi."""
    return TERRITORIES.get(code, code)


@register.simple_tag(takes_context=True)
def social_image(context, page):
    """The picture that goes with links to ``page``; see :func:`kdsite.images.social.social_image`.

    All pictures that the page shows are loaded with it, so that the page asks for none again.
    """
    renditions.load(page.pictured_pages, page.drawn_in, for_links=True)
    return image_of(context["request"], page)


@register.simple_tag(takes_context=True)
def linked_data(context, page, home, above, image):
    """The JSON-LD of ``page``, or ``""`` where there is nothing to say.

    :param home: the front page in this language.
    :param above: the way to the page, from the front page down; may be empty.
    :param image: from ``social_image``.
    """
    around = Around(context["request"], home, image)
    graph = page.linked_data(around) if hasattr(page, "linked_data") else []
    if above:
        graph = [*graph, schema.breadcrumb(above, page, around)]
    return schema.as_script(graph) if graph else ""


@register.simple_tag(takes_context=True)
def feeds(context, home, page):
    """The feeds that belong to ``page``: of the language, and its own where it has one.

    :returns: a list of dicts with ``title`` and ``url``, the page's own first.
    """
    pages = [page] if getattr(page, "has_feed", False) else []
    if isinstance(home, Page):
        pages.append(home)
    return [
        {
            "title": feed_title(feed, home),
            "url": f"{feed.get_full_url(context.get('request'))}atom.xml",
        }
        for feed in pages
    ]


@register.simple_tag
def page_language(page, home):
    """The language that ``page`` is written in, which is not always that of the frame.

    :param home: the front page around it. Its locale is known; the page takes it over where it
        is the same, and never asks for it again.
    """
    if home and home.locale_id == page.locale_id:
        page.locale = home.locale
    return page.locale.language_code
