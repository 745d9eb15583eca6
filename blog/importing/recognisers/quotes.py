"""Quotations in quotation marks that stand as a paragraph of their own."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from blog.importing.html.pieces import Piece
from blog.importing.report import Report, shown

MIN_WORDS = 5
QUOTE = re.compile(
    r"(?P<text>[”»“][^”»“«]+[”»«][.]?)(?:\s*[–—-]\s*(?P<source>[^”»“«\n]{2,100}))?"
)


def find_quotes(pieces: list[Piece], report: Report) -> list[Piece]:
    """The marks stay with the words. A paragraph with a link or a label is left alone."""
    result = []
    for piece in pieces:
        match = QUOTE.fullmatch(piece.text) if piece.kind == "paragraph" else None
        plain = match and "<a " not in piece.html and not piece.style
        if not plain or len(match.group("text").split()) < MIN_WORDS:
            result.append(piece)
            continue
        source = match.group("source") or ""
        result.append(
            Piece("quote", match.group("text"), piece.html, source=source.strip())
        )
        report.ask(
            _("“%(text)s” was taken for a quotation: is it one?")
            % {"text": shown(piece.text)}
        )
    return result
