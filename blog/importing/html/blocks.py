"""From pieces to the blocks of a post, in the shapes that the importer promises."""

import html
from dataclasses import replace

from blog.importing.html.links import report_lost_links
from blog.importing.html.pieces import Piece

# What the fields of the blocks hold.
MAX_CAPTION = 300
MAX_QUOTE = 1000
MAX_SOURCE = 200


def blocks_of(pieces, report):
    """The pieces as dicts ``type`` and ``value``; a caption beside its image is part of it."""
    blocks = []
    caption = None
    for piece in pieces:
        if caption and piece.kind == "image":
            blocks.append(_block(piece, caption.text))
            report_lost_links(caption, report)
            caption = None
            continue
        if caption:
            blocks.append(_block(caption))
            caption = None
        if _is_caption(piece):
            if blocks and _lacks_caption(blocks[-1]):
                blocks[-1]["value"]["caption"] = piece.text
                report_lost_links(piece, report)
            else:
                # An image may follow.
                caption = piece
            continue
        source = _long_source(piece)
        blocks.append(_block(replace(piece, source="") if source else piece))
        if source:
            blocks.append(_block(source))
        if piece.kind in ("heading", "quote", "table"):
            report_lost_links(piece, report)
    if caption:
        blocks.append(_block(caption))
    return blocks


def _is_caption(piece):
    """A caption that is longer than one may be stays a paragraph."""
    return (
        piece.style == "caption"
        and piece.kind == "paragraph"
        and len(piece.text) <= MAX_CAPTION
    )


def _long_source(piece):
    """Who said it as a paragraph, where a quotation with its source is longer than one may be."""
    too_long = len(piece.text) > MAX_QUOTE or len(piece.source) > MAX_SOURCE
    if piece.kind != "quote" or not piece.source or not too_long:
        return None
    return Piece("paragraph", piece.source, html.escape(piece.source, quote=False))


def _lacks_caption(block):
    return block["type"] == "image" and not block["value"]["caption"]


def _block(piece, caption=""):
    values = {
        "heading": lambda: {"level": f"h{piece.level}", "text": piece.text},
        "paragraph": lambda: f"<p>{piece.html}</p>",
        "list": lambda: piece.html,
        "quote": lambda: {"text": piece.text, "source": piece.source},
        "table": lambda: {
            "data": piece.rows,
            "first_row_is_table_header": piece.first_row_is_header,
        },
        "image": lambda: {"index": piece.index, "caption": caption},
    }
    return {"type": piece.kind, "value": values[piece.kind]()}
