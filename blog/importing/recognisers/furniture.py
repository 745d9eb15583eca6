"""What a web page puts under every post and a copied text brings along."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from blog.importing.html.pieces import Piece, split_piece
from blog.importing.recognisers.authors.bylines import read_byline
from blog.importing.recognisers.authors.labels import joined
from blog.importing.report import Report, shown

NEAR_END = 7
MAX_NAME = 80
MAX_PARAGRAPH = 300
LABEL = re.compile(
    r"(?:kirjoittaja|kirjoittajat|skribent|skribenter|tietoa (?:blogista|kirjoittajasta)"
    r"|om (?:bloggen|skribenten))\s*:?",
    re.IGNORECASE,
)
NAME = re.compile(r"blogi|blogg|(?:verkosto|nätverk|nätverket)$", re.IGNORECASE)
SPEAKS_OF_IT = re.compile(
    r"blogi|blogg|verkosto|nätverk|kirjoittaja|skribent", re.IGNORECASE
)
# We, I and you are the voice of a text, not of what stands under it.
VOICE = re.compile(
    r"\?|\b(?:minä|minun|olen|me|meidän|meitä|olemme|sinä|sinun|jag|min|vi|vår|våra|oss"
    r"|du|din|ni|er)\b|\b\w{3,}mme\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(
    r"(?:kirjoittaja|kirjoittajat) (?:[^\W\d_][\w’-]* ){0,4}(?:on|ovat|toimii|toimivat|työskentelee)\b"
    r"|(?:skribenten|skribenterna) (?:[^\W\d_][\w’-]* ){0,4}(?:är|arbetar)\b"
    r"|(?:tämä on|detta är|det här är) .*(?:blog)",
    re.IGNORECASE,
)


def leave_out_furniture(pieces: list[Piece], report: Report) -> list[Piece]:
    """By its shape: a lone label near the end, the name of a blog, a word about it.

    Whatever does not fit the shape stays, and is asked about.
    """
    start = _label_position(pieces)
    if start is None:
        _ask_about_the_end(pieces, report)
        return pieces
    tail = [line for piece in pieces[start:] for line in _opened(piece, pieces[start])]
    if len(tail) > 1 and read_byline(tail[1].text):
        return pieces
    if len(tail) < 2 or not _names_a_blog(tail[1]):
        report.ask(
            _(
                "“%(text)s” stands alone near the end: does what follows belong to the text?"
            )
            % {"text": shown(tail[0].text)}
        )
        return pieces
    report.leave_out(tail[0].text, _("It is a label of the page, not of the text."))
    report.leave_out(tail[1].text, _("It is the name of the blog, below the text."))
    kept = []
    for piece in tail[2:]:
        if not kept and _describes(piece):
            report.leave_out(
                piece.text, _("It describes the blog or the network, below the text.")
            )
        else:
            kept.append(piece)
            if piece.text:
                report.ask(
                    _(
                        "This stands below the name of the blog and was kept: “%(text)s”. Does it belong to the text?"
                    )
                    % {"text": shown(piece.text)}
                )
    return pieces[:start] + kept


def _label_position(pieces: list[Piece]) -> int | None:
    first = max(1, len(pieces) - NEAR_END)
    for position in range(len(pieces) - 1, first - 1, -1):
        piece = pieces[position]
        if piece.kind in ("paragraph", "heading") and LABEL.fullmatch(piece.lines[0]):
            return position
    return None


def _opened(piece: Piece, label: Piece) -> list[Piece]:
    """The paragraph of the label line by line: label, name, and what may follow."""
    if piece is not label or len(piece.lines) < 2:
        return [piece]
    lines = split_piece(piece)
    return lines[:2] + ([joined(lines[2:])] if lines[2:] else [])


def _names_a_blog(piece: Piece) -> bool:
    text = piece.text
    return (
        piece.kind in ("paragraph", "heading")
        and len(text) <= MAX_NAME
        and not text.endswith((".", "?", "!", ":", ","))
        and bool(NAME.search(text))
    )


def _describes(piece: Piece) -> bool:
    return (
        piece.kind == "paragraph"
        and len(piece.text) <= MAX_PARAGRAPH
        and bool(SPEAKS_OF_IT.search(piece.text))
        and not VOICE.search(piece.text)
    )


def _ask_about_the_end(pieces: list[Piece], report: Report) -> None:
    for piece in pieces[-2:]:
        if piece.kind == "paragraph" and OWN_WORDS.match(piece.text):
            report.ask(
                _(
                    "“%(text)s” reads like a note about the writer or the blog: does it belong to the text?"
                )
                % {"text": shown(piece.text)}
            )
