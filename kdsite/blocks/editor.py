"""Which blocks the editor offers."""

from django import forms
from django.templatetags.static import static
from django.utils.functional import cached_property
from wagtail.blocks.stream_block import StreamBlockAdapter

from kdsite.blocks.surface import EARLIER


class StoryAdapter(StreamBlockAdapter):
    """Wagtail's, but for the blocks that are kept and offered no more."""

    js_constructor = "kdsite.blocks.Story"

    def js_args(self, block):
        *names, meta = super().js_args(block)
        return [*names, meta | {"earlier": EARLIER}]

    @cached_property
    def media(self):
        return super().media + forms.Media(js=[static("js/story.js")])
