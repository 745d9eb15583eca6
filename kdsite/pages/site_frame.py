"""What stands around every page: front page, menu, footer, languages and the way back."""

from django.conf import settings
from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail.models import Page, get_page_models

from kdsite.editorial.texts.outdated import readers_are_told
from kdsite.pages.base import is_open
from kdsite.pages.rows import page_from
from kdsite.pages.statements import WrittenOnce

# What the frame reads of every page, beside the ``frame_fields`` of its type.
COLUMNS = (
    "id",
    "path",
    "depth",
    "translation_key",
    "locale_id",
    "content_type_id",
    "title",
    "url_path",
)


def frame_of(site, page, addresses):
    """The frame by name, for a template; with the ``original`` of a translation that readers are
    told is behind.

    Takes one query, and one more for a page without a translation that has a stand-in. Works
    without a page (errors) and on a draft.

    :param site: the :class:`wagtail.models.Site`, or ``None``.
    :param page: what is shown, or ``None``.
    :param addresses: ``{language code: address}`` of what is no page.
    """
    root, language = site and site.root_page, get_language()
    found = [page_from(row) for row in _around(root, page, language)] if root else []
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
    # A view that shows no page says itself where its other languages are.
    for entry in languages:
        entry["address"] = addresses.get(entry["code"])
    if behind and behind.is_told_behind:
        original = next(
            (e["page"] for e in languages if e["is_version"] and not e["is_current"]),
            None,
        )
    return {
        "home": home,
        "navigation": [p for p in children if p.in_navigation],
        "footer": sorted(
            (p for p in children if p.footer_place), key=lambda p: p.footer_place
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
    the pages right below a front page in ``language``; in the order of the tree, as dicts.
    """
    page = page or root
    steps = range(len(root.path), len(page.path), Page.steplen)
    return _public_pages(
        keys=[root.translation_key, page.translation_key],
        above=[page.path[:end] for end in steps] or [root.path],
        depth=root.depth + 1,
        language=language,
    )


@WrittenOnce
def _public_pages(keys, above, depth, language):
    way = Page.objects.filter(path__in=above).values("translation_key")
    pages = readers_are_told(Page.objects.live()).filter(
        is_open(),
        Q(translation_key__in=keys)
        | Q(translation_key__in=way)
        | Q(depth=depth, locale__language_code=language),
    )
    return pages.order_by("path").values(
        *COLUMNS, "is_told_behind", language=F("locale__language_code"), **_columns()
    )


def _columns():
    """The ``frame_fields`` of every type, each by its own name."""
    fields = [
        model._meta.get_field(name)
        for model in get_page_models()
        for name in getattr(model, "frame_fields", ())
    ]
    return {f.name: F(f"{f.model._meta.model_name}__{f.name}") for f in fields}
