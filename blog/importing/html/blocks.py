"""From pieces to the blocks of a post, in the shapes that the importer promises."""

from blog.importing.html.links import report_lost_links


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
        if piece.style == "caption" and piece.kind == "paragraph":
            if blocks and _lacks_caption(blocks[-1]):
                blocks[-1]["value"]["caption"] = piece.text
                report_lost_links(piece, report)
            else:
                # An image may follow.
                caption = piece
            continue
        blocks.append(_block(piece))
        if piece.kind in ("heading", "quote", "table"):
            report_lost_links(piece, report)
    if caption:
        blocks.append(_block(caption))
    return blocks


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
