"""Several pages, one moment: a page, its translation and its companions go out together."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page, WorkflowState

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import (
    Companion,
    Mode,
    Release,
    Slot,
    Waiting,
)
from kdsite.editorial.page_kinds import original_of, translation_of
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.publishing import guard
from kdsite.editorial.signals import released, releasing
from kdsite.editorial.texts.fingerprints import fingerprint_of


def slot_of(page):
    """The slot in which ``page``, an original or a translation, goes out; or ``None``."""
    return (
        Slot.objects.in_use()
        .filter(page__translation_key=page.translation_key)
        .select_related("page")
        .first()
    )


def waiting(page):
    """The row that says that ``page`` is approved and waits for its time, or ``None``."""
    return (
        Waiting.objects.filter(page_id=page.pk)
        .select_related("revision", "approved_by")
        .first()
    )


def approved_version(page):
    """The text of ``page`` that two people stand behind, or ``None``.

    What is public; else what waits for its time; else what was approved with another page.
    """
    if page.live:
        return page.specific
    row = waiting(page)
    if row:
        return row.revision.as_object()
    revision = page.latest_revision
    never_public = page.first_published_at is None and not page.workflow_in_progress
    if revision and never_public and approval_rule.is_backed(revision):
        return revision.as_object()
    return None


def settle(page, user=None):
    """Called when the review of ``page`` ended well: publish it now, or let it wait.

    :raises NotApproved: two different people do not stand behind the newest revision.
    """
    page = guard.lock_page(page.pk).specific
    revision = page.latest_revision
    guard.check_backed(revision)
    if _goes_with_another(page):
        return
    original = original_of(page)
    slot = slot_of(page)
    alone = slot is None and (original.pk == page.pk or original.live)
    if page.live or alone:
        _publish([revision], None, user)
        return
    Waiting.objects.update_or_create(
        page_id=page.pk, defaults={"revision": revision, "approved_by": user}
    )
    if slot:
        go(slot, user)


def _goes_with_another(page):
    """Is ``page`` decided on together with a page whose review goes on?"""
    return Companion.objects.filter(
        page_id=page.pk, leader__status=WorkflowState.STATUS_IN_PROGRESS
    ).exists()


def missing(slot):
    """What keeps both languages of ``slot`` from going out, as sentences; empty: all is there."""
    if slot.page_id is None:
        return [_("There is no text yet.")]
    original = Page.objects.get(pk=slot.page_id)
    text = approved_version(original)
    if text is None:
        return [_("The original is not approved yet.")]
    found = []
    for locale in Locale.objects.exclude(pk=original.locale_id):
        page = original.get_translation_or_none(locale)
        if page and page.live:
            continue
        row = waiting(page) if page else None
        if page is None:
            found.append(_("The translation has not been started."))
        elif row is None:
            found.append(_("The translation is not approved yet."))
        elif not is_current(row.revision, text):
            found.append(_("The translation was made from an older text."))
    return found


def is_current(revision, original):
    """Was this revision of a translation made from this version of the original?"""
    basis = getattr(revision, "translated_from", None)
    return basis is None or basis.matches(fingerprint_of(original))


@transaction.atomic
def go(slot, user=None):
    """Make public what may go out in ``slot`` now, in one transaction.

    :returns: the :class:`Release`, or ``None`` where its time has not come or nothing may go.
    """
    if slot.page_id is None:
        return None
    original = guard.lock_page(slot.page_id)
    slot = Slot.objects.select_for_update().get(pk=slot.pk)
    if slot.is_skipped or not slot.is_past or slot.page_id != original.pk:
        return None
    if slot.mode == Mode.TOGETHER and missing(slot):
        return None
    text = approved_version(original)
    if text is None:
        return None
    pages = [original, *original.get_translations()]
    rows = [row for page in pages if (row := waiting(page))]
    revisions = [
        row.revision
        for row in rows
        if row.page_id == original.pk or is_current(row.revision, text)
    ]
    if not revisions:
        return None
    return _publish(revisions, slot, user)


def _publish(revisions, slot, user):
    """Publish ``revisions`` with the companions of their pages, and write it down."""
    release = Release.objects.create(
        slot=slot, due_at=slot.at if slot else None, happened_at=timezone.now()
    )
    for revision in revisions:
        page = revision.as_object()
        for companion in page.companions():
            if (
                companion.first_published_at is None
                and companion.latest_revision
                and not companion.workflow_in_progress
                and approval_rule.is_backed(companion.latest_revision)
            ):
                _publish_one(release, companion.latest_revision, user)
        _publish_one(release, revision, user)
    if slot:
        slot.problem = ""
        slot.save(update_fields=["problem"])
    releasing.send(sender=Release, release=release, revisions=revisions, user=user)
    transaction.on_commit(
        lambda: released.send_robust(sender=Release, release=release), robust=True
    )
    return release


def _publish_one(release, revision, user):
    page = guard.lock_page(revision.object_id)
    guard.publish(revision, user)
    Waiting.objects.filter(page_id=page.pk).delete()
    page.refresh_from_db()
    release.pages.create(
        page_id=page.pk,
        revision=revision,
        title=page.title,
        language=page.locale.language_code,
        is_first=page.first_published_at == page.last_published_at,
    )


@transaction.atomic
def back_to_draft(page, user):
    """Take an approved page out of its release before its time; it is a draft again.

    The draft is a version of its own, saved in the name of whoever wrote it: the approval
    was for going out as it was.

    :raises Conflict: it does not wait.
    :raises Refusal: ``user`` is no editor.
    """
    if not runs_the_site(user):
        raise Refusal(_("An editor takes an approved page back to draft."))
    page = guard.lock_page(page.pk).specific
    row = waiting(page)
    if row is None:
        raise Conflict(_("This page does not wait for its time."))
    row.delete()
    draft = page.get_latest_revision_as_object().save_revision(
        user=row.revision.user, clean=False
    )
    basis = getattr(row.revision, "translated_from", None)
    if translation_of(page) and basis:
        basis.pk = None
        basis.revision = draft
        basis.save()
    log(
        instance=page,
        action="editorial.back_to_draft",
        user=user,
        revision=row.revision,
    )
