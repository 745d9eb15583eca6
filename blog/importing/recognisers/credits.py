"""The authors and the date of a text, collected line by line."""

import datetime
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from blog.importing.recognised import Byline
from blog.importing.report import Report

MAX_NAME = 100
MAX_ROLE = 150


def _fits(author):
    """Has a profile room for the name, the title and the organisation?"""
    names = (author.given_name, author.family_name)
    roles = (author.title or "", author.organisation or "")
    return max(map(len, names)) <= MAX_NAME and max(map(len, roles)) <= MAX_ROLE


@dataclass
class Credits:
    """The authors and the date that were found so far.

    A method that takes a line returns whether the line may go from the text.
    """

    report: Report
    authors: list[Byline] = field(default_factory=list)
    date: datetime.date | None = None
    asked_about_author: bool = False

    def ask_about_author(self, question, text=None):
        """Ask as :meth:`Report.ask` does. After it, a missing author is not asked about again."""
        self.asked_about_author = True
        self.report.ask(question, text)

    def take_date(self, date):
        """Take ``date``, if it is the first; another one is asked about, and not taken.

        ``None`` is taken as well.
        """
        if date is None or self.date in (None, date):
            self.date = self.date or date
            return True
        self.report.ask(
            _("The text has two dates, %(first)s and %(second)s: which one is right?"),
            first=date_format(self.date, "SHORT_DATE_FORMAT"),
            second=date_format(date, "SHORT_DATE_FORMAT"),
        )
        return False

    def take_byline(self, line, text):
        """Take the authors and the date of ``line``, or leave out what is known already.

        :param line: a ``BylineLine``.
        :param text: what stands in the file.
        """
        if not all(map(_fits, line.authors)):
            return False
        if self.authors:
            known = {author.name.casefold() for author in self.authors}
            if not {name.casefold() for name in line.names} <= known:
                return False
            return self._leave_out_repetition(line, text)
        if not self.take_date(line.date):
            self.report.leave_out(text, _("Only its names were taken, not its date."))
        self.authors = line.authors
        if line.photographer:
            self.report.leave_out(
                line.photographer,
                _("It names the photographer: that belongs to the image."),
            )
        for question in line.questions:
            self.report.ask(question)
        return True

    def add_byline(self, line, text):
        """Take the authors of ``line`` as well: it follows directly on a byline with a label."""
        known, self.authors = self.authors, []
        taken = self.take_byline(line, text)
        self.authors = known + self.authors
        return taken

    def _leave_out_repetition(self, line, text):
        if not self.take_date(line.date):
            return False
        self.report.leave_out(
            text, _("The authors' names stand already in the byline.")
        )
        known = {author.name.casefold(): author for author in self.authors}
        for author in line.authors:
            before = known[author.name.casefold()]
            more = {author.title, author.organisation} - {None}
            if more - {before.title, before.organisation}:
                self.report.ask(
                    _(
                        "“%(text)s” says something else about %(name)s than the byline: which one is right?"
                    ),
                    text=text,
                    name=author.name,
                )
        return True
