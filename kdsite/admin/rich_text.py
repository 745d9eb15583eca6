"""The field for formatted text: Wagtail's, for several requests at once."""

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    HtmlToContentStateHandler,
)


class RichTextArea(DraftailRichTextArea):
    """Two people who open texts at the same moment each get their own.

    Wagtail's parses with one parser for the whole process, so that one text ends in the other, or
    neither opens. Can go with the release that mends https://github.com/wagtail/wagtail/issues/14573.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.converter = Converter(self.features)


class Converter(ContentstateConverter):
    def from_database_format(self, html):
        handler = HtmlToContentStateHandler(self.features)
        handler.feed(html)
        handler.close()
        return handler.contentstate.as_json(indent=4, separators=(",", ": "))
