"""What the calendar expects of people: each reminder once, to those who can act.

Who is reminded of what day is decided anew each time, so a slot that moves or a day that is
set otherwise reminds for its new day.
"""

from datetime import time, timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from kdsite.editorial.addresses import review_url, slot_url
from kdsite.editorial.models import Companion, Slot
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import kept_apart, tell
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.process_lock import take
from kdsite.editorial.releases.readiness import read_states
from kdsite.editorial.releases.states import UNWRITTEN, State

# Nobody is reminded at night.
NOT_BEFORE = time(7)
BEFORE_TEXT = timedelta(days=3)
REVIEW_WAITS = timedelta(days=3)
BEFORE_EMPTY_SLOT = timedelta(days=21)
BEFORE_MISSING_TRANSLATION = timedelta(days=5)

_reminders = []


def reminder(function):
    """Register ``function``; it gets the local day, and tells whom it wants to."""
    _reminders.append(function)
    return function


def remind():
    """Call every reminder; safe to call often, and from two processes at once."""
    now = timezone.localtime()
    if now.time() < NOT_BEFORE:
        return
    with take("reminders") as mine:
        if not mine:
            return
        for function in _reminders:
            with kept_apart(function.__name__):
                function(now.date())


@reminder
def of_slots(today):
    """Texts that are due or overdue, slots that stand empty, translations that are missing."""
    slots = list(Slot.objects.in_use().upcoming().for_calendar())
    states = read_states(slots)
    for slot in slots:
        _of_text(slot, states[slot.pk].original.state, today)
        _of_empty_slot(slot, states[slot.pk], today)
        _of_translations(slot, states[slot.pk], today)


def _of_text(slot, state, today):
    """To whoever writes it, three days before; once it is late, to the editors, too."""
    people = recipients.writers_of(slot)
    if state not in UNWRITTEN or not people or today < slot.text_due - BEFORE_TEXT:
        return
    event = "text_due"
    if today > slot.text_due:
        event, people = "text_late", people | set(recipients.editors())
    tell(
        event,
        people,
        key=f"{slot.pk}:{slot.text_due}",
        page=slot.page,
        link="" if slot.page_id else reverse("wagtailadmin_home"),
        slot=slot,
        **title_of(slot),
    )


def _of_empty_slot(slot, state, today):
    """To the editors, three weeks before."""
    if state.is_empty and today >= slot.day - BEFORE_EMPTY_SLOT:
        tell(
            "slot_empty",
            recipients.editors(),
            key=f"{slot.pk}:{slot.day}",
            link=slot_url(slot),
            slot=slot,
        )


def _of_translations(slot, state, today):
    """To those who translate or approve, five days before, once the original is approved."""
    if not state.is_approved or today < slot.day - BEFORE_MISSING_TRANSLATION:
        return
    for each in state.languages[1:]:
        if each.state.is_done:
            continue
        in_review = each.state == State.TRANSLATION_IN_REVIEW
        tell(
            "translation_missing",
            recipients.can_decide(each.page)
            if in_review
            else recipients.language_team(each.language),
            key=f"{slot.pk}:{slot.day}:{each.language}",
            page=slot.page,
            link=review_url(each.page) if in_review else reverse("wagtailadmin_home"),
            slot=slot,
            in_review=in_review,
        )


@reminder
def of_reviews(today):
    """To those who can decide, once a review has waited for three days."""
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        started_at__lte=timezone.now() - REVIEW_WAITS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    accompanying = set(Companion.objects.in_review().values_list("page_id", flat=True))
    for task_state in waiting.select_related("workflow_state"):
        page = task_state.workflow_state.content_object
        if not isinstance(page, Page) or page.pk in accompanying:
            continue
        tell(
            "review_waits",
            recipients.can_decide(page),
            key=task_state.pk,
            page=page,
            link=review_url(page),
            since=task_state.started_at,
            is_translation=bool(translation_of(page)),
        )


def title_of(slot):
    """What a slot without a page is called; a page has its own title."""
    return {} if slot.page_id else {"title": slot.working_title}
