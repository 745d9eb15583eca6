"""Mentions what may not be meant for readers: gaps to fill, telephone numbers, tables made with tabs."""

import re
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.importing.recognisers.doubts.typography import listed
from blog.importing.report import shorten

GAP = re.compile(
    r"\bX{3,}\b|\bx{3,}\b|\bN\.? ?N\.?\b|\?{3,}|_{3,}|\bTODO\b|\bTBD\b|lorem ipsum"
    r"|\[(?:täydennä|lisää|tähän|lägg|fyll|här|insert|add)\b[^\]\n]{0,60}\]",
)
TELEPHONE = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)358[ \u00a0-]?(?:\(0\))?[ \u00a0-]?|0)\d{1,3}(?:[ \u00a0-]?\d{2,4}){2,3}(?![\w/-])"
)
TABLE_ROW = re.compile(r"\S[^\n]*\t+[^\n]*\S")


def mention_leftovers(texts, report):
    """Ask about gaps and telephone numbers.

    :param texts: the text of each paragraph.
    """
    gaps = [found.group() for text in texts for found in GAP.finditer(text)]
    if gaps:
        report.ask(
            ngettext(
                "Something seems to be missing here: %(words)s. What should stand there?",
                "Something seems to be missing in %(count)d places: %(words)s. What should stand there?",
                len(gaps),
            ),
            count=len(gaps),
            words=listed(gaps),
        )
    numbers = [found.group() for text in texts for found in TELEPHONE.finditer(text)]
    if numbers:
        report.ask(
            ngettext(
                "There is a telephone number in the text: %(words)s. May everybody see it?",
                "There are %(count)d telephone numbers in the text: %(words)s. May everybody see them?",
                len(numbers),
            ),
            count=len(numbers),
            words=listed(numbers),
        )


def mention_tabs(text, report):
    """Ask about lines below one another that have tabs in them: they look like a table in the file.

    :param text: the text as it stands in the file.
    """
    for is_row, lines in groupby(
        text.split("\n"), lambda line: bool(TABLE_ROW.search(line))
    ):
        lines = list(lines)
        if is_row and len(lines) > 1:
            report.ask(
                _(
                    "From “%(text)s” on, tabs make a table: they are blanks now. Make it a table by hand, if it should be one."
                ),
                shorten(lines[0]),
            )
