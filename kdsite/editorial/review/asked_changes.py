"""What reviewers asked to have changed, as a list that the writer ticks off."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState

from kdsite.editorial.models import AskedChange
from kdsite.editorial.publishing import guard

# Longer words are an answer to a mail.
LONGEST_WORD = 1000


@dataclass
class Line:
    """One line of a comment, with the writer's mark and word."""

    number: int
    text: str
    is_done: bool = False
    word: str = ""


@dataclass
class Asked:
    """One person's comment as lines; ``pk`` is that of Wagtail's task state."""

    pk: int
    name: str
    at: datetime
    lines: list[Line]

    @property
    def is_answered(self):
        """Has the writer said something about every line?"""
        return all(line.is_done or line.word for line in self.lines)


def asked_of(page, reader=None):
    """What was asked when ``page`` came back last, and before it what ``reader`` asked last, if
    that was another time; the newest first. Only since readers last got a new version.

    :returns: a list of :class:`Asked`.
    """
    rows = TaskState.objects.filter(
        status=TaskState.STATUS_REJECTED,
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        workflow_state__object_id=str(page.pk),
    ).exclude(comment="")
    if page.last_published_at:
        rows = rows.filter(finished_at__gt=page.last_published_at)
    rows = rows.select_related("finished_by").prefetch_related("asked_changes")
    rows = list(rows.order_by("-finished_at", "-pk"))
    own = [row for row in rows if reader and row.finished_by_id == reader.pk]
    return [_asked(row) for row in dict.fromkeys(rows[:1] + own[:1])]


def waits_for_answer(page):
    """Was something asked of ``page`` that its writer has said nothing about yet?"""
    return not all(asked.is_answered for asked in asked_of(page))


def _asked(row):
    marks = {mark.number: mark for mark in row.asked_changes.all()}
    lines = [
        Line(number, text, mark.is_done, mark.word)
        if (mark := marks.get(number))
        else Line(number, text)
        for number, text in enumerate(lines_of(row.comment))
    ]
    name = get_user_display_name(row.finished_by)
    return Asked(row.pk, name, row.finished_at, lines)


def lines_of(comment):
    """The lines of ``comment`` that hold words, without the dash or dot that began them."""
    lines = (line.strip().lstrip("-–•*").strip() for line in comment.splitlines())
    return [line for line in lines if line]


@transaction.atomic
def mark(page, user, marks):
    """Keep what ``user`` says was done; lines that are not in ``marks`` stay as they are.

    :param marks: ``{(task state's id, line's number): (is done, word)}``; what is not asked of
        ``page`` now is passed over.
    """
    guard.lock_page(page.pk)
    for asked in asked_of(page):
        for line in asked.lines:
            is_done, word = marks.get((asked.pk, line.number), (None, ""))
            word = word.strip()[:LONGEST_WORD]
            if is_done is None or (is_done, word) == (line.is_done, line.word):
                continue
            AskedChange.objects.update_or_create(
                decision_id=asked.pk,
                number=line.number,
                defaults={
                    "text": line.text,
                    "is_done": is_done,
                    "word": word,
                    "by": user,
                    "at": timezone.now(),
                },
            )
