"""What is approved and waits for its time."""

from django.db.models import Exists, OuterRef
from wagtail.models import Page

from kdsite.editorial.models import Slot, Waiting, Word
from kdsite.editorial.policy import approval_rule, standing
from kdsite.editorial.texts.fingerprints import fingerprint_of


def slot_of(page):
    """The slot in which ``page``, an original or a translation, goes out; or ``None``."""
    return (
        Slot.objects.in_use()
        .filter(page__translation_key=page.translation_key)
        .select_related("page")
        .first()
    )


def slots_of(pages):
    """:func:`slot_of` of each of ``pages`` that has one, by its translation key; in one query."""
    if not pages:
        return {}
    keys = [page.translation_key for page in pages]
    slots = Slot.objects.in_use().filter(page__translation_key__in=keys)
    slots = slots.select_related("page").order_by("-at")
    return {slot.page.translation_key: slot for slot in slots}


def waiting_of(page):
    """The row that says that ``page`` is approved and waits for its time, or ``None``."""
    return (
        Waiting.objects.filter(page_id=page.pk)
        .select_related("revision__user", "approved_by")
        .first()
    )


def asked_since(waiting):
    """What authors have asked for since their page was approved (:func:`.standing.holding`), as a list
    of sentences by the page's id; in one query.

    :param waiting: the version that waits, by the page's id.
    """
    words = Word.objects.of_pages(waiting)
    held = {pk: standing.holding(words[pk], waiting[pk]) for pk in waiting}
    return {pk: [standing.asked_for_changes(each)] for pk, each in held.items() if each}


def approved_version(page):
    """The text of ``page`` that two people stand behind, or ``None``.

    What is public; else what waits for its time; else what was approved with another page.
    """
    if page.live:
        return page.specific
    row = waiting_of(page)
    if row:
        return row.revision.as_object()
    revision = page.latest_revision
    never_public = page.first_published_at is None and not page.workflow_in_progress
    if revision and never_public and approval_rule.is_backed(revision):
        return revision.as_object()
    return None


def is_current(revision, original):
    """Was this revision of a translation made from this version of the original?"""
    basis = getattr(revision, "translated_from", None)
    return basis is None or basis.matches(fingerprint_of(original))


def waiting_without_slot():
    """Approved pages that wait, and that no slot will take out; the oldest first."""
    slot = Slot.objects.in_use().filter(
        page__translation_key=OuterRef("translation_key")
    )
    return (
        Page.objects.filter(waiting__in=Waiting.objects.all())
        .filter(~Exists(slot))
        .order_by("waiting__since")
        .select_related("locale", "waiting")
    )
