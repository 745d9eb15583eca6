"""A version of a page taken apart: every field, row and block that holds something, in order."""

from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import COMMENTS_RELATION_NAME, Page


@dataclass
class Piece:
    """One value; ``kind`` is the model's field or the block that it stands in.

    ``path`` names its place, the same in every version; ``label`` is what people call it;
    ``words`` are those that stand beside it: the text of a link whose address it is. ``owner`` is
    the page or row that has the field, ``None`` for a block.
    """

    path: str
    label: str
    kind: Any
    value: Any
    words: str = ""
    owner: Any = None


@dataclass
class Picture:
    """A picture at its place, with the alternative text that it has there; ``None``: its own."""

    path: str
    label: str
    image: Any
    alt: str | None = None
    is_decoration: bool = False


def pieces_of(version):
    """Every :class:`Piece` of ``version``, but for what every page of Wagtail has."""
    core = {field.name for field in Page._meta.get_fields()}
    yield from _of_fields(version, "", core)
    for relation in get_all_child_relations(type(version)):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME:
            continue
        for number, row in enumerate(getattr(version, name).all()):
            yield from _of_fields(row, f"{name}.{row.pk or f'new{number}'}.")


def _of_fields(thing, path, core=()):
    for field in thing._meta.concrete_fields:
        if field.name in core or field.primary_key:
            continue
        here, label = f"{path}{field.name}", str(field.verbose_name)
        if isinstance(field, StreamField):
            yield from _of_stream(getattr(thing, field.name), here)
        else:
            is_address = isinstance(field, (models.URLField, models.EmailField))
            # A row of links is called by the words of its link.
            words = str(thing) if is_address and path else ""
            value = getattr(thing, field.attname)
            yield Piece(here, label, field, value, words, thing)


def _of_stream(stream, path):
    for child in stream or ():
        yield from _of_block(
            child.block, child.value, f"{path}.{child.id}", child.block.label
        )


def _of_block(block, value, path, label, words=""):
    if isinstance(block, ImageBlock):
        yield Piece(path, str(label), block, value)
    elif isinstance(block, blocks.StreamBlock):
        yield from _of_stream(value, path)
    elif isinstance(block, blocks.ListBlock):
        for child in getattr(value, "bound_blocks", ()):
            here = f"{path}.{child.id}"
            yield from _of_block(child.block, child.value, here, label)
    elif isinstance(block, blocks.StructBlock):
        said = [
            str(value.get(name) or "")
            for name, child in block.child_blocks.items()
            if isinstance(child, (blocks.CharBlock, blocks.TextBlock))
        ]
        for name, child in block.child_blocks.items():
            words = " ".join(filter(None, said))
            yield from _of_block(child, value.get(name), f"{path}.{name}", label, words)
    else:
        yield Piece(path, str(label), block, value, words)


def marked_up(piece):
    """The rich text of ``piece`` as Wagtail stores it, parsed; ``None`` where it holds none."""
    if isinstance(piece.kind, RichTextField):
        return BeautifulSoup(piece.value or "", "html.parser")
    if isinstance(piece.kind, blocks.RichTextBlock):
        return BeautifulSoup(piece.value.source if piece.value else "", "html.parser")
    return None


def pictures_of(version):
    """Every :class:`Picture` in ``version``, in order: fields, blocks and rich text."""
    pieces = list(pieces_of(version))
    tags = [
        (piece, number, tag)
        for piece in pieces
        if (soup := marked_up(piece))
        for number, tag in enumerate(soup.find_all("embed", embedtype="image"))
    ]
    in_text = get_image_model().objects.in_bulk(
        [tag["id"] for _piece, _number, tag in tags if tag.get("id", "").isdecimal()]
    )
    for piece in pieces:
        value, related = piece.value, getattr(piece.kind, "related_model", None)
        if not value:
            continue
        if isinstance(piece.kind, ImageBlock):
            alt = value.contextual_alt_text or ""
            yield Picture(piece.path, piece.label, value, alt, bool(value.decorative))
        elif isinstance(piece.kind, ImageChooserBlock):
            yield Picture(piece.path, piece.label, value)
        elif related is get_image_model():
            image = getattr(piece.owner, piece.kind.name)
            alt = version.alternative_text_of(piece.owner, piece.kind.name)
            yield Picture(piece.path, piece.label, image, alt)
    for piece, number, tag in tags:
        if image := in_text.get(int(tag.get("id", 0))):
            here = f"{piece.path}.{number}"
            yield Picture(here, piece.label, image, tag.get("alt", ""))
