"""Finds headings that are not marked as such, and gives all headings levels without a gap."""

from django.utils.translation import gettext as _

from blog.importing.html.pieces import Piece
from blog.importing.recognisers.labels import has_label
from blog.importing.recognisers.shapes import MAX_HEADING, is_line

TOP = 2
DEEPEST = 3


def find_unmarked_headings(pieces, kind, report):
    """The pieces, with a short line between paragraphs as a heading; each is asked about.

    Such a line is a heading if it is bold, or if the file (of ``kind``) is plain text. Where
    no text stands above it or below it, it may be a name or a subtitle: it stays a paragraph.
    """
    marked = [piece.level for piece in pieces if piece.kind == "heading"]
    level = min(marked) + 1 if marked else TOP
    result = []
    for position, piece in enumerate(pieces):
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        typed = kind == "txt" and not piece.bold
        may_be_heading = (
            is_line(piece, MAX_HEADING)
            and following is not None
            and not has_label(piece.text)
            and not piece.style
        )
        if not may_be_heading or not (typed or piece.bold):
            result.append(piece)
            continue
        if not _opens_text(following) or (typed and not position):
            taken = report.choose(
                _("Is “%(text)s” a heading?"), "heading", piece.text, False
            )
        else:
            taken = report.choose(
                _(
                    "“%(text)s” was not marked as a heading and was taken for one: is it?"
                ),
                "heading",
                piece.text,
                True,
            )
        heading = Piece("heading", piece.text, piece.html, level)
        result.append(heading if taken else piece)
    return result


def _opens_text(piece):
    """Is it text, and not one more short line? Only text stands below a heading."""
    if piece.kind == "paragraph":
        return not is_line(piece, MAX_HEADING) or "\n" in piece.text
    return piece.kind in ("list", "quote", "table", "image")


def level_headings(pieces, report):
    """Give the headings the levels 2 and 3, so that none is skipped; changes the pieces."""
    above = []
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
                ),
                piece.text,
                level=piece.level,
                now=level,
            )
        above.append(piece.level)
        piece.level = level
