"""Pieces to the blocks of a post, in the shapes the importer promises."""

from __future__ import annotations

from blog.importing.html.links import report_lost_links
from blog.importing.html.pieces import Piece
from blog.importing.report import Report


def blocks_of(pieces: list[Piece], report: Report) -> list[dict]:
    """A caption next to its image becomes part of it."""
    blocks: list[dict] = []
    waiting: Piece | None = None
    for piece in [*pieces, None]:
        if waiting is not None and piece is not None and piece.kind == "image":
            blocks.append(_block(piece, waiting.text))
            report_lost_links(waiting, report)
            waiting = None
            continue
        if waiting is not None:
            blocks.append(_block(waiting))
            waiting = None
        if piece is None:
            break
        if piece.style == "caption" and piece.kind == "paragraph":
            if blocks and blocks[-1]["type"] == "image" and not _caption(blocks[-1]):
                blocks[-1]["value"]["caption"] = piece.text
                report_lost_links(piece, report)
            else:
                waiting = piece
            continue
        blocks.append(_block(piece))
        if piece.kind in ("heading", "quote", "table"):
            report_lost_links(piece, report)
    return blocks


def _caption(block: dict) -> str:
    return block["value"]["caption"]


def _block(piece: Piece, caption: str = "") -> dict:
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
