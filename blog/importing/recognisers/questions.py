"""Takes the question of the post: only where a label says that it is one."""

import re

from django.utils.translation import gettext as _

from blog.importing.html.links import report_lost_links
from blog.importing.html.pieces import join_lines, split_lines
from blog.importing.recognisers.labels import BARE_QUESTION, QUESTION

MAX_QUESTION = 300
TEXTUAL = ("paragraph", "heading", "quote")
SENTENCE_END = re.compile(r"[.?!][”’)\"]*$")


def take_question(pieces, report):
    """The first question with a label or ``None``, and the pieces without it.

    Other questions stay in the text, and are asked about.
    """
    question, rest, position = None, [], 0
    while position < len(pieces):
        piece = pieces[position]
        found = _question_at(pieces, position)
        if found is None:
            _ask_about_inner_label(piece, report)
            rest.append(piece)
            position += 1
            continue
        text, used, left = found
        if question is not None:
            report.ask(
                _(
                    "The text has another labelled question, which stayed in the text: “%(text)s”. Which one is right?"
                ),
                text,
            )
            rest += pieces[position : position + used]
        else:
            question = text
            rest += left
            _report(pieces[position : position + used], text, report)
        position += used
    return question, rest


def _question_at(pieces, position):
    """The question that begins at ``position``: ``(text, number of pieces, rest)`` or ``None``.

    ``rest`` lists what stands in those pieces after the question, as pieces.
    """
    piece = pieces[position]
    if piece.kind not in TEXTUAL:
        return None
    label = QUESTION.match(piece.text)
    if label is None:
        label = BARE_QUESTION.match(piece.lines[0])
        if label is None or label.end() < len(piece.lines[0]):
            return None
    rest = piece.text[label.end() :].strip()
    if rest:
        return _first_sentence(piece, rest)
    following = pieces[position + 1] if position + 1 < len(pieces) else None
    if following is None or following.kind not in TEXTUAL:
        return None
    text = following.lines[0] if len(following.lines) > 1 else following.text
    if not text.endswith("?") and not (":" in label.group() and _short(following)):
        return None
    if text == following.text:
        return text, 2, []
    return text, 2, [join_lines(split_lines(following)[1:])]


def _first_sentence(piece, rest):
    """As :func:`_question_at`: the question goes on over line breaks until a sentence ends."""
    lines = rest.split("\n")
    count = 1
    while count < len(lines) and not SENTENCE_END.search(lines[count - 1]):
        count += 1
    if piece.kind != "paragraph" or count == len(lines):
        return rest.replace("\n", " "), 1, []
    left = split_lines(piece)[-(len(lines) - count) :]
    return " ".join(lines[:count]), 1, [join_lines(left)]


def _short(piece):
    return len(piece.text) <= MAX_QUESTION


def _report(used, text, report):
    if len(used) > 1:
        report.leave_out(used[0].text, _("It is the label of the question."))
    if used[-1].source:
        report.leave_out(used[-1].source, _("It stood as the source of the question."))
    for piece in used:
        report_lost_links(piece, report)
    if len(text) > MAX_QUESTION:
        report.ask(
            _(
                "The question is %(length)d characters long, the most is %(limit)d: how should it be shortened?"
            ),
            length=len(text),
            limit=MAX_QUESTION,
        )


def _ask_about_inner_label(piece, report):
    """Ask if a sentence in the middle of a paragraph begins with a label."""
    if piece.kind != "paragraph":
        return
    for sentence in re.split(r"(?<=[.!?])\s+|\n", piece.text)[1:]:
        if QUESTION.match(sentence):
            report.ask(
                _(
                    "A question stands inside a paragraph: “%(text)s”. Is it the question of the post?"
                ),
                sentence,
            )
