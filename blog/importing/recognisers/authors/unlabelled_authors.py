"""Takes bylines and dates without a label: above the title, below it, or at the end."""

import re

from django.utils.translation import gettext as _

from blog.importing.recognisers.authors.names import is_name
from blog.importing.recognisers.authors.split_byline import read_byline
from blog.importing.recognisers.dates import date_line, without_edge_date
from blog.importing.recognisers.shapes import count_before_text, is_line

TAIL = 3
MAX_BYLINE = 250
MAX_LINES = 4
BLOG_OF = re.compile(r"(?P<name>.+[ns])\s+blog(?:i|g)", re.IGNORECASE)


def take_unlabelled_authors(pieces, credits):
    """The pieces without lines that can only be a byline or a date, though they have no label."""
    head, tail = count_before_text(pieces), len(pieces) - TAIL
    kept = []
    for position, piece in enumerate(pieces):
        near = position < head or position >= tail
        if not (near and _may_be_credit(piece) and _take(piece, credits)):
            kept.append(piece)
    first, *rest = kept or [None]
    line = _read(first) if len(rest) > 1 else None
    title_follows = line and (rest[0].level == 1 or is_line(rest[0]))
    if title_follows and _take_bare_name(first, line, credits):
        return rest
    return kept


def take_authors_beside_title(pieces, title_position, credits):
    """The pieces without a bare name that stands above or below the title, or at the end.

    Asks for the author where none was found.

    :param title_position: where the title was, before it was taken from the pieces.
    """
    before = title_position - 1
    beside = {before, title_position, title_position + 1, len(pieces) - 1}
    kept = []
    for position, piece in enumerate(pieces):
        line = _read(piece) if position in beside and len(pieces) > 1 else None
        if line is None or not _take_bare_name(piece, line, credits):
            kept.append(piece)
    if not (credits.authors or credits.asked_about_author):
        credits.ask_about_author(_("No author was found: who wrote the text?"))
    return kept


def _may_be_credit(piece):
    textual = piece.kind == "paragraph" or (piece.kind == "heading" and piece.level > 1)
    return textual and len(piece.text) <= MAX_BYLINE


def _take(piece, credits):
    dated = date_line(piece.text)
    if dated is not None:
        date, with_time = dated
        taken = credits.take_date(date)
        if taken and with_time:
            credits.report.leave_out(
                piece.text, _("The date was taken, the time of day was not.")
            )
        return taken
    if _take_inflected_name(piece, credits):
        return True
    line = _read(piece)
    if line is None or not (line.certain or credits.authors):
        return False
    return credits.take_byline(line, piece.text)


def _take_inflected_name(piece, credits):
    """Take the date of “Maija Mallin blogi”, and ask for the author: the name is inflected."""
    text, date = without_edge_date(piece.text)
    match = BLOG_OF.fullmatch(" ".join(text.split()))
    if not match or not is_name(match.group("name")):
        return False
    if not credits.take_date(date):
        return False
    credits.report.leave_out(piece.text, _("It names the author in an inflected form."))
    credits.ask_about_author(
        _("“%(text)s” names the author in an inflected form: who is the author?"),
        piece.text,
    )
    return True


def _read(piece):
    """The piece as a ``BylineLine``, or ``None`` where it has the marks of a sentence."""
    lines = piece.lines
    if not _may_be_credit(piece) or len(lines) > MAX_LINES:
        return None
    text = ", ".join(line.rstrip(",") for line in lines)
    undated = without_edge_date(text)[0]
    if undated.endswith(".") or any(mark in undated for mark in ':?!”"'):
        return None
    return read_byline(text)


def _take_bare_name(piece, line, credits):
    """A name and nothing else may also be a title, so it is asked about."""
    known = bool(credits.authors)
    if not credits.take_byline(line, piece.text):
        return False
    if not known:
        credits.ask_about_author(
            _("“%(text)s” was taken for the author: is it a person's name?"), piece.text
        )
    return True
