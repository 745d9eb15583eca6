"""A page, its translation and their companions become public together."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from kdsite.editorial.follow_ups.queue import gathered
from kdsite.editorial.models import (
    Release,
    ReleasedPage,
    Slot,
    Waiting,
)
from kdsite.editorial.page_kinds import is_translation
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.fate import Fate, fate_of, goes_along, pages_due
from kdsite.editorial.releases.left_out import why_out
from kdsite.editorial.releases.waiting import slot_of, waiting_of
from kdsite.editorial.releases.without_slot import holding
from kdsite.editorial.signals import released, releasing


def publish_or_wait(page, user=None):
    """Called when the review of ``page`` ended well: publish it now, or let it wait.

    :raises NotApproved: two different people do not stand behind the newest revision.
    """
    page = guard.lock_page(page.pk).specific
    revision = page.get_latest_revision()
    guard.check_backed(revision)
    fate, slot = fate_of(page)
    if fate == Fate.WITH_ANOTHER:
        return
    if fate == Fate.AT_ONCE:
        along = [row.revision for row in goes_along(page, revision, slot)]
        _publish([revision, *along], None, user)
        return
    row = waiting_of(page) or Waiting(page=page)
    row.revision, row.approved_by = revision, user
    row.save()
    if slot:
        publish_slot(slot, user)


@transaction.atomic
def publish_slot(slot, user=None):
    """Make public what may go out in ``slot`` now, in one transaction.

    :returns: the :class:`Release`, or ``None`` where its time has not come or nothing may go.
    """
    if slot.page_id is None:
        return None
    original = guard.lock_page(slot.page_id)
    slot = Slot.objects.select_for_update().get(pk=slot.pk)
    pages = pages_due(slot) if slot.page_id == original.pk else []
    if not pages:
        return None
    return _publish([waiting_of(page).revision for page in pages], slot, user)


@transaction.atomic
def publish_translation(page, user=None):
    """Make public the translation ``page`` that is approved and that no slot takes out.

    :returns: the :class:`Release`, or ``None`` where it does not wait so, or something holds it.
    """
    page = guard.lock_page(page.pk)
    row = waiting_of(page)
    if row is None or slot_of(page) or not is_translation(page) or holding(page):
        return None
    return _publish([row.revision], None, user)


def _publish(revisions, slot, user):
    """Publish ``revisions`` with the companions of their pages, and write it down."""
    release = Release.objects.create(
        slot=slot, due_at=slot.at if slot else None, happened_at=timezone.now()
    )
    rows, stay = [], []
    with gathered():
        for revision in revisions:
            page = revision.content_object
            left = []
            for companion in page.companions(revision.content):
                newest = companion.get_latest_revision()
                if newest and _goes_along(companion, newest):
                    rows.append(_publish_one(newest, user))
                elif newest:
                    left.append(companion)
            stay += _write_down(page, revision, why_out(left))
            rows.append(_publish_one(revision, user))
        release.write_down(rows)
        Waiting.objects.filter(page_id__in=[row.page_id for row in rows]).delete()
        if slot and slot.problem:
            slot.problem = ""
            slot.save(update_fields=["problem"])
        releasing.send(
            sender=Release,
            release=release,
            revisions=revisions,
            user=user,
            left_out=stay,
        )
    transaction.on_commit(
        lambda: released.send_robust(sender=Release, release=release), robust=True
    )
    return release


def _goes_along(companion, newest):
    return (
        companion.first_published_at is None
        and not companion.workflow_in_progress
        and approval_rule.is_backed(newest)
    )


def _write_down(page, revision, left):
    """On the record of ``page``: what goes out without it, and why.

    :returns: ``left``, a list of :class:`.LeftOut`.
    """
    for each in left:
        log(
            instance=page,
            action="editorial.left_out",
            revision=revision,
            data={
                "name": each.page.title,
                "why": each.why.value,
                "is_translation": bool(each.into),
            },
        )
    return left


def _publish_one(revision, user):
    """:returns: the :class:`ReleasedPage`, which is not written down yet."""
    page = guard.publish(revision, user)
    return ReleasedPage(
        page_id=page.pk,
        revision=revision,
        title=page.title,
        language=page.locale.language_code,
        is_first=page.first_published_at == page.last_published_at,
    )
