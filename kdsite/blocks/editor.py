"""Which blocks the editor offers."""

from django import forms
from django.templatetags.static import static
from django.utils.functional import cached_property
from wagtail.blocks.stream_block import StreamBlockAdapter

from kdsite.blocks.surface import EARLIER, NO_HEADING_ABOVE


class StoryAdapter(StreamBlockAdapter):
    """Wagtail's, but for the blocks that are kept and offered no more, and headings out of order, of which
    it is said at once."""

    js_constructor = "kdsite.blocks.Story"

    def js_args(self, block):
        *names, meta = super().js_args(block)
        said = {"earlier": EARLIER, "noHeadingAbove": str(NO_HEADING_ABOVE)}
        return [*names, meta | said]

    @cached_property
    def media(self):
        return super().media + forms.Media(js=[static("js/story.js")])
