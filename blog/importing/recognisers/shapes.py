"""What a paragraph looks like: a line over the text, or the text itself."""

from __future__ import annotations

from blog.importing.html.pieces import Piece

MAX_LINE = 120
MAX_HEADING = 100
PROSE_WORDS = 12
MANY_WORDS = 25


def is_prose(piece: Piece) -> bool:
    """A paragraph that can only be text: long, or a whole sentence of some length."""
    words = len(piece.text.split())
    ends = piece.text.endswith((".", "!", "?", "…", ".”"))
    return piece.kind == "paragraph" and (
        words >= MANY_WORDS or (words >= PROSE_WORDS and ends)
    )


def is_line(piece: Piece, longest: int = MAX_LINE) -> bool:
    """Short, on one line, with no mark at the end that asks for more or closes a sentence."""
    text = piece.text
    return (
        piece.kind == "paragraph"
        and 0 < len(text) <= longest
        and "\n" not in text
        and any(letter.isalpha() for letter in text)
        and not text.endswith((".", ",", ":", ";", "…", ".”", "-", "–"))
        and not text.startswith(("- ", "– ", "•", "http", "www.", "#", "@"))
    )


def head_length(pieces: list[Piece]) -> int:
    """How many pieces stand before the text begins: at most six."""
    for position, piece in enumerate(pieces[:6]):
        if is_prose(piece):
            return position
    return min(len(pieces), 6)
