"""The field for formatted text: Wagtail's, for several requests at once."""

import re

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    HtmlToContentStateHandler,
)

# UTF-16 writes an emoji in two.
HALVES = re.compile("[\ud800-\udfff]")
# A longer one the database does not know.
NO_NUMBER = re.compile(r'(<(?:a|embed) [^<>]*?\bid=")(?![0-9]{1,18}")[^"]*')


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

    def to_database_format(self, contentstate_json):
        """With what a page can show: U+FFFD for half a sign, which scripts can leave of one; and what
        a link leads to by a number, 0 where there is none."""
        html = super().to_database_format(contentstate_json)
        return NO_NUMBER.sub(r"\g<1>0", HALVES.sub("\ufffd", html))
