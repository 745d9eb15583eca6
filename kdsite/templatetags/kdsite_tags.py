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

from kdsite import embeds, hyphens
from kdsite.editorial.behind import readers_are_told
from kdsite.pages import is_open
from kdsite.renditions import FIELDS, pictures_of

register = template.Library()
register.filter("player", embeds.player)

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
    """What stands around every page: front page, menu, footer, languages, way back; and the
    ``original`` of a translation that readers are to know is behind.

    One query, and one for a post without a translation; works without a page (errors) and on a
    draft.
    """
    site = Site.find_for_request(context.get("request"))
    root, page, language = site and site.root_page, context.get("page"), get_language()
    found = list(_around(root, page, language)) if root else []
    versions = {(p.translation_key, p.locale.language_code): p for p in found}
    home = root and versions.get((root.translation_key, language))
    behind, original, above = None, None, []
    if page:
        behind = versions.get((page.translation_key, language))
        versions[page.translation_key, page.locale.language_code] = page
        above = [p for p in found if _holds(p, page) and p.path != page.path]
    here = page and page.pk
    way = [versions.get((p.translation_key, language)) for p in above]
    children = [
        p for p in found if home and p.depth == home.depth + 1 and _holds(home, p)
    ]
    languages = [
        entry
        for code, _name in settings.LANGUAGES
        if root and (entry := _switch(code, versions, root, page, above))
    ]
    # What is no page says itself where its other languages are.
    addresses = context.get("addresses", {})
    for entry in languages:
        entry["address"] = addresses.get(entry["code"])
    if behind and behind.is_told_behind:
        original = next(
            (e["page"] for e in languages if e["is_version"] and not e["is_current"]),
            None,
        )
    return {
        "home": home,
        "contact": home.contact if home else "",
        "navigation": [p for p in children if p.kind in NAVIGATION],
        "footer": sorted(
            (p for p in children if p.role in FOOTER_ROLES),
            key=lambda p: FOOTER_ROLES.index(p.role),
        ),
        "section": next((p for p in children if p in way or p.pk == here), None),
        "breadcrumb": [p for p in way if p] if len(way) > 1 else [],
        "original": original,
        "languages": languages,
    }


def _switch(code, versions, root, page, above):
    """Where the switcher leads in language ``code``: this page; what its readers are shown of
    it; the nearest page above it that they have; their front page; or ``None``.
    """
    home = versions.get((root.translation_key, code))
    version = page and versions.get((page.translation_key, code))
    target = version
    if page and home and not target:
        is_shown = page.readers_locale.pk == home.locale_id
        target = page if is_shown else page.stand_in(home.locale)
    for step in reversed(above):
        target = target or versions.get((step.translation_key, code))
    target = target or home
    return target and {
        "code": code,
        "name": {"fi": "Suomeksi", "sv": "På svenska"}[code],
        "page": target,
        "is_version": bool(version),
        "is_current": code == get_language(),
    }


def _holds(above, page):
    return page.path.startswith(above.path)


def _around(root, page, language):
    """Of the public pages: in every language the front page, ``page`` and what is above it; and
    the children of the front page in ``language``; in the order of the tree.
    """
    top = root.path[: -Page.steplen]
    wanted = Q(translation_key=root.translation_key)
    wanted |= Q(
        path__startswith=top, depth=root.depth + 1, locale__language_code=language
    )
    if page:
        steps = range(len(root.path), len(page.path), Page.steplen)
        above = Page.objects.filter(path__in=[page.path[:end] for end in steps])
        wanted |= Q(translation_key=page.translation_key)
        wanted |= Q(translation_key__in=above.values("translation_key"))
    return (
        readers_are_told(Page.objects.live())
        .filter(wanted, is_open())
        .annotate(
            kind=F("content_type__model"),
            role=F("standardpage__role"),
            network=F("homepage__network"),
            contact=F("homepage__contact"),
        )
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
        for name in FIELDS
        if getattr(page, f"{name}_id", None)
        and not page._meta.get_field(name).is_cached(page)
    ]
    ids = {getattr(page, f"{name}_id") for page, name in missing}
    found = get_image_model().objects.in_bulk(ids) if ids else {}
    for page, name in missing:
        setattr(page, name, found[getattr(page, f"{name}_id")])
    images = [image for page in pages for _name, image in pictures_of(page)]
    prefetch_related_objects(
        images, Prefetch("renditions", to_attr="prefetched_renditions")
    )
    return ""


def _listed(group):
    return [group] if isinstance(group, Page) else group or []


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
    return str(getattr(page, "what_it_lists", ""))


@register.filter
def hyphenated(text, page=None):
    """``text`` with soft hyphens in its long words; in the language of ``page``, else the frame's."""
    language = page.locale.language_code if page else get_language()
    return hyphens.hyphenated(str(text), language)


@register.filter
def unhyphenated(text):
    """Without the soft hyphens that editors may put in titles: a tab or a result shows them."""
    return str(text).replace("\u00ad", "")
