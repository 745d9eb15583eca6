"""Leaves out what a web page shows below every post, if it was copied with the text."""

import re

from django.utils.translation import gettext as _

from blog.importing.html.pieces import join_lines, split_lines
from blog.importing.recognisers.authors.split_byline import read_byline

NEAR_END = 7
MAX_NAME = 80
MAX_PARAGRAPH = 300
LABEL = re.compile(
    r"(?:kirjoittaja|kirjoittajat|skribent|skribenter|tietoa (?:blogista|kirjoittajasta)"
    r"|om (?:bloggen|skribenten))\s*:?",
    re.IGNORECASE,
)
NAME = re.compile(r"blogi|blogg|(?:verkosto|nätverk|nätverket)$", re.IGNORECASE)
BLOG_WORDS = re.compile(
    r"blogi|blogg|verkosto|nätverk|kirjoittaja|skribent", re.IGNORECASE
)
# Somebody who writes I, we or you, or asks, writes in the text and not about the blog.
VOICE = re.compile(
    r"\?|\b(?:minä|minun|olen|me|meidän|meitä|olemme|sinä|sinun|jag|min|vi|vår|våra|oss"
    r"|du|din|ni|er)\b|\b\w{3,}mme\b",
    re.IGNORECASE,
)
ABOUT_WRITER_OR_BLOG = re.compile(
    r"(?:kirjoittaja|kirjoittajat) (?:[^\W\d_][\w’-]* ){0,4}(?:on|ovat|toimii|toimivat|työskentelee)\b"
    r"|(?:skribenten|skribenterna) (?:[^\W\d_][\w’-]* ){0,4}(?:är|arbetar)\b"
    r"|(?:tämä on|detta är|det här är) .*(?:blog)",
    re.IGNORECASE,
)


def leave_out_page_footer(pieces, report):
    """The pieces without a label alone near the end, a blog's name below it, and what follows.

    What follows is left out as far as it describes the blog. The rest stays, and is asked about.
    """
    start = _label_position(pieces)
    if start is None:
        _ask_about_the_end(pieces, report)
        return pieces
    tail = [
        line
        for piece in pieces[start:]
        for line in _lines_of_label(piece, pieces[start])
    ]
    if len(tail) > 1 and read_byline(tail[1].text):
        return pieces
    if len(tail) < 2 or not _names_a_blog(tail[1]):
        report.ask(
            _(
                "“%(text)s” stands alone near the end: does what follows belong to the text?"
            ),
            tail[0].text,
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
                    ),
                    piece.text,
                )
    return pieces[:start] + kept


def _label_position(pieces):
    first = max(1, len(pieces) - NEAR_END)
    for position in range(len(pieces) - 1, first - 1, -1):
        piece = pieces[position]
        if piece.kind in ("paragraph", "heading") and LABEL.fullmatch(piece.lines[0]):
            return position
    return None


def _lines_of_label(piece, label):
    """The piece ``label`` as a line for the label, one for the name, and the rest.

    Other pieces stay as they are.
    """
    if piece is not label or len(piece.lines) < 2:
        return [piece]
    lines = split_lines(piece)
    return lines[:2] + ([join_lines(lines[2:])] if lines[2:] else [])


def _names_a_blog(piece):
    text = piece.text
    return (
        piece.kind in ("paragraph", "heading")
        and len(text) <= MAX_NAME
        and not text.endswith((".", "?", "!", ":", ","))
        and bool(NAME.search(text))
    )


def _describes(piece):
    return (
        piece.kind == "paragraph"
        and len(piece.text) <= MAX_PARAGRAPH
        and bool(BLOG_WORDS.search(piece.text))
        and not VOICE.search(piece.text)
    )


def _ask_about_the_end(pieces, report):
    for piece in pieces[-2:]:
        if piece.kind == "paragraph" and ABOUT_WRITER_OR_BLOG.match(piece.text):
            report.ask(
                _(
                    "“%(text)s” reads like a note about the writer or the blog: does it belong to the text?"
                ),
                piece.text,
            )
