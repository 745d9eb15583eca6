"""Finds lists that were typed: lines that begin with a mark or count from one."""

import re
from itertools import groupby

from django.utils.translation import gettext as _

from blog.importing.html.inline import lines_of, text_of
from blog.importing.html.pieces import Piece

# Finnish opens a spoken line with a dash, so a line with one is none of these.
MARKS = {
    "ul": re.compile(r"((?:<[bi]>|<a [^>]*>)*)[-•*·▪][ \t\u00a0]+(?=\S)"),
    "ol": re.compile(r"((?:<[bi]>|<a [^>]*>)*)(\d{1,2})[.)][ \t\u00a0]+(?=\S)"),
}


def find_typed_lists(pieces, report):
    """The pieces; lines that look like a list are asked about, and are one where somebody said so."""
    result = []
    for kind, group in groupby(pieces, _kind):
        group = list(group)
        lines = (
            [line for piece in group for line in lines_of(piece.html)] if kind else []
        )
        if not kind or not _is_list(kind, lines):
            result += group
            continue
        is_list = report.choose(
            _("From “%(text)s” on, lines look like a typed list: should it be one?"),
            "list",
            text_of(lines[0]),
            False,
        )
        result += [_list(kind, lines)] if is_list else group
    return result


def _kind(piece):
    """ul or ol, where each line of a paragraph has its mark."""
    if piece.kind != "paragraph" or piece.style:
        return None
    lines = lines_of(piece.html)
    return next(
        (kind for kind, mark in MARKS.items() if all(map(mark.match, lines))), None
    )


def _is_list(kind, lines):
    if kind == "ol":
        numbers = [int(MARKS["ol"].match(line).group(2)) for line in lines]
        return len(lines) > 1 and numbers == list(range(1, len(lines) + 1))
    return len(lines) > 1


def _list(kind, lines):
    items = "".join(
        f"<li>{MARKS[kind].sub(_opened, line, count=1)}</li>" for line in lines
    )
    html = f"<{kind}>{items}</{kind}>"
    return Piece("list", text_of(html), html)


def _opened(match):
    """The tags that the mark stands in."""
    return match.group(1)
