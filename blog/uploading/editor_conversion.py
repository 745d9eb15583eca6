"""What is stored is what Wagtail's editor makes of it; what it cannot keep is told."""

import html
from collections import Counter
from functools import cache

from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import RichTextBlock

from blog.importing import LeftOut, links_of, text_of
from blog.importing.html.inline import LISTS, parse
from kdsite.blocks.story import StoryBlock


@cache
def _converters():
    """A converter for each block of running text, by the name of the block."""
    return {
        name: ContentstateConverter(block.features)
        for name, block in StoryBlock().child_blocks.items()
        if isinstance(block, RichTextBlock)
    }


def as_the_editor_keeps_it(values, left_out):
    """``values`` of a story as ``(kind, value)``, its running text as the editor would save it.

    Words and links that it does not keep are added to ``left_out``.
    """
    kept = []
    for kind, value in values:
        if kind in _converters():
            kept += [(kind, _kept(kind, part, left_out)) for part in _apart(value)]
        else:
            kept.append((kind, value))
    return kept


def _apart(value):
    """``value``, parted where a list of bullets stands beside one of numbers that has others in it,
    or the other way round: in one block the editor makes one of the two."""
    parts, before, is_nested = [""], None, False
    for tag in parse(value).children:
        name = tag.name if tag.name in LISTS else None
        if name and before and name != before and is_nested:
            parts.append("")
            is_nested = False
        # Lists of one kind side by side are one list for the editor.
        is_nested = bool(name and (is_nested or tag.find(LISTS)))
        before = name
        parts[-1] += tag.decode(formatter="minimal") if tag.name else html.escape(tag)
    return [part for part in parts if part.strip()] or [value]


def _kept(kind, value, left_out):
    converter = _converters()[kind]
    kept = converter.to_database_format(converter.from_database_format(value))
    words = _lost(text_of(value).split(), text_of(kept).split())
    if words:
        left_out.append(
            LeftOut(" ".join(words), _("The editor cannot keep it: add it by hand."))
        )
    links = [f"{text}: {address}" for text, address in links_of(value)]
    for link in _lost(
        links, [f"{text}: {address}" for text, address in links_of(kept)]
    ):
        left_out.append(
            LeftOut(link, _("The editor cannot keep this link: add it by hand."))
        )
    return kept


def _lost(before, after):
    return list((Counter(before) - Counter(after)).elements())
