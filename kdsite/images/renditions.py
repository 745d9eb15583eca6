"""Pictures in every size are made when a page becomes public, never in a reader's request, and
read all at once."""

import logging
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.template import engines
from django.template.utils import get_app_template_dirs
from wagtail.images.models import Filter
from wagtail.images.templatetags.wagtailimages_tags import ImageNode
from wagtail.models import Page

from kdsite.images.models import SiteImage
from kdsite.images.social import RENDITION

logger = logging.getLogger(__name__)

FIELDS = ("hero_image", "photo")
BLOCK = "image"


def pictures_of(page):
    """``(name, image)`` of every picture on ``page``: its fields, then those in its text.

    The name is the one by which templates know it: ``page.hero_image``, ``value.image``.
    """
    for name in FIELDS:
        if image := getattr(page, name, None):
            yield name, image
    if "body" not in page.get_deferred_fields():
        for block in getattr(page, "body", ()):
            if block.block_type == BLOCK and block.value["image"]:
                yield BLOCK, block.value["image"]


def load(pages):
    """The pictures of ``pages`` with all their renditions, in two queries and not some for each."""
    missing = [
        (page, name)
        for page in pages
        for name in FIELDS
        if getattr(page, f"{name}_id", None)
        and not page._meta.get_field(name).is_cached(page)
    ]
    ids = {getattr(page, f"{name}_id") for page, name in missing}
    found = SiteImage.objects.in_bulk(ids) if ids else {}
    for page, name in missing:
        setattr(page, name, found[getattr(page, f"{name}_id")])
    images = [image for page in pages for _name, image in pictures_of(page)]
    prefetch_related_objects(
        images, Prefetch("renditions", to_attr="prefetched_renditions")
    )


@cache
def filters_by_name():
    """What is drawn of each picture: mostly read from the templates themselves.

    :returns: a dict from the name in ``{% picture post.hero_image … %}`` to filters.
    """
    # The picture that goes with a link is in no template.
    found = {"hero_image": {RENDITION: Filter(RENDITION)}}
    for node in _image_nodes():
        if hasattr(node, "get_filters"):
            filters = node.get_filters()
        else:
            filters = [node.get_filter()]
        name = node.image_expr.token.rpartition(".")[2]
        found.setdefault(name, {}).update((filter.spec, filter) for filter in filters)
    return {name: list(by_spec.values()) for name, by_spec in found.items()}


def _image_nodes():
    engine = engines["django"].engine
    for folder in get_app_template_dirs("templates"):
        # Of the site's own apps; the packages may lie below the project as well.
        if Path(folder).parents[1] != settings.BASE_DIR:
            continue
        for path in sorted(Path(folder).rglob("*.html")):
            if "wagtailimages_tags" in path.read_text("utf-8"):
                template = engine.get_template(str(path.relative_to(folder)))
                yield from template.nodelist.get_nodes_by_type(ImageNode)


def make_for(page):
    """Make what is missing of the pictures on ``page``; one that cannot be made is logged."""
    for name, image in pictures_of(page):
        try:
            image.get_renditions(*filters_by_name().get(name, ()))
        except Exception:
            logger.exception("Picture %s of page %s", image.pk, page.pk)


def make_for_release(sender, release, **kwargs):
    """After the commit of a release: for each page that it made public."""
    pages = Page.objects.live().filter(pk__in=release.pages.values("page_id"))
    for page in pages.specific():
        make_for(page)
