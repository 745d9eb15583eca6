"""From sanitised HTML to the parts of a post, one recogniser after the other."""

from django.utils.translation import gettext as _

from blog.importing.html.blocks import blocks_of
from blog.importing.html.pieces import pieces_of
from blog.importing.recognised import Recognised
from blog.importing.recognisers.authors.labelled_authors import take_labelled_authors
from blog.importing.recognisers.authors.unlabelled_authors import (
    take_authors_beside_title,
    take_unlabelled_authors,
)
from blog.importing.recognisers.credits import Credits
from blog.importing.recognisers.doubts.languages import check_language
from blog.importing.recognisers.doubts.leftovers import mention_leftovers, mention_tabs
from blog.importing.recognisers.doubts.line_breaks import report_line_breaks
from blog.importing.recognisers.doubts.mending import mended
from blog.importing.recognisers.doubts.tracking import mention_links
from blog.importing.recognisers.doubts.typography import report_typography
from blog.importing.recognisers.headings import find_unmarked_headings, level_headings
from blog.importing.recognisers.labels import split_at_labels
from blog.importing.recognisers.leads import take_lead, take_subtitle
from blog.importing.recognisers.page_footers import leave_out_page_footer
from blog.importing.recognisers.questions import take_question
from blog.importing.recognisers.quotes import find_quotes
from blog.importing.recognisers.titles import take_title
from blog.importing.recognisers.typed_lists import find_typed_lists
from blog.importing.report import Report


def recognise(source, language="fi", answers=None):
    """The ``Recognised`` text of ``source``, which is a ``SourceText``.

    Every paragraph ends up in a part, in a block, or in ``left_out`` with a reason. What only a
    person can answer is asked in ``decide``; the wording is never changed.

    :param language: fi or sv, the language that the text should have.
    :param answers: what somebody has answered to the ``choices`` of the same source, by their keys.
    """
    report = Report(source.left_out, source.decide, answers)
    pieces = split_at_labels(pieces_of(source.html))
    texts = [piece.text for piece in pieces]
    question, pieces = take_question(pieces, report)
    lead, pieces = take_lead(pieces, report)
    pieces = leave_out_page_footer(pieces, report)
    credits = Credits(report)
    pieces = take_labelled_authors(pieces, credits)
    pieces = take_unlabelled_authors(pieces, credits)
    title, pieces, title_position = take_title(pieces, report)
    pieces = take_authors_beside_title(pieces, title_position, credits)
    lead, pieces = take_subtitle(pieces, title_position, lead, report)
    pieces = find_typed_lists(pieces, report)
    pieces = find_unmarked_headings(pieces, source.kind, report)
    pieces = find_quotes(pieces, report)
    level_headings(pieces, report)
    blocks = blocks_of(pieces, report)
    if not blocks:
        report.ask(_("Nothing is left for the text of the post: is it the right file?"))
    mends = [*report_typography(texts, report), *mention_links(pieces, report)]
    report_line_breaks(texts, report)
    mention_tabs(source.text, report)
    mention_leftovers(texts, report)
    check_language(texts, language, report)
    found = Recognised(
        title=title,
        lead=lead,
        authors=credits.authors,
        date=credits.date,
        blocks=blocks,
        question=question,
        left_out=report.left_out,
        decide=report.decide,
        choices=report.choices,
        images=list(source.images),
    )
    return mended(found, mends)
