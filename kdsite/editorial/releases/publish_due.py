"""What is due goes out: called every minute."""

import logging

from django.conf import settings
from django.db import transaction
from django.utils.translation import override
from wagtail.models import Page

from kdsite.editorial import site_copy
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import Slot, Waiting
from kdsite.editorial.process_lock import take
from kdsite.editorial.reasons import in_words, is_database_away, reason_for
from kdsite.editorial.releases.publish import publish_slot, publish_translation
from kdsite.editorial.releases.waiting import slot_of, waiting_of
from kdsite.editorial.releases.without_slot import translations_due
from kdsite.editorial.signals import release_failed, translation_failed

logger = logging.getLogger(__name__)


def publish_due():
    """Publish everything approved whose time has come, and what waits for no time and is held by
    nothing.

    Safe to call every minute, from two processes at once (the second one does nothing), and
    after days without a call. A release that fails is reported, and the others go out. A copy of
    the site publishes nothing.

    :returns: the releases that were made.
    """
    made = []
    with take("publish_due") as mine:
        if not mine or site_copy.is_copy():
            return made
        made += [release_slot(slot) for slot in Slot.objects.due().holding_approved()]
        made += [_release_translation(page) for page in translations_due()]
    return [release for release in made if release]


def release_page(page, user=None):
    """Publish ``page``, which may wait for its time, if nothing holds it: with its slot, or on its own;
    see :func:`release_slot`. May be called in the transaction of what it waited for.

    :returns: the release, or ``None``.
    """
    slot = slot_of(page)
    if slot:
        return release_slot(slot, user)
    return _release_translation(page, user)


def problem_of(page):
    """Why :func:`release_page` of ``page`` failed, to be read by :func:`.in_words`; empty where it did not."""
    keeps = slot_of(page) or waiting_of(page)
    return keeps.problem if keeps else ""


def release_slot(slot, user=None):
    """Publish what may go out in ``slot`` now; a failure is reported, not raised, but where the
    database is away.

    :returns: the release, or ``None``.
    """
    try:
        with transaction.atomic():
            release = publish_slot(slot, user)
    except Exception as error:
        if is_database_away(error):
            # It is no failure of the release's, and cannot be written down.
            raise
        # It is tried every few seconds, and fails by the same cause each time.
        if in_words(slot.problem) != in_words(reason_for(error)):
            logger.exception("The release of slot %s failed", slot.pk)
            if isinstance(error, Refusal):
                error.sentences = _refused(publish_slot, slot, user)
            Slot.objects.filter(pk=slot.pk).update(problem=reason_for(error))
        release_failed.send_robust(sender=Slot, slot=slot, error=error)
        return None
    if slot.problem and release is None:
        # It no longer fails: it lacks something, and the calendar says what.
        Slot.objects.filter(pk=slot.pk).update(problem="")
    return release


def _release_translation(page, user=None):
    try:
        with transaction.atomic():
            release = publish_translation(page, user)
    except Exception as error:
        if is_database_away(error):
            raise
        if in_words(problem_of(page)) != in_words(reason_for(error)):
            logger.exception("The release of page %s failed", page.pk)
            if isinstance(error, Refusal):
                error.sentences = _refused(publish_translation, page, user)
            Waiting.objects.filter(page=page.pk).update(problem=reason_for(error))
        translation_failed.send_robust(sender=Page, page=page, error=error)
        return None
    if release is None:
        # It no longer fails: it lacks something.
        Waiting.objects.filter(page=page.pk).exclude(problem="").update(problem="")
    return release


def _refused(publish, what, user):
    """Why the rule refuses to ``publish(what, user)``, by language code; nothing is published. Its
    sentence is one in the language of whoever asks, so it is asked in each."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            try:
                with transaction.atomic():
                    publish(what, user)
                    transaction.set_rollback(True)
            except Exception as error:  # noqa: BLE001 - whatever it fails by is its reason
                found[code] = in_words(reason_for(error))
    return found
