"""Takes the title: the first heading of level one, or the line that the text begins with."""

from django.utils.translation import gettext as _

from blog.importing.html.links import report_lost_links
from blog.importing.recognisers.dates import date_line, without_edge_date
from blog.importing.recognisers.labels import BYLINE, TITLE
from blog.importing.recognisers.shapes import is_line, is_prose


def take_title(pieces, report):
    """``(title, pieces without it, its position)``; the title is empty where none was found."""
    labelled = next(
        (n for n, p in enumerate(pieces) if p.text and TITLE.match(p.text)), None
    )
    if labelled is not None and labelled < 6 and "\n" not in pieces[labelled].text:
        text = TITLE.sub("", pieces[labelled].text, count=1)
        if text.strip():
            return _take(pieces, labelled, text, report)
    position = _find(pieces, report)
    if position is None:
        report.ask(_("No title was found: what is it?"))
        return "", pieces, 0
    return _take(pieces, position, pieces[position].text, report)


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
    """Is it a picture, or a byline or a date that stayed in the text? None of them is a title."""
    return (
        piece.kind == "image"
        or bool(BYLINE.match(piece.text))
        or date_line(piece.text) is not None
    )
