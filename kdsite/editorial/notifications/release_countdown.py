"""What a release still lacks: told to the editors before its time, and when it has come."""

from datetime import timedelta

from django.utils import timezone

from kdsite.editorial.addresses import slot_url
from kdsite.editorial.models import Slot
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import tell
from kdsite.editorial.process_lock import take
from kdsite.editorial.releases.closed_writers import sentences, waiting_versions
from kdsite.editorial.releases.readiness import read_state, read_states

# How long before the time; the last one that has come is told.
STAGES = [timedelta(days=5), timedelta(days=1), timedelta(hours=1), timedelta()]
# After a longer standstill nobody is told of old slots.
FORGOTTEN = timedelta(days=14)


def count_down():
    """Tell the editors of each slot near its time what it lacks, once for each stage.

    Safe to call every minute, and from two processes at once.
    """
    with take("countdown") as mine:
        if not mine:
            return
        now = timezone.now()
        near = Slot.objects.in_use().filter(
            at__gt=now - FORGOTTEN, at__lte=now + STAGES[0], problem=""
        )
        slots = list(near.select_related("page").order_by("at"))
        states = read_states(slots)
        for slot in slots:
            if lacks := states[slot.pk].obstacles + _closed_writers(slot):
                _tell(slot, now, lacks)


def _closed_writers(slot):
    """Before its time: then the release fails, and that has a mail of its own."""
    if slot.is_past or slot.page is None:
        return []
    return sentences(waiting_versions([slot.page]))


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
        is_due=slot.at <= now,
        # In the reader's language, so not before there is a reader.
        lacks=lambda: read_state(slot).obstacles + _closed_writers(slot),
        count=len(lacks),
        **({} if slot.page_id else {"title": slot.working_title}),
    )
