"""Pictures in every size: made when a page becomes public, never in a reader's request; and
read all at once."""

import logging
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.template import engines
from django.utils.translation import gettext_lazy
from wagtail.fields import StreamField
from wagtail.images.models import Filter
from wagtail.images.templatetags.wagtailimages_tags import ImageNode
from wagtail.models import Page

from kdsite.editorial.follow_ups.tasks import follow_up
from kdsite.images.models import SiteImage, SiteRendition
from kdsite.images.social import RENDITION

logger = logging.getLogger(__name__)

BLOCK = "image"


def picture_fields(model):
    """The names of the fields of ``model`` that hold a picture."""
    fields = model._meta.concrete_fields
    return [field.name for field in fields if field.related_model is SiteImage]


def pictures_of(page):
    """``(name, image)`` of every picture on ``page``: its fields, then those in its texts.

    The name is the one by which templates know it: that of the field (``page.photo``), or
    :data:`BLOCK` (``value.image``). A text that was not read from the database stays unread.
    """
    for name in picture_fields(page):
        if image := getattr(page, name):
            yield name, image
    unread = page.get_deferred_fields()
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField) and field.attname not in unread:
            for block in getattr(page, field.name):
                if block.block_type == BLOCK and block.value["image"]:
                    yield BLOCK, block.value["image"]


def load(pages, drawn_in=(), for_links=False):
    """The pictures of ``pages`` with their renditions, in two queries and not some for each.

    :param drawn_in: the names of the templates that draw them, so that no more sizes are read than
        are shown; without, all are read.
    :param for_links: with the picture that goes with links, which no template draws.
    """
    missing = [
        (page, name)
        for page in pages
        for name in picture_fields(page)
        if getattr(page, f"{name}_id")
        and not page._meta.get_field(name).is_cached(page)
    ]
    ids = {getattr(page, f"{name}_id") for page, name in missing}
    found = SiteImage.objects.in_bulk(ids) if ids else {}
    for page, name in missing:
        setattr(page, name, found[getattr(page, f"{name}_id")])
    images = [image for page in pages for _name, image in pictures_of(page)]
    renditions = SiteRendition.objects.all()
    if drawn_in:
        specs = _specs_in(*drawn_in) | ({RENDITION} if for_links else set())
        renditions = renditions.filter(filter_spec__in=specs)
    prefetch_related_objects(
        images, Prefetch("renditions", renditions, to_attr="prefetched_renditions")
    )


@cache
def filters_by_name():
    """What the templates draw of each picture, read from the templates themselves.

    :returns: a dict from the name in ``{% picture page.photo … %}`` to filters.
    """
    found = {}
    for node in _image_nodes():
        name = node.image_expr.token.rpartition(".")[2]
        by_spec = found.setdefault(name, {})
        by_spec.update((filter.spec, filter) for filter in _filters(node))
    return {name: list(by_spec.values()) for name, by_spec in found.items()}


@cache
def _specs_in(*templates):
    return {
        filter.spec
        for template in templates
        for node in _image_nodes_in(template)
        for filter in _filters(node)
    }


def _filters(node):
    return node.get_filters() if hasattr(node, "get_filters") else [node.get_filter()]


def _image_nodes():
    for config in apps.get_app_configs():
        # Wagtail's templates call other pictures by the same names.
        if config.name.partition(".")[0] not in settings.OWN_PACKAGES:
            continue
        # Screens of the desk, which are for no reader.
        if config.name == "kdsite.editorial":
            continue
        folder = Path(config.path) / "templates"
        for path in sorted(folder.rglob("*.html")):
            if "wagtailimages_tags" in path.read_text("utf-8"):
                yield from _image_nodes_in(str(path.relative_to(folder)))


def _image_nodes_in(template):
    found = engines["django"].engine.get_template(template)
    return found.nodelist.get_nodes_by_type(ImageNode)


def make_for(page):
    """Make what is missing of the pictures on ``page``; one that cannot be made is logged.

    :returns: the first failure, or ``None``.
    """
    failure = None
    for name, image in pictures_of(page):
        filters = [*filters_by_name().get(name, ())]
        # No template draws the picture that goes with links.
        if image == page.social_picture:
            filters.append(Filter(RENDITION))
        try:
            image.get_renditions(*filters)
        except Exception as error:
            logger.exception("Picture %s of page %s", image.pk, page.pk)
            failure = failure or error
    return failure


@follow_up(gettext_lazy("The pictures of “%(title)s” are not there in every size yet."))
def make_pictures(*pks):
    """For those of the pages ``pks`` that are public; one that fails is tried again alone."""
    for page in Page.objects.live().filter(pk__in=pks).specific():
        failure = make_for(page)
        if failure and len(pks) == 1:
            raise failure
        if failure:
            make_pictures.enqueue(page.pk)


def make_for_release(sender, release, **kwargs):
    """For each page that ``release`` makes public."""
    make_pictures.enqueue(*release.pages.values_list("page_id", flat=True))
