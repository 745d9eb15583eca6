"""Changing the calendar: checked where it happens, logged, and released when its time has come."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log

from kdsite.editorial.models import Rhythm, Slot
from kdsite.editorial.publishing import guard
from kdsite.editorial.signals import slot_moved

# What is planned for a text, and moves with it.
PLAN = ("mode", "working_title", "writer_id", "theme_id", "question_id", "note")


@transaction.atomic
def change(slot, user, write=None):
    """Write ``slot`` as it has been filled in, and log what became of its time and its page.

    Checks it once more now that nobody else can decide on the pages or fill the same moment.

    :param write: saves it, where something else than ``slot.save`` does.
    :raises ValidationError: with a sentence, where the slot cannot be as it is asked to be.
    """
    before = Slot.objects.filter(pk=slot.pk).first()
    _lock({each.page_id for each in (before, slot) if each and each.page_id})
    before = Slot.objects.select_for_update().filter(pk=slot.pk).first()
    slot.clean()
    if before:
        slot.is_moved = slot.is_moved or before.at != slot.at
        # A release may have failed, or gone out, since the slot was read.
        slot.problem = before.problem
    (write or slot.save)()
    _log(before, slot, user)


def _lock(page_ids):
    """One change of the calendar after another, and none while its pages are decided on."""
    # The rhythm's row stands for the whole calendar.
    list(Rhythm.objects.select_for_update())
    for page_id in sorted(page_ids):
        guard.lock_page(page_id)


@transaction.atomic
def put_into(slot, page, user):
    """Let ``page``, an original, go out in ``slot``, which is free. Where another slot holds it, it
    leaves that one with its plan, and what was planned for ``slot`` takes their place; it stays
    approved, if it is.

    :raises ValidationError: with a sentence, where it cannot be.
    """
    _lock({page.pk})
    slot = Slot.objects.select_for_update().get(pk=slot.pk)
    if slot.page_id or slot.is_skipped:
        raise ValidationError(_("This slot is not free any more: choose another one."))
    left = Slot.objects.select_for_update().filter(page_id=page.pk).first()
    if left:
        _move(left, slot, user)
    else:
        slot.page_id = page.pk
        change(slot, user)


def _move(left, slot, user):
    """The text of ``left`` into ``slot``."""
    if slot.is_past:
        raise ValidationError(_("This time has passed already: choose one to come."))
    page_id, left.page, left.problem = left.page_id, None, ""
    for name in PLAN:
        here, there = getattr(left, name), getattr(slot, name)
        setattr(left, name, there)
        setattr(slot, name, here)
    left.save()
    slot.page_id = page_id
    slot.clean()
    slot.save()
    moments = {"before": left.at.isoformat(), "at": slot.at.isoformat()}
    log(
        instance=slot.original,
        action="editorial.slot_moved",
        user=user,
        data=moments,
    )
    _tell(slot.page, left.at, slot.at, user)


def _log(before, slot, user):
    moment = {"at": slot.at.isoformat()}
    if before and before.at != slot.at:
        data = {"before": before.at.isoformat()} | moment
        log(instance=_about(slot), action="editorial.slot_moved", user=user, data=data)
        if slot.page_id and before.page_id == slot.page_id:
            _tell(slot.page, before.at, slot.at, user)
    was, now = before and before.original, slot.original
    if was != now:
        if was:
            log(instance=was, action="editorial.slot_left", user=user, data=moment)
            _tell(was, before.at, None, user)
        if now:
            log(instance=now, action="editorial.slot_taken", user=user, data=moment)
            _tell(now, None, slot.at, user)
    if slot.is_skipped != bool(before and before.is_skipped):
        action = "editorial.slot_skipped" if slot.is_skipped else "editorial.slot_used"
        log(instance=slot, action=action, user=user, data=moment)


def _tell(page, before, at, user):
    slot_moved.send(sender=Slot, page=page, before=before, at=at, user=user)


def _about(slot):
    """A page has its history where people look for it; else the slot has one of its own."""
    return slot.original or slot


SENTENCES = {
    "slot_moved": gettext_lazy("Moved from %(before)s to %(at)s"),
    "slot_taken": gettext_lazy("Put into the calendar: %(at)s"),
    "slot_left": gettext_lazy("Taken out of the calendar: %(at)s"),
    "slot_skipped": gettext_lazy("This time is skipped"),
    "slot_used": gettext_lazy("This time is used again"),
}


def register_slot_actions(actions):
    """What the histories of pages and slots say about it (Wagtail's ``register_log_actions``)."""
    for name, sentence in SENTENCES.items():
        actions.register_action(f"editorial.{name}")(_formatter(sentence))


def _formatter(words):
    class SlotFormatter(LogFormatter):
        label = gettext_lazy("Calendar")

        def format_message(self, entry):
            moments = {name: _shown(value) for name, value in entry.data.items()}
            return str(words) % moments

    return SlotFormatter


def _shown(moment):
    local = timezone.localtime(datetime.fromisoformat(moment))
    return date_format(local, "SHORT_DATETIME_FORMAT")
