"""Asks about line breaks that a program may have made and not the writer."""

from statistics import median

from django.utils.translation import gettext as _

MANY = 6
WRAPPED = range(50, 101)


def report_line_breaks(texts, report):
    """Ask if most lines end at one width, or if each line seems to be a paragraph.

    :param texts: the text of each paragraph.
    """
    inner = [len(line) for text in texts for line in text.split("\n")[:-1]]
    if len(texts) < 3 and any(length >= WRAPPED.stop for length in inner):
        report.ask(
            _("The file has hardly a blank line: is each of its lines a paragraph?")
        )
    elif len(inner) >= MANY and sum(n in WRAPPED for n in inner) > 0.8 * len(inner):
        report.ask(
            _(
                "The lines of the file break at about %(width)d characters, and the breaks were kept: should the lines be joined?"
            ),
            width=median(inner),
        )
