"""One surface to write on: running text with its headings, lists and quotations in one block."""

from itertools import groupby

from django.utils.html import escape, strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

INLINE_FEATURES = ["bold", "italic", "link"]
# Blocks that texts were written in before, one for each paragraph: they are kept, and offered no more.
EARLIER = ("heading", "paragraph", "list")
NO_HEADING_ABOVE = _(
    "This is a heading under a heading, but there is no heading above it. Make it a heading."
)
# What a new page begins with.
READY_TO_TYPE = [("text", "")]


class TextBlock(blocks.RichTextBlock):
    """Running text. What is more than text (a picture, a table) stands between two of these."""

    def __init__(self, **kwargs):
        features = ["h2", "h3", "ul", "ol", "blockquote", *INLINE_FEATURES]
        super().__init__(required=False, features=features, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Ordinary text, with headings, lists, quotations and links.")
        template = "blocks/text.html"
        preview_value = "<h2>Samassa veneessä</h2><p>Kunta on asukkaidensa yhteisö.</p>"


def in_one_block(values):
    """``values`` of a story as ``(kind, value)``, where headings, paragraphs, lists and quotations of
    nobody in particular that follow each other are one block of text."""
    joined = []
    for is_text, run in groupby(values, lambda each: _is_text(*each)):
        run = list(run)
        joined += (
            [("text", "".join(_as_text(*each) for each in run))] if is_text else run
        )
    return joined


def _is_text(kind, value):
    return kind in EARLIER or (kind == "quote" and not value["source"])


def _as_text(kind, value):
    if kind == "heading":
        return f"<{value['level']}>{escape(value['text'])}</{value['level']}>"
    if kind == "quote":
        lines = escape(value["text"]).replace("\n", "<br/>")
        return f"<blockquote>{lines}</blockquote>"
    return value


def is_blank(blocks_as_json):
    """Do these blocks, as a version of a page holds them, say nothing yet?"""
    return not any(
        block["type"] != "text" or strip_tags(block["value"] or "").strip()
        for block in blocks_as_json
    )
