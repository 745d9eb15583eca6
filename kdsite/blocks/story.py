"""The building blocks of a page's body, each with a preview and a description."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import StringSegmentValue

from kdsite.blocks.surface import INLINE_FEATURES, TextBlock


class HeadingBlock(blocks.StructBlock):
    """A heading inside the text; the page's title is its only h1."""

    text = blocks.CharBlock(label=_("Text"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Heading")), ("h3", _("Heading under a heading"))],
        default="h2",
    )

    def get_searchable_content(self, value):
        """Its words, not the name of its level."""
        return self.child_blocks["text"].get_searchable_content(value["text"])

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides the text into parts that readers can jump between.")
        template = "blocks/heading.html"
        preview_value = {"text": "Samassa veneessä", "level": "h2"}


class LabelledImageBlock(ImageBlock):
    """Wagtail's, with a translated label on the image itself; can go when Wagtail has one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.child_blocks["image"].label = _("Image")


class CaptionedImageBlock(blocks.StructBlock):
    """An image with an alternative text for this place, or marked as decoration."""

    image = LabelledImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture with its alternative text and a caption.")
        template = "blocks/image.html"
        preview_template = "blocks/image_preview.html"
        preview_value = {"image": None, "caption": "Veneet rannassa"}


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quotation"), max_length=1000)
    source = blocks.CharBlock(label=_("Who said it"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("Somebody's own words, with who said them.")
        template = "blocks/quote.html"
        preview_value = {"text": "Kysy ensin, päätä sitten.", "source": "Sananlasku"}


# The names of Wagtail's own choices; Handsontable 6 brings them in English only.
TABLE_MENU = {
    "row_above": {"name": _("Add a row above")},
    "row_below": {"name": _("Add a row below")},
    "col_left": {"name": _("Add a column on the left")},
    "col_right": {"name": _("Add a column on the right")},
    "remove_row": {"name": _("Remove the row")},
    "remove_col": {"name": _("Remove the column")},
    "undo": {"name": _("Undo")},
    "redo": {"name": _("Do again")},
}


def _is_table(value):
    """Rows of texts, as the script of the form sends them, that a page can be made of; or nothing."""
    if not value:
        return True
    try:
        rows = [*value["data"], [value.get("table_caption")]]
        "".join(cell for row in rows for cell in row if cell is not None).encode()
        # How cells look, and which are one.
        marked = [*(value.get("cell") or ()), *(value.get("mergeCells") or ())]
        are_placed = all(
            isinstance(m["row"], int) and isinstance(m["col"], int) for m in marked
        )
    except (TypeError, LookupError, AttributeError, UnicodeError):
        return False
    return are_placed and all(isinstance(row, list) for row in rows)


class TableBlock(WagtailTableBlock):
    """Wagtail's table, whose cells wagtail-localize can translate one by one."""

    def __init__(self, *args, **kwargs):
        kwargs["table_options"] = {"contextMenu": {"items": TABLE_MENU}}
        super().__init__(*args, **kwargs)

    def clean(self, value):
        if not _is_table(value):
            raise ValidationError(
                _("This table cannot be read. Take it away, and make it anew.")
            )
        return super().clean(value)

    def get_searchable_content(self, value):
        """The caption, too."""
        caption = (value or {}).get("table_caption")
        return super().get_searchable_content(value) + ([caption] if caption else [])

    def get_translatable_segments(self, value):
        """Every cell and the caption that holds a word, as strings with their place."""
        segments = [
            StringSegmentValue(f"cell-{row}-{column}", str(cell))
            for row, cells in enumerate((value or {}).get("data", []))
            for column, cell in enumerate(cells)
            if cell
        ]
        caption = (value or {}).get("table_caption")
        return segments + ([StringSegmentValue("caption", caption)] if caption else [])

    def restore_translated_segments(self, value, segments):
        """Put the translated strings back where :meth:`get_translatable_segments` found them."""
        for segment in segments:
            text = segment.render_text()
            if segment.path == "caption":
                value["table_caption"] = text
            else:
                _name, row, column = segment.path.split("-")
                value["data"][int(row)][int(column)] = text
        return value

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Figures or facts in rows and columns. Give it a caption.")
        template = "blocks/table.html"
        preview_value = {
            "data": [["Vuosi", "Aloitteita"], ["2025", "12"], ["2026", "19"]],
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "table_caption": "Kuntalaisaloitteet",
            "cell": [],
            "mergeCells": [],
        }


class EmbedBlock(blocks.StructBlock):
    """A video or the like that asks its server for nothing until the reader clicks."""

    title = blocks.CharBlock(
        label=_("Title"),
        max_length=200,
        help_text=_("What it is, for example “Video: the council's open day, 3 min”."),
    )
    url = blocks.URLBlock(label=_("Address"))

    def clean(self, value):
        value = super().clean(value)
        if value["url"] and not value["url"].startswith("https://"):
            raise blocks.StructBlockValidationError(
                {
                    "url": ValidationError(
                        _("Give an address that begins with https://.")
                    )
                }
            )
        return value

    class Meta:
        icon = "media"
        label = _("Video or other content from another site")
        description = _("Nothing loads from the other site before the reader clicks.")
        template = "blocks/embed.html"
        preview_value = {
            "title": "Video: näin aloite etenee, 2 min",
            "url": "https://www.example.fi/video",
        }


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(label=_("Link text"), max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("File")
        description = _("A file to download, with its type and size.")
        template = "blocks/file.html"
        preview_template = "blocks/file_preview.html"
        preview_value = {"document": None, "title": "Osallisuusohjelma"}


def texts_of(body):
    """Everything in ``body`` that is read as text, without its mark-up."""
    return (
        [str(t) for t in body.stream_block.get_searchable_content(body)] if body else []
    )


class StoryBlock(blocks.StreamBlock):
    """The body of every page that has one."""

    text = TextBlock()
    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        icon="pilcrow",
        label=_("Paragraph"),
        description=_("Ordinary text, with bold, italics and links."),
        features=INLINE_FEATURES,
        template="blocks/paragraph.html",
        preview_value="<p>Kunta on asukkaidensa yhteisö.</p>",
    )
    image = CaptionedImageBlock()
    quote = QuoteBlock()
    list = blocks.RichTextBlock(
        icon="list-ul",
        label=_("List"),
        description=_("Short points, one under the other."),
        features=["ul", "ol", *INLINE_FEATURES],
        template="blocks/paragraph.html",
        preview_value="<ul><li>Kysy.</li><li>Kuuntele.</li></ul>",
    )
    table = TableBlock()
    embed = EmbedBlock()
    file = FileBlock()
