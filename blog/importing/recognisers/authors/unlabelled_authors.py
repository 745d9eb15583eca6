"""Bylines and dates without a label: above the title, below it, or at the end."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from blog.importing.html.pieces import Piece
from blog.importing.recognisers.authors.bylines import BylineLine, read_byline
from blog.importing.recognisers.authors.names import is_name
from blog.importing.recognisers.credits import Credits
from blog.importing.recognisers.dates import date_line, without_edge_date
from blog.importing.recognisers.shapes import head_length, is_line
from blog.importing.report import shown

TAIL = 3
MAX_BYLINE = 250
MAX_LINES = 4
BLOG_OF = re.compile(r"(?P<name>.+[ns])\s+blog(?:i|g)", re.IGNORECASE)


def take_unlabelled(pieces: list[Piece], credits: Credits) -> list[Piece]:
    """Takes what can only be a byline or a date, though nothing says so."""
    head, tail = head_length(pieces), len(pieces) - TAIL
    kept = []
    for position, piece in enumerate(pieces):
        near = position < head or position >= tail
        if not (near and _may_be_credit(piece) and _takes(piece, credits)):
            kept.append(piece)
    first, *rest = kept or [None]
    line = _line(first) if len(rest) > 1 else None
    title_follows = line and (rest[0].level == 1 or is_line(rest[0]))
    if title_follows and _takes_bare(first, line, credits):
        return rest
    return kept


def take_beside_title(
    pieces: list[Piece], title_at: int, credits: Credits
) -> list[Piece]:
    """A bare name above or below the title (`title_at`: where it was), or at the end."""
    beside = {title_at - 1, title_at, title_at + 1, len(pieces) - 1}
    kept = []
    for position, piece in enumerate(pieces):
        line = _line(piece) if position in beside and len(pieces) > 1 else None
        if line is None or not _takes_bare(piece, line, credits):
            kept.append(piece)
    if not (credits.authors or credits.asked_about_author):
        credits.ask_about_author(_("No author was found: who wrote the text?"))
    return kept


def _may_be_credit(piece: Piece) -> bool:
    textual = piece.kind == "paragraph" or (piece.kind == "heading" and piece.level > 1)
    return textual and len(piece.text) <= MAX_BYLINE


def _takes(piece: Piece, credits: Credits) -> bool:
    dated = date_line(piece.text)
    if dated is not None:
        date, with_time = dated
        taken = credits.accepts_date(date)
        if taken and with_time:
            credits.report.leave_out(
                piece.text, _("The date was taken, the time of day was not.")
            )
        return taken
    if _takes_genitive(piece, credits):
        return True
    line = _line(piece)
    if line is None:
        return False
    return (line.certain or bool(credits.authors)) and credits.accepts_line(
        line, piece.text
    )


def _takes_genitive(piece: Piece, credits: Credits) -> bool:
    """Maija Mallin blogi: the name is inflected, and undoing that would be a guess."""
    text, date = without_edge_date(piece.text)
    match = BLOG_OF.fullmatch(" ".join(text.split()))
    if not match or not is_name(match.group("name")):
        return False
    if not credits.accepts_date(date):
        return False
    credits.report.leave_out(piece.text, _("It names the author in an inflected form."))
    credits.ask_about_author(
        _("“%(text)s” names the author in an inflected form: who is the author?")
        % {"text": shown(piece.text)}
    )
    return True


def _line(piece: Piece) -> BylineLine | None:
    """The piece as a byline; what ends or is marked like a sentence is none."""
    lines = piece.lines
    if not _may_be_credit(piece) or len(lines) > MAX_LINES:
        return None
    text = ", ".join(line.rstrip(",") for line in lines)
    undated = without_edge_date(text)[0]
    if undated.endswith(".") or any(mark in undated for mark in ':?!”"'):
        return None
    return read_byline(text)


def _takes_bare(piece: Piece, line: BylineLine, credits: Credits) -> bool:
    """A name and nothing else may also be a title, so it is asked about."""
    known = bool(credits.authors)
    if not credits.accepts_line(line, piece.text):
        return False
    if not known:
        credits.ask_about_author(
            _("“%(text)s” was taken for the author: is it a person's name?")
            % {"text": shown(piece.text)}
        )
    return True
