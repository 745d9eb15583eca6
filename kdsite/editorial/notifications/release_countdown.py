"""What a release still lacks: told to the editors before its time; and once that has come, that
it is not out and why, also to those who write and translate it."""

from datetime import timedelta

from django.utils import timezone

from kdsite.editorial.addresses import (
    edit_url,
    home_url,
    overdue_url,
    review_url,
    slot_url,
)
from kdsite.editorial.models import Mode, Slot
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import tell
from kdsite.editorial.notifications.reminders import title_of
from kdsite.editorial.process_lock import take
from kdsite.editorial.reasons import in_words, reason_for
from kdsite.editorial.releases.closed_writers import sentences, waiting_versions
from kdsite.editorial.releases.readiness import read_state, read_states
from kdsite.editorial.releases.states import State

# How long before the time; the last one that has come is told.
STAGES = [timedelta(days=5), timedelta(days=1), timedelta(hours=1)]
# After a longer standstill nobody is told of old slots.
FORGOTTEN = timedelta(days=14)


def count_down():
    """Tell the editors of each slot near its time what it lacks, once for each stage; and of one
    whose time has come that it is not out.

    Safe to call every minute, and from two processes at once.
    """
    with take("countdown") as mine:
        if not mine:
            return
        now = timezone.now()
        near = Slot.objects.in_use().filter(
            at__gt=now - FORGOTTEN, at__lte=now + STAGES[0], problem=""
        )
        slots = list(near.for_calendar().order_by("at"))
        states = read_states(slots)
        for slot in slots:
            lacks = states[slot.pk].obstacles + _closed_writers(slot)
            if lacks and slot.at > now:
                _tell(slot, now, lacks)
            elif lacks and (slot.is_overdue or not slot.page_id):
                tell_that_it_is_not_out(slot)


def _closed_writers(slot):
    """Before its time: then the release fails, and that has a mail of its own."""
    if slot.is_past or slot.page is None:
        return []
    return sentences(waiting_versions([slot.page]))


def tell_that_it_is_not_out(slot, error=None):
    """To the editors, to whoever writes it, and to the language team whose translation is all that
    is missing; once for each reason.

    :param error: why publishing it failed; without, it lacks something.
    """
    why = type(error).__name__ if error else "lacks"
    facts = {
        "key": f"{slot.pk}:{slot.at.isoformat()}:{why}",
        "page": slot.page,
        "slot": slot,
        "has_failed": error is not None,
        "problem": lambda: in_words(reason_for(error)),
        # In the reader's language, so not before there is a reader.
        "lacks": lambda: read_state(slot).obstacles,
        **title_of(slot),
    }
    link = overdue_url(slot) if slot.page_id else slot_url(slot)
    tell("not_out", recipients.editors(), link=link, is_editor=True, **facts)
    for team, link in [] if error else _teams(read_state(slot)):
        tell("not_out", team, link=link, is_editor=False, **facts)
    link = edit_url(slot.page) if slot.page_id else home_url()
    writers = recipients.writers_of(slot)
    tell("not_out", writers, link=link, is_editor=False, **facts)


def _teams(state):
    """The language teams that the slot waits for, each with where it can go on."""
    if not state.is_approved or state.mode != Mode.TOGETHER:
        return
    for each in state.languages[1:]:
        if each.state.is_done:
            continue
        link = edit_url(each.page) if each.page else home_url()
        if each.state == State.TRANSLATION_IN_REVIEW:
            link = review_url(each.page)
        yield recipients.language_team(each.language), link


def _tell(slot, now, lacks):
    stage = max(
        number for number, before in enumerate(STAGES) if slot.at - before <= now
    )
    tell(
        "release_lacks",
        recipients.editors(),
        key=f"{slot.pk}:{slot.at.isoformat()}:{stage}",
        page=slot.page,
        link=slot_url(slot),
        slot=slot,
        # In the reader's language, so not before there is a reader.
        lacks=lambda: read_state(slot).obstacles + _closed_writers(slot),
        count=len(lacks),
        **title_of(slot),
    )
