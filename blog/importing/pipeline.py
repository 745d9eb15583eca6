"""From sanitised HTML to the parts of a post, one recogniser after the other."""

from __future__ import annotations

from django.utils.translation import gettext as _

from blog.importing.html.blocks import blocks_of
from blog.importing.html.pieces import Piece, paragraph, pieces_of
from blog.importing.readers.source import SourceText
from blog.importing.recognised import Recognised
from blog.importing.recognisers.authors.labelled_authors import take_labelled
from blog.importing.recognisers.authors.labels import split_at_labels
from blog.importing.recognisers.authors.unlabelled_authors import (
    take_beside_title,
    take_unlabelled,
)
from blog.importing.recognisers.credits import Credits
from blog.importing.recognisers.furniture import leave_out_furniture
from blog.importing.recognisers.headings import find_unmarked, level_headings
from blog.importing.recognisers.languages import check_language
from blog.importing.recognisers.leads import take_lead
from blog.importing.recognisers.line_breaks import report_line_breaks
from blog.importing.recognisers.questions import take_question
from blog.importing.recognisers.quotes import find_quotes
from blog.importing.recognisers.titles import take_title
from blog.importing.recognisers.typography import report_typography
from blog.importing.report import Report, shown


def recognise(source: SourceText, language: str = "fi") -> Recognised:
    """Every paragraph ends up in a part, in a block, or in `left_out` with a reason.

    What only a person can settle is in `decide`; the wording is never changed.
    """
    report = Report(source.left_out, source.decide)
    pieces = split_at_labels(pieces_of(source.html))
    texts = [piece.text for piece in pieces]
    question, pieces = take_question(pieces, report)
    lead, pieces = take_lead(pieces, report)
    pieces = leave_out_furniture(pieces, report)
    credits = Credits(report)
    pieces = take_unlabelled(take_labelled(pieces, credits), credits)
    title, pieces, title_at = take_title(pieces, report)
    pieces = take_beside_title(pieces, title_at, credits)
    pieces = _keep_subtitle(pieces, title_at, report)
    pieces = find_quotes(find_unmarked(pieces, source.kind, report), report)
    level_headings(pieces, report)
    blocks = blocks_of(pieces, report)
    if not blocks:
        report.ask(_("Nothing is left for the text of the post: is it the right file?"))
    report_typography(texts, report)
    report_line_breaks(texts, report)
    check_language(texts, language, report)
    return Recognised(
        title=title,
        lead=lead,
        authors=credits.authors,
        date=credits.date,
        blocks=blocks,
        question=question,
        left_out=report.left_out,
        decide=report.decide,
        images=list(source.images),
    )


def _keep_subtitle(pieces: list[Piece], title_at: int, report: Report) -> list[Piece]:
    """A subtitle below the title is no heading, and no lead either unless someone says so."""
    if title_at >= len(pieces) or pieces[title_at].style != "subtitle":
        return pieces
    subtitle = pieces[title_at]
    report.ask(
        _("The subtitle “%(text)s” is now the first paragraph: is it the lead?")
        % {"text": shown(subtitle.text)}
    )
    return [
        *pieces[:title_at],
        paragraph(subtitle.html),
        *pieces[title_at + 1 :],
    ]
