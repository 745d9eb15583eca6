"""Tells by length and last mark whether a paragraph is a line of its own or running text."""

MAX_LINE = 120
MAX_HEADING = 100
PROSE_WORDS = 12
MANY_WORDS = 25
MAX_BEFORE_TEXT = 6


def is_prose(piece):
    """Is it running text: a long paragraph, or a whole sentence of twelve words or more?"""
    words = len(piece.text.split())
    ends = piece.text.endswith((".", "!", "?", "…", ".”"))
    return piece.kind == "paragraph" and (
        words >= MANY_WORDS or (words >= PROSE_WORDS and ends)
    )


def is_line(piece, longest=MAX_LINE):
    """May it be a title, a heading or a name: one short line that does not end a sentence?"""
    text = piece.text
    return (
        piece.kind == "paragraph"
        and 0 < len(text) <= longest
        and "\n" not in text
        and any(letter.isalpha() for letter in text)
        and not text.endswith((".", ",", ":", ";", "…", ".”", "-", "–"))
        and not text.startswith(("- ", "– ", "•", "http", "www.", "#", "@"))
    )


def count_before_text(pieces):
    """How many pieces stand before the running text, at most six."""
    for position, piece in enumerate(pieces[:MAX_BEFORE_TEXT]):
        if is_prose(piece):
            return position
    return min(len(pieces), MAX_BEFORE_TEXT)
