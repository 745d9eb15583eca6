"""What the reader's templates need and the models do not give."""

from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.db.models import F, Prefetch, Q, prefetch_related_objects
from django.utils.html import format_html, strip_tags
from django.utils.text import Truncator, get_text_list
from django.utils.translation import get_language, pgettext
from wagtail.models import Page, Site

register = template.Library()

# Types and roles by name, because kdsite may not import the rooms to its right.
NAVIGATION = ("blogindexpage", "themeindexpage", "authorindexpage", "questionindexpage")
FOOTER_ROLES = ("about", "join", "privacy", "accessibility")
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
    """What stands around every page: front page, menu, footer, languages, way back.

    Three queries on a page; works without a page (errors) and on a draft.
    """
    site = Site.find_for_request(context.get("request"))
    page = context.get("page")
    keys = {site.root_page.translation_key} if site else set()
    if page:
        keys.add(page.translation_key)
    homes, versions = {}, {}
    public = Page.objects.live().public().select_related("locale")
    for found in public.filter(translation_key__in=keys):
        is_home = site and found.translation_key == site.root_page.translation_key
        if is_home:
            homes[found.locale.language_code] = found
        if page and found.translation_key == page.translation_key:
            versions[found.locale.language_code] = found
    language = get_language()
    if page:
        versions[language] = page
    home = homes.get(language)
    around = _around(home, page)
    children = [p for p in around if home and p.depth == home.depth + 1]
    above = [p for p in around if page and _holds(p, page) and p.path != page.path]
    return {
        "home": home,
        "navigation": [p for p in children if p.kind in NAVIGATION],
        "footer": sorted(
            (p for p in children if p.role in FOOTER_ROLES),
            key=lambda p: FOOTER_ROLES.index(p.role),
        ),
        "section": next((p for p in children if page and _holds(p, page)), None),
        "breadcrumb": [home, *above] if home and above else [],
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


def _around(home, page):
    """The public children of ``home``, and what lies between it and ``page``; one query."""
    if not home:
        return []
    wanted = Q(path__startswith=home.path, depth=home.depth + 1)
    if page:
        steps = range(len(home.path) + Page.steplen, len(page.path), Page.steplen)
        wanted |= Q(path__in=[page.path[:end] for end in steps])
    return (
        Page.objects.live()
        .filter(wanted, view_restrictions=None)
        .annotate(kind=F("content_type__model"), role=F("standardpage__role"))
        .order_by("path")
    )


@register.simple_tag
def load_pictures(pages):
    """All renditions of the pictures of ``pages`` (or of one page) in one query, not one each."""
    pages = [pages] if isinstance(pages, Page) else [page for page in pages if page]
    prefetch_related_objects(
        [page for page in pages if hasattr(page, "photo_id")], "photo"
    )
    images = [image for page in pages for image in _pictures(page) if image]
    prefetch_related_objects(
        images, Prefetch("renditions", to_attr="prefetched_renditions")
    )
    return ""


def _pictures(page):
    yield getattr(page, "hero_image", None)
    yield getattr(page, "photo", None)
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
def profiles(bylines):
    """The public profiles behind ``bylines``."""
    return [byline.profile for byline in bylines or () if byline.profile]


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
