"""Finds quotations: paragraphs that stand in quotation marks."""

import re

from django.utils.translation import gettext as _

from blog.importing.html.pieces import Piece

MIN_WORDS = 5
QUOTE = re.compile(
    r"(?P<text>[”»“][^”»“«]+[”»«][.]?)(?:\s*[–—-]\s*(?P<source>[^”»“«\n]{2,100}))?"
)


def find_quotes(pieces, report):
    """The pieces, with paragraphs in quotation marks as quotations; each is asked about.

    The marks stay in the text. A paragraph with a link or a style stays a paragraph.
    """
    result = []
    for piece in pieces:
        match = QUOTE.fullmatch(piece.text) if piece.kind == "paragraph" else None
        long = match and len(match.group("text").split()) >= MIN_WORDS
        if not long or piece.links or piece.style:
            result.append(piece)
            continue
        source = match.group("source") or ""
        result.append(
            Piece("quote", match.group("text"), piece.html, source=source.strip())
        )
        report.ask(_("“%(text)s” was taken for a quotation: is it one?"), piece.text)
    return result
