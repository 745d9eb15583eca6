"""Takes the title: the first heading of level one, or the line that the text begins with."""

from django.utils.translation import gettext as _

from blog.importing.html.links import report_lost_links
from blog.importing.recognisers.dates import date_line, without_edge_date
from blog.importing.recognisers.labels import BYLINE, TITLE
from blog.importing.recognisers.shapes import is_line, is_prose

EARLY = 6
MAX_TITLE = 255


def take_title(pieces, report):
    """``(title, pieces without it, its position)``; the title is empty where none was found."""
    labelled = next(
        (n for n, p in enumerate(pieces) if p.text and TITLE.match(p.text)), None
    )
    if labelled is not None and labelled < EARLY and "\n" not in pieces[labelled].text:
        text = TITLE.sub("", pieces[labelled].text, count=1)
        if text.strip() and len(text) <= MAX_TITLE:
            return _take(pieces, labelled, text, report)
    position = _find(pieces, report)
    too_long = _too_long(pieces[:EARLY] if position is None else pieces[:position])
    if too_long:
        report.ask(
            _(
                "The title is %(length)d characters long, the most is %(limit)d; it stayed in the text. How should it be shortened?"
            ),
            length=len(too_long.text),
            limit=MAX_TITLE,
        )
    if position is None:
        if not too_long:
            report.ask(_("No title was found: what is it?"))
        return "", pieces, 0
    return _take(pieces, position, pieces[position].text, report)


def _too_long(pieces):
    """The first of them that would be the title, were it not so long."""
    return next((p for p in pieces if p.level == 1 and len(p.text) > MAX_TITLE), None)


def _take(pieces, position, text, report):
    report_lost_links(pieces[position], report)
    if without_edge_date(text)[1]:
        report.ask(
            _("The title holds a date, “%(text)s”: is it the date of the text?"), text
        )
    return text, pieces[:position] + pieces[position + 1 :], position


def _find(pieces, report):
    first = next((n for n, p in enumerate(pieces) if not _cannot_be_title(p)), None)
    marked = next(
        (n for n, p in enumerate(pieces) if p.level == 1 and not _cannot_be_title(p)),
        None,
    )
    if first is None or marked == first:
        return first
    opens = pieces[first].kind == "heading" or is_line(pieces[first])
    if marked is None:
        return first if opens else None
    before = pieces[first:marked]
    if opens and any(is_prose(piece) for piece in before):
        # The writer typed the title as a plain line; the headings of level one are sections.
        return first
    report.ask(
        _("“%(text)s” stands before the title: does it belong to the text?"),
        before[0].text,
    )
    return marked


def _cannot_be_title(piece):
    """Is it a picture, a byline or a date that stayed in the text, or too long? None is a title."""
    return (
        piece.kind == "image"
        or len(piece.text) > MAX_TITLE
        or bool(BYLINE.match(piece.text))
        or date_line(piece.text) is not None
    )
