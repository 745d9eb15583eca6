"""The title: the first level-one heading, or the line the text begins with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from blog.importing.html.links import report_lost_links
from blog.importing.html.pieces import Piece
from blog.importing.recognisers.authors.labels import BYLINE, TITLE
from blog.importing.recognisers.dates import date_line, without_edge_date
from blog.importing.recognisers.shapes import is_line, is_prose
from blog.importing.report import Report, shown


def take_title(pieces: list[Piece], report: Report) -> tuple[str, list[Piece], int]:
    """The title, the pieces without it, and where it stood among them."""
    labelled = next(
        (n for n, p in enumerate(pieces) if p.text and TITLE.match(p.text)), None
    )
    if labelled is not None and labelled < 6 and "\n" not in pieces[labelled].text:
        text = TITLE.sub("", pieces[labelled].text, count=1)
        if text.strip():
            return _taken(pieces, labelled, text, report)
    position = _position(pieces, report)
    if position is None:
        report.ask(_("No title was found: what is it?"))
        return "", pieces, 0
    return _taken(pieces, position, pieces[position].text, report)


def _taken(pieces: list[Piece], position: int, text: str, report: Report):
    report_lost_links(pieces[position], report)
    if without_edge_date(text)[1]:
        report.ask(
            _("The title holds a date, “%(text)s”: is it the date of the text?")
            % {"text": shown(text)}
        )
    return text, pieces[:position] + pieces[position + 1 :], position


def _position(pieces: list[Piece], report: Report) -> int | None:
    first = next((n for n, p in enumerate(pieces) if not _passed_over(p)), None)
    marked = next(
        (n for n, p in enumerate(pieces) if p.level == 1 and not _passed_over(p)), None
    )
    if first is None or marked == first:
        return first
    opens = pieces[first].kind == "heading" or is_line(pieces[first])
    if marked is None:
        return first if opens else None
    before = pieces[first:marked]
    if opens and any(is_prose(piece) for piece in before):
        # A writer's own title line; the level-one headings below it are sections.
        return first
    report.ask(
        _("“%(text)s” stands before the title: does it belong to the text?")
        % {"text": shown(before[0].text)}
    )
    return marked


def _passed_over(piece: Piece) -> bool:
    """A picture, or a byline or date that had to stay, is no title."""
    return (
        piece.kind == "image"
        or bool(BYLINE.match(piece.text))
        or date_line(piece.text) is not None
    )
