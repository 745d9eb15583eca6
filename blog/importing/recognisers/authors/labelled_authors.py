"""Takes bylines with a label: Kirjoittaja, Kirjoittajat, Skribent, Text."""

import re

from django.utils.translation import gettext as _

from blog.importing.html.pieces import join_lines, split_lines
from blog.importing.recognisers.authors.names import is_name
from blog.importing.recognisers.authors.split_byline import read_byline
from blog.importing.recognisers.labels import BYLINE, LONE_BYLINE

HEAD = 6
# A question, a label and the footer of a web page may stand below the byline.
TAIL = 9
MAX_LINES = 4
GOES_ON = re.compile(r"(?:,|\s(?:ja|och|sekä|samt|&))$")


def take_labelled_authors(pieces, credits):
    """The pieces without bylines that could be read; others stay, and are asked about."""
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
        follows = credits.authors and last_taken == position
        take = credits.add_byline if follows else credits.take_byline
        if not take(line, text):
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


def _byline_at(pieces, position):
    """The byline at ``position``: ``(BylineLine, number of pieces, rest)`` or ``None``.

    ``rest`` lists what stands in those pieces after the byline, as pieces.
    """
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
        return _read(following, following.lines, several, 2)
    return _read(piece, [first, *lines[1:]], several, 1)


def _read(piece, lines, several, used):
    text, count = _byline_text(lines, several)
    line = read_byline(text, several)
    if line is None and several is False and used == 1:
        line = read_byline(text)
    if line is None:
        return None
    rest = split_lines(piece)[count:] if count < len(lines) else []
    return line, used, [join_lines(rest)] if rest else []


def _byline_text(lines, several):
    """The text of the byline on one line, and over how many of ``lines`` it goes."""
    if not lines[0]:
        return _text_below_label(lines[1 : 1 + MAX_LINES], 1)
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


def _text_below_label(lines, count):
    """As :func:`_byline_text`, below a label: one person on several lines, or one on each."""
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


def _ask(piece, credits):
    credits.ask_about_author(
        _("“%(text)s” was kept in the text: does it name an author?"), piece.text
    )
