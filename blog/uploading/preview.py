"""A brought file's text and pictures on the screen, before anything is made of them."""

import io

from django.utils.html import format_html
from django.utils.translation import gettext as _
from PIL import Image


def thumbnail(found):
    """The picture as a small PNG: pixels only, nothing else of what the file held."""
    with Image.open(io.BytesIO(found.data)) as image:
        small = image.convert("RGBA")
    small.thumbnail((400, 300))
    buffer = io.BytesIO()
    small.save(buffer, "PNG")
    return buffer.getvalue()


def shown(block):
    """A block as HTML, simply; the importer has made its parts safe."""
    kind, value = block["type"], block["value"]
    if kind == "heading":
        return format_html("<{0}>{1}</{0}>", value["level"], value["text"])
    if kind == "quote":
        return format_html(
            "<blockquote>{} {}</blockquote>", value["text"], value["source"]
        )
    if kind == "image":
        return format_html(
            "<p>{}</p>", _("Picture %(number)d") % {"number": value["index"] + 1}
        )
    if kind == "table":
        return format_html(
            "<p>{}</p>", " · ".join(cell for row in value["data"] for cell in row)
        )
    # Paragraphs and lists were cleaned by nh3 when the file was read.
    return value
