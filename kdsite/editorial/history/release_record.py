"""The record: who did what on the way to a release, from Wagtail's audit log.

Nothing is stored here, so nothing can be changed: the log is written by the acts themselves, and
outlives the pages.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.models import PageLogEntry

from kdsite.editorial.models.words import Role


class Act(models.TextChoices):
    """What somebody did, in the words of the rule."""

    WROTE = "wrote", gettext_lazy("Wrote")
    TRANSLATED = "translated", gettext_lazy("Translated")
    CHANGED = "changed", pgettext_lazy("what somebody did", "Changed")
    CORRECTED = "corrected", gettext_lazy("Corrected in review")
    SUBMITTED = "submitted", gettext_lazy("Sent for review")
    TAKEN_BACK = "taken_back", gettext_lazy("Took back from review")
    ASKED = "asked", gettext_lazy("Asked for changes")
    CONFIRMED = "confirmed", gettext_lazy("Confirmed")
    APPROVED = "approved", pgettext_lazy("what somebody did", "Approved")
    PUBLISHED = "published", gettext_lazy("Published")
    OTHER = "other", pgettext_lazy("what somebody did", "Something else")


ACTS = {
    "editorial.submit": Act.SUBMITTED,
    "editorial.take_back": Act.TAKEN_BACK,
    "wagtail.workflow.reject": Act.ASKED,
    "editorial.approve": Act.APPROVED,
    "wagtail.publish": Act.PUBLISHED,
}
SAVES = {"wagtail.edit", "wagtail.revert"}
WRITING = {Act.WROTE, Act.TRANSLATED, Act.CHANGED, Act.CORRECTED}
# Wagtail's words for what another line says with more of it; the export keeps them. That a page
# was made is logged in the name of its owner, whoever made it: the save that follows tells.
SAID_ELSEWHERE = {
    "wagtail.create",
    "wagtail.copy_for_translation",
    "wagtail.workflow.start",
    "wagtail.workflow.resume",
    "wagtail.workflow.approve",
    "editorial.stand_in",
}
REVIEW_BEGINS = {"wagtail.workflow.start", "wagtail.workflow.resume"}
REVIEW_ENDS = {
    "wagtail.workflow.approve",
    "wagtail.workflow.reject",
    "wagtail.workflow.cancel",
}


@dataclass
class Line:
    """One entry of the log, or in a list several saves in a row by one person."""

    entry: PageLogEntry
    act: Act
    language: str
    role: str = ""
    is_repeated: bool = False
    # Of several saves in a row, which are one line: how many, and when the first one was.
    times: int = 1
    first_at: datetime | None = None

    @property
    def at(self):
        return self.entry.timestamp

    @property
    def title(self):
        """As the page was called then."""
        return self.entry.label

    @property
    def who(self):
        """The account, or the named author who answered without one; else the software."""
        if self.entry.user_id is None:
            return self.entry.data.get("name") or _("The software itself")
        return self.entry.user_display_name

    @property
    def what(self):
        return self.entry.message if self.act == Act.OTHER else self.act.label

    @property
    def role_label(self):
        return Role(self.role).label if self.role in Role.values else ""

    @property
    def is_stand_in(self):
        return self.role == Role.STAND_IN

    @property
    def revision(self):
        """The number of the version, or ``None``."""
        return self.entry.revision_id

    @property
    def comment(self):
        return self.entry.data.get("comment") or ""

    @property
    def address(self):
        return self.entry.data.get("address") or ""


def of_release(release):
    """Every :class:`Line` of the pages of ``release``, since each was public before, in the order
    of time."""
    lines = []
    for released in release.pages.all():
        lines += _since_last_time(released, release.happened_at)
    return _in_order(lines)


def of_slot(slot):
    """The lines of all releases of ``slot``."""
    return _in_order(
        line for release in slot.releases.all() for line in of_release(release)
    )


def shortened(lines):
    """``lines`` for reading: saves in a row by one person as one, and nothing said twice."""
    found, last_of = [], {}
    for line in lines:
        if line.is_repeated:
            continue
        page = line.entry.page_id
        last = last_of.get(page)
        if (
            last
            and line.act in WRITING
            and (last.act, last.entry.user_id) == (line.act, line.entry.user_id)
        ):
            merged = replace(
                line, times=last.times + 1, first_at=last.first_at or last.at
            )
            found[found.index(last)] = last_of[page] = merged
        else:
            found.append(line)
            last_of[page] = line
    return _in_order(found)


def _in_order(lines):
    return sorted(lines, key=lambda line: (line.at, line.entry.pk))


def _since_last_time(released, happened_at):
    """The lines of one page: after the publication before this one, up to this one."""
    entries = (
        PageLogEntry.objects.filter(page_id=released.page_number)
        .select_related("user", "content_type")
        .order_by("timestamp", "pk")
    )
    current = []
    for line in _read(list(entries), released.language):
        current.append(line)
        if line.act == Act.PUBLISHED:
            if line.at >= happened_at:
                return current
            current = []
    # Its publication is not in the log: then nothing can be said about it.
    return []


def _read(entries, language):
    """A line for each entry; what an entry means depends on those before it."""
    translated = any(e.action == "wagtail.copy_for_translation" for e in entries)
    first = Act.TRANSLATED if translated else Act.WROTE
    in_review, was_sent, writers, stand_in = False, False, set(), None
    for number, entry in enumerate(entries):
        act = ACTS.get(entry.action, Act.OTHER)
        role = entry.data.get("role", "")
        if entry.action in SAVES:
            writers.add(entry.user_id)
            new = not was_sent and len(writers) == 1
            act = Act.CORRECTED if in_review else first if new else Act.CHANGED
        elif act == Act.APPROVED and role == Role.AUTHOR:
            act = Act.CONFIRMED
        elif act == Act.ASKED and stand_in == entry.user_id:
            role = Role.STAND_IN
        stand_in = entry.user_id if entry.action == "editorial.stand_in" else None
        if entry.action in REVIEW_BEGINS or act == Act.SUBMITTED:
            in_review = was_sent = True
        elif entry.action in REVIEW_ENDS:
            in_review = False
        following = entries[number + 1].action if number + 1 < len(entries) else ""
        taken_back = following == "editorial.take_back"
        repeated = entry.action in SAID_ELSEWHERE or (
            entry.action == "wagtail.workflow.cancel" and taken_back
        )
        yield Line(entry, act, language, role, is_repeated=repeated)
