"""Who and when: what is known so far, and how a line adds to it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from blog.importing.recognised import Byline
from blog.importing.recognisers.authors.bylines import BylineLine
from blog.importing.report import Report, shown


@dataclass
class Credits:
    """The authors and the date of the text."""

    report: Report
    authors: list[Byline] = field(default_factory=list)
    date: datetime.date | None = None
    asked_about_author: bool = False

    def ask_about_author(self, question: str) -> None:
        """Once asked, nobody needs to hear that no author was found."""
        self.asked_about_author = True
        self.report.ask(question)

    def accepts_date(self, date: datetime.date | None) -> bool:
        """Takes the first date; another one is not taken, and is asked about."""
        if date is None or self.date in (None, date):
            self.date = self.date or date
            return True
        self.report.ask(
            _("The text has two dates, %(first)s and %(second)s: which one is right?")
            % {
                "first": date_format(self.date, "SHORT_DATE_FORMAT"),
                "second": date_format(date, "SHORT_DATE_FORMAT"),
            }
        )
        return False

    def accepts_line(self, line: BylineLine, text: str) -> bool:
        """Takes a byline, or leaves out one that names the same people again."""
        if self.authors:
            known = {author.name.casefold() for author in self.authors}
            again = {name.casefold() for name in line.names} <= known
            return again and self._again(line, text)
        if not self.accepts_date(line.date):
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

    def adds(self, line: BylineLine, text: str) -> None:
        """A second labelled line directly below the first names more authors."""
        known, self.authors = self.authors, []
        self.accepts_line(line, text)
        self.authors = known + self.authors

    def _again(self, line: BylineLine, text: str) -> bool:
        if not self.accepts_date(line.date):
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
                    )
                    % {"text": shown(text), "name": author.name}
                )
        return True
