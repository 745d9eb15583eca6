"""One thing to do: what, why, and its one button."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy


class Urgency(models.IntegerChoices):
    """What kind of thing it is, the most urgent first."""

    FAILED = 1, gettext_lazy("Not published in time")
    LATE = 2, gettext_lazy("Late")
    REVIEW = 3, gettext_lazy("To review")
    ANSWER = 4, gettext_lazy("Answer not read")
    COMMENT = 5, gettext_lazy("Comments")
    MISSING = 6, gettext_lazy("Missing from the next release")
    THIS_WEEK = 7, gettext_lazy("This week")
    INVITATION = 8, gettext_lazy("Invitation not opened")
    EMPTY = 9, gettext_lazy("Nothing planned")
    BEHIND = 10, gettext_lazy("Translation is behind")


@dataclass
class ToDo:
    """What ``title`` names waits for somebody, who does it by the button ``label``.

    ``at`` orders things of the same urgency, the earliest first; ``lines`` say why, as sentences.
    ``is_post``: the button does it at once; else it opens ``url``. ``said``: other words for the
    urgency. ``language``: of the title.
    """

    urgency: Urgency
    title: str
    url: str
    label: str
    at: date | datetime
    lines: list = field(default_factory=list)
    language: str = ""
    is_post: bool = False
    said: str = ""

    @property
    def kind(self):
        """For the style sheet."""
        return self.urgency.name.lower()

    @property
    def in_words(self):
        return self.said or self.urgency.label

    @property
    def order(self):
        return self.urgency, f"{self.at:%Y%m%d%H%M%S}"
