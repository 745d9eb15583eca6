"""Bylines that a label announces: Kirjoittaja, Kirjoittajat, Skribent, Text."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from blog.importing.html.pieces import Piece, split_piece
from blog.importing.recognisers.authors.bylines import read_byline
from blog.importing.recognisers.authors.labels import BYLINE, LONE_BYLINE, joined
from blog.importing.recognisers.authors.names import is_name
from blog.importing.recognisers.credits import Credits
from blog.importing.report import shown

HEAD = 6
# Below the text there may be a question, a label and what a web page puts there.
TAIL = 9
MAX_LINES = 4
GOES_ON = re.compile(r"(?:,|\s(?:ja|och|sekä|samt|&))$")


def take_labelled(pieces: list[Piece], credits: Credits) -> list[Piece]:
    """The pieces without the bylines that could be read; the rest stays and is asked about."""
    kept, position, last_taken = [], 0, None
    while position < len(pieces):
        near = position < HEAD or position >= len(pieces) - TAIL
        found = _byline_at(pieces, position) if near else None
        if found is None:
            if BYLINE.match(pieces[position].text):
                _ask(pieces[position], credits)
            kept.append(pieces[position])
            position += 1
            continue
        line, used, left = found
        text = "\n".join(piece.text for piece in pieces[position : position + used])
        if credits.authors and last_taken == position:
            credits.adds(line, text)
        elif not credits.accepts_line(line, text):
            _ask(pieces[position], credits)
            left = pieces[position : position + used]
        elif used > 1:
            credits.report.leave_out(
                pieces[position].text, _("It is the label of the byline.")
            )
        kept += left
        position += used
        last_taken = position
    return kept


def _byline_at(pieces: list[Piece], position: int):
    """The byline that begins here, how many pieces it used, and what is left of them."""
    piece = pieces[position]
    if piece.kind not in ("paragraph", "heading"):
        return None
    lines = piece.lines
    label = BYLINE.match(lines[0]) or LONE_BYLINE.fullmatch(lines[0])
    if label is None:
        return None
    several = True if label.group("several") else None
    if several is None and label.re is BYLINE:
        several = False
    first = lines[0][label.end() :].strip()
    if not first and len(lines) == 1:
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if following is None or following.kind != "paragraph":
            return None
        return _found(following, following.lines, several, 2)
    return _found(piece, [first, *lines[1:]], several, 1)


def _found(piece: Piece, lines: list[str], several: bool | None, used: int):
    text, count = _text(lines, several)
    line = read_byline(text, several)
    if line is None and several is False and used == 1:
        line = read_byline(text)
    if line is None:
        return None
    rest = split_piece(piece)[count:] if count < len(lines) else []
    return line, used, [joined(rest)] if rest else []


def _text(lines: list[str], several: bool | None) -> tuple[str, int]:
    """The lines a byline goes over, and how many they are."""
    if not lines[0]:
        return _listed(lines[1 : 1 + MAX_LINES], 1)
    text, count = lines[0], 1
    while count < len(lines) and count < MAX_LINES:
        line = lines[count]
        if GOES_ON.search(text) or line[:1].islower():
            text = f"{text} {line}"
        elif several and is_name(line.partition(",")[0].strip()):
            text = f"{text} & {line}"
        else:
            break
        count += 1
    return text, count


def _listed(lines: list[str], count: int) -> tuple[str, int]:
    """Below a label that stands alone: one person on several lines, or one on each."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif GOES_ON.search(text):
            text = f"{text} {line}"
        else:
            person = is_name(line.partition(",")[0].strip()) and "," in line
            text = f"{text} & {line}" if person else f"{text}, {line}"
        count += 1
    return text, count


def _ask(piece: Piece, credits: Credits) -> None:
    credits.ask_about_author(
        _("“%(text)s” was kept in the text: does it name an author?")
        % {"text": shown(piece.text)}
    )
