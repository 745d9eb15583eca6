"""Where a string or a value of an original stands: what people call the place, and how it looks there."""

import json
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail_localize.models import TemplateSegment

# Of a formatted text, from the outside in: what its first of these is called here.
TAGS = ("h2", "h3", "h4", "blockquote", "ul", "ol")
# Names of fields that look like something on the page.
LOOKS = {"title": "title", "quote": "blockquote", "caption": "caption"}


@dataclass
class Place:
    """``label``: as people call it; ``look``: as what it is shown; ``kind``: the field or block;
    ``block``: names all that stands in one block or row, with its picture."""

    label: str
    look: str = "text"
    kind: Any = None
    block: str = ""
    is_formatted: bool = False
    marks: tuple = field(default=())

    @property
    def is_line(self):
        """Is it one line, in which no other begins?"""
        return isinstance(self.kind, (models.CharField, blocks.CharBlock))


class Places:
    """The places of the source of a translation, as it was read; in one query."""

    def __init__(self, source):
        self.content = json.loads(source.content_json)
        self.model = source.specific_content_type.model_class()
        templates = TemplateSegment.objects.filter(source=source)
        self.looks = {
            row.context_id: _looks_in(row.template.template)
            for row in templates.select_related("template")
        }
        self.taken = {}

    def next_of(self, segment):
        """The :class:`Place` of ``segment``; those of one formatted text come in their order."""
        place = self.of(segment.context.path)
        looks = self.looks.get(segment.context_id)
        if looks is not None:
            number = self.taken.get(segment.context_id, 0)
            self.taken[segment.context_id] = number + 1
            place.is_formatted = True
            place.look, place.marks = (
                looks[number] if number < len(looks) else ("text", ())
            )
        return place

    def of(self, path):
        """The :class:`Place` that ``path`` names; what stands there no more is called by its field."""
        name, *below = path.partition(".'")[0].split(".")
        top = self.model._meta.get_field(name)
        if isinstance(top, StreamField):
            return self._in_stream(top, name, below)
        if top.auto_created:
            inner = top.related_model._meta.get_field(below[-1])
            label = f"{capfirst(top.related_model._meta.verbose_name)}: {inner.verbose_name}"
            return Place(label, "text", inner, ".".join([name, *below[:-1]]))
        label = capfirst(top.verbose_name)
        # What a page says of itself stands under its title.
        is_lead = name == getattr(self.model, "described_by", None)
        look = "intro" if is_lead else LOOKS.get(name, "text")
        return Place(label, look, top, name.partition("_")[0])

    def _in_stream(self, top, name, below):
        here = ".".join([name, *below[:1]])
        block = self._block(top, name, below[0])
        if block is None:
            return Place(capfirst(top.verbose_name), block=here)
        labels, look = [block.label], "text"
        for part in below[1:]:
            if part.startswith("cell-"):
                _cell, row, column = part.split("-")
                look, block = "cell", None
                labels.append(
                    _("row %(row)d, column %(column)d")
                    % {"row": int(row) + 1, "column": int(column) + 1}
                )
                break
            look = LOOKS.get(part, look)
            inner = getattr(block, "child_blocks", {}).get(part)
            block = inner or getattr(block, "child_block", block)
            if inner is not None:
                labels.append(inner.label)
        names = dict.fromkeys(str(capfirst(label)) for label in labels)
        return Place(", ".join(names), look, block, here)

    def _block(self, top, name, number):
        """The sort of the block of that id; ``None``: it is not there any more."""
        stream = self.content.get(name) or []
        stream = json.loads(stream) if isinstance(stream, str) else stream
        sorts = (each["type"] for each in stream if each.get("id") == number)
        return top.stream_block.child_blocks.get(next(sorts, None))


def _looks_in(template):
    """How each string of a formatted text looks, with the marks that it has as a whole."""
    found = []
    for text in BeautifulSoup(template, "html.parser").find_all("text"):
        around = [parent.name for parent in text.parents]
        look = next((tag for tag in TAGS if tag in around), "text")
        found.append((look, tuple(tag for tag in ("b", "i") if tag in around)))
    return found
