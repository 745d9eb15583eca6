"""What is due goes out: called every minute."""

import logging

from django.db import transaction

from kdsite.editorial import site_copy
from kdsite.editorial.models import Slot
from kdsite.editorial.process_lock import take
from kdsite.editorial.reasons import reason_for
from kdsite.editorial.releases.publish import publish_slot
from kdsite.editorial.signals import release_failed

logger = logging.getLogger(__name__)


def publish_due():
    """Publish everything approved whose time has come.

    Safe to call every minute, from two processes at once (the second one does nothing), and
    after days without a call. A release that fails is reported, and the others go out. A copy of
    the site publishes nothing.

    :returns: the releases that were made.
    """
    made = []
    with take("publish_due") as mine:
        if not mine or site_copy.is_copy():
            return made
        for slot in list(Slot.objects.due().holding_approved()):
            release = release_slot(slot)
            made += [release] if release else []
    return made


def release_slot(slot, user=None):
    """Publish what may go out in ``slot`` now; a failure is reported, not raised.

    :returns: the release, or ``None``.
    """
    try:
        with transaction.atomic(durable=True):
            release = publish_slot(slot, user)
    except Exception as error:
        # It is tried every few seconds, and fails by the same cause each time.
        if slot.problem != reason_for(error):
            logger.exception("The release of slot %s failed", slot.pk)
        _report(slot, error)
        return None
    if slot.problem and release is None:
        # It no longer fails: it lacks something, and the calendar says what.
        Slot.objects.filter(pk=slot.pk).update(problem="")
    return release


def _report(slot, error):
    Slot.objects.filter(pk=slot.pk).update(problem=reason_for(error))
    release_failed.send_robust(sender=Slot, slot=slot, error=error)
