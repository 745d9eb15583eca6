"""Line breaks a program made and not the writer: asked about, for they look the same."""

from __future__ import annotations

from statistics import median

from django.utils.translation import gettext as _

from blog.importing.report import Report

MANY = 6
WRAPPED = range(50, 101)


def report_line_breaks(texts: list[str], report: Report) -> None:
    """Asks where most lines end at one width, or where lines seem to be paragraphs."""
    inner = [len(line) for text in texts for line in text.split("\n")[:-1]]
    if len(texts) < 3 and any(length >= WRAPPED.stop for length in inner):
        report.ask(
            _("The file has hardly a blank line: is each of its lines a paragraph?")
        )
    elif len(inner) >= MANY and sum(n in WRAPPED for n in inner) > 0.8 * len(inner):
        report.ask(
            _(
                "The lines of the file break at about %(width)d characters, and the breaks were kept: should the lines be joined?"
            )
            % {"width": median(inner)}
        )
