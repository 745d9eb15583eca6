"""Headings nobody marked, and levels that do not skip."""

from __future__ import annotations

from django.utils.translation import gettext as _

from blog.importing.html.pieces import Piece
from blog.importing.recognisers.authors.labels import begins_part
from blog.importing.recognisers.shapes import MAX_HEADING, is_line
from blog.importing.report import Report, shown

TOP = 2
DEEPEST = 3


def find_unmarked(pieces: list[Piece], kind: str, report: Report) -> list[Piece]:
    """A short line alone between paragraphs: a heading in plain text, or if it is bold.

    A plain line with no text above it may as well be a subtitle or a name: it is asked about.
    """
    marked = [piece.level for piece in pieces if piece.kind == "heading"]
    level = min(marked) + 1 if marked else TOP
    result = []
    for position, piece in enumerate(pieces):
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        typed = kind == "txt" and not piece.bold
        looks = (
            is_line(piece, MAX_HEADING)
            and following is not None
            and not begins_part(piece.text)
            and not piece.style
        )
        if not looks or not (typed or piece.bold):
            result.append(piece)
        elif not _opens_text(following) or (typed and not position):
            report.ask(_("Is “%(text)s” a heading?") % {"text": shown(piece.text)})
            result.append(piece)
        else:
            result.append(Piece("heading", piece.text, piece.html, level))
            report.ask(
                _(
                    "“%(text)s” was not marked as a heading and was taken for one: is it?"
                )
                % {"text": shown(piece.text)}
            )
    return result


def _opens_text(piece: Piece) -> bool:
    """What may stand below a heading: text, not one more short line."""
    if piece.kind == "paragraph":
        return not is_line(piece, MAX_HEADING) or "\n" in piece.text
    return piece.kind in ("list", "quote", "table", "image")


def level_headings(pieces: list[Piece], report: Report) -> None:
    """Starts at h2 and goes down one step at a time; nothing is deeper than h3."""
    above: list[int] = []
    for piece in pieces:
        if piece.kind != "heading":
            continue
        while above and above[-1] >= piece.level:
            above.pop()
        level = min(TOP + len(above), DEEPEST)
        if piece.level > DEEPEST or len(above) > DEEPEST - TOP:
            report.ask(
                _(
                    "The heading “%(text)s” was on level %(level)d and is now on level %(now)d: is that right?"
                )
                % {"text": shown(piece.text), "level": piece.level, "now": level}
            )
        above.append(piece.level)
        piece.level = level
