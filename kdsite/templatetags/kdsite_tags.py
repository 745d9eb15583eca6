"""What the reader's templates need and the models do not give."""

from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.db.models import (
    F,
    Prefetch,
    Q,
    prefetch_related_objects,
)
from django.utils.html import format_html, strip_tags
from django.utils.text import Truncator, get_text_list
from django.utils.translation import get_language, pgettext
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from kdsite import embeds
from kdsite.editorial.behind import readers_are_told
from kdsite.pages import is_open

register = template.Library()
register.filter("player", embeds.player)

# Types and roles by name, because kdsite may not import the rooms to its right.
NAVIGATION = ("blogindexpage", "themeindexpage", "authorindexpage", "questionindexpage")
FOOTER_ROLES = ("about", "join", "privacy", "accessibility")
PICTURES = ("hero_image", "photo")
DESCRIBED_BY = (
    "search_description",
    "lead",
    "welcome",
    "description",
    "biography",
    "background",
)
CHARACTERS_A_MINUTE = 1050


@register.simple_tag(takes_context=True)
def site_frame(context):
    """What stands around every page: front page, menu, footer, languages, way back; and the
    ``original`` of a translation that readers are to know is behind.

    One query; works without a page (errors) and on a draft.
    """
    site = Site.find_for_request(context.get("request"))
    root, page, language = site and site.root_page, context.get("page"), get_language()
    found = list(_around(root, page, language)) if root else []
    homes, versions = ({}, {})
    for other in found:
        if other.translation_key == root.translation_key:
            homes[other.locale.language_code] = other
        if page and other.translation_key == page.translation_key:
            versions[other.locale.language_code] = other
    behind = page and language in versions and versions[language].is_told_behind
    if page:
        versions[language] = page
    home = homes.get(language)
    children = [
        p for p in found if home and p.depth == home.depth + 1 and _holds(home, p)
    ]
    above = [p for p in found if page and _holds(p, page) and p.path != page.path]
    return {
        "home": home,
        "navigation": [p for p in children if p.kind in NAVIGATION],
        "footer": sorted(
            (p for p in children if p.role in FOOTER_ROLES),
            key=lambda p: FOOTER_ROLES.index(p.role),
        ),
        "section": next((p for p in children if page and _holds(p, page)), None),
        "breadcrumb": above if len(above) > 1 else [],
        "original": behind
        and next((v for code, v in versions.items() if code != language), None),
        "languages": [
            {
                "code": code,
                "name": {"fi": "Suomeksi", "sv": "På svenska"}[code],
                "page": versions.get(code) or homes[code],
                "is_version": code in versions,
                "is_current": code == language,
            }
            for code, _name in settings.LANGUAGES
            if code in versions or code in homes
        ],
    }


def _holds(above, page):
    return page.path.startswith(above.path)


def _around(root, page, language):
    """Of the public pages: front pages, versions of ``page``, what is above it, and the children
    of the front page in ``language``, in the order of the tree.
    """
    top = root.path[: -Page.steplen]
    wanted = Q(translation_key__in=[p.translation_key for p in (root, page) if p])
    wanted |= Q(
        path__startswith=top, depth=root.depth + 1, locale__language_code=language
    )
    if page:
        steps = range(len(root.path), len(page.path), Page.steplen)
        wanted |= Q(path__in=[page.path[:end] for end in steps])
    return (
        readers_are_told(Page.objects.live())
        .filter(wanted, is_open())
        .annotate(kind=F("content_type__model"), role=F("standardpage__role"))
        .select_related("locale")
        .order_by("path")
    )


@register.simple_tag
def load_pictures(*pages):
    """The pictures of ``pages`` with all their renditions, in two queries and not some for each.

    :param pages: pages and lists of pages.
    """
    pages = [page for group in pages for page in _listed(group)]
    missing = [
        (page, name)
        for page in pages
        for name in PICTURES
        if getattr(page, f"{name}_id", None)
        and not page._meta.get_field(name).is_cached(page)
    ]
    ids = {getattr(page, f"{name}_id") for page, name in missing}
    found = get_image_model().objects.in_bulk(ids) if ids else {}
    for page, name in missing:
        setattr(page, name, found[getattr(page, f"{name}_id")])
    images = [image for page in pages for image in _pictures(page) if image]
    prefetch_related_objects(
        images, Prefetch("renditions", to_attr="prefetched_renditions")
    )
    return ""


def _listed(group):
    return [group] if isinstance(group, Page) else group or []


def _pictures(page):
    yield from (getattr(page, name, None) for name in PICTURES)
    if "body" not in page.get_deferred_fields():
        for block in getattr(page, "body", ()):
            if block.block_type == "image":
                yield block.value["image"]


@register.simple_tag
def foreign(target, page):
    """The attributes of a link to ``target`` where it is in another language than ``page``."""
    if target.locale_id == page.locale_id:
        return ""
    code = target.locale.language_code
    return format_html(' lang="{}" hreflang="{}"', code, code)


@register.filter
def portrayed(bylines):
    """The profiles behind ``bylines`` whose photo anybody may see."""
    return [b.author for b in bylines or () if b.author_id and b.author.live]


@register.filter
def names(bylines):
    """A ja B; A, B ja C."""
    listed = [byline.name for byline in bylines or () if byline.name]
    return get_text_list(listed, pgettext("between the last two names", "and"))


@register.filter
def reading_minutes(body):
    """How long ``body`` takes to read, in whole minutes; 0 where there is nothing to read."""
    texts = body.stream_block.get_searchable_content(body) if body else []
    characters = sum(len(str(text)) for text in texts)
    return max(1, round(characters / CHARACTERS_A_MINUTE)) if characters else 0


@register.filter
def host(url):
    """www.example.fi of https://www.example.fi/video."""
    return urlsplit(url).hostname or ""


@register.filter
def description(page):
    """One or two sentences about ``page`` for search engines; may be empty."""
    for name in DESCRIBED_BY:
        text = strip_tags(str(getattr(page, name, ""))).strip()
        if text:
            return Truncator(unhyphenated(text)).chars(300)
    return ""


@register.filter
def unhyphenated(text):
    """Without the soft hyphens that editors may put in titles: a tab or a result shows them."""
    return str(text).replace("\u00ad", "")
