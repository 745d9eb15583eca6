"""What becomes of a page when its review ends well: the one answer for the button and for the act."""

from dataclasses import dataclass, field
from enum import Enum, auto

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from kdsite.editorial.models import Companion, ReleasedPage, Slot, Waiting
from kdsite.editorial.models.words import Role, Word
from kdsite.editorial.page_kinds import is_translation, original_of
from kdsite.editorial.policy import standing
from kdsite.editorial.policy.approval_rule import (
    can_author_confirm,
    is_backed,
    role_if_any,
)
from kdsite.editorial.policy.hearing import can_read
from kdsite.editorial.policy.two_people import why_one
from kdsite.editorial.releases.readiness import SlotState, read_state
from kdsite.editorial.releases.waiting import is_current, slot_of, waiting_of
from kdsite.editorial.review.author_confirmation import current_author
from kdsite.editorial.review.choices import role_of_along


class Fate(Enum):
    """What an approval leads to."""

    # Somebody else must approve as well; nothing else happens.
    ONE_MORE = auto()
    # It is decided on together with another page, whose review goes on.
    WITH_ANOTHER = auto()
    AT_ONCE = auto()
    WAITS = auto()


@dataclass
class Prospect:
    """:class:`Fate`, and where the page waits: ``slot`` with its ``state`` as it is then; ``pages``:
    which pages go out at once; ``why`` one more must approve, where it is not plain."""

    fate: Fate
    slot: Slot | None = None
    state: SlotState | None = None
    pages: list = field(default_factory=list)
    why: str = ""


def fate_of(page):
    """What happens to ``page`` once two people stand behind it.

    :returns: ``(fate, slot)``, the slot in which it goes out, if any.
    """
    if Companion.objects.in_review().filter(page_id=page.pk).exists():
        return Fate.WITH_ANOTHER, None
    slot = slot_of(page)
    if page.live or (slot is None and _needs_no_other(page)):
        return Fate.AT_ONCE, slot
    return Fate.WAITS, slot


def _needs_no_other(page):
    """Is it an original, or a translation of what readers have?"""
    if not is_translation(page):
        return True
    original = original_of(page)
    return original.pk == page.pk or original.live


def goes_along(page, revision, slot):
    """What goes out with ``revision`` of ``page`` at once: the rows (:class:`Waiting`) of approved
    translations that were made from it, and that no slot takes out. They were put back before it.

    :param slot: the one in which ``page`` goes out, if any.
    """
    if slot or is_translation(page):
        return []
    rows = Waiting.objects.filter(page__translation_key=page.translation_key)
    rows = list(rows.exclude(page_id=page.pk).select_related("page", "revision"))
    text = revision.as_object() if rows else None
    return [row for row in rows if is_current(row.revision, text)]


def pages_due(slot, state=None):
    """The pages of ``slot`` that go out now; none where its time has not come, or something that
    it waits for is missing.

    :param state: the slot's state, where the caller has it.
    """
    if slot.page_id is None or slot.is_skipped or not slot.is_past:
        return []
    state = state or read_state(slot)
    if state.obstacles:
        return []
    return [each.page for each in state.languages if each.state.waits]


def prospect_of(decision, user):
    """The :class:`Prospect` of the version if ``user`` approves it now; ``None`` where they may not."""
    role = role_if_any(user, decision)
    if role is None:
        return None
    if _leaves_one_more(decision, Word(user=user, role=role)):
        why = why_one(user, decision.writer) or _closed_writer(decision)
        return Prospect(Fate.ONE_MORE, why=why)
    return _once_backed(decision.page, decision.revision)


def _closed_writer(decision):
    """That the account of whoever saved the version is closed, as a sentence; empty where it is not."""
    writer = decision.revision.user
    if writer is None or writer.is_active:
        return ""
    return _(
        "%(name)s saved this version last, and that account is closed: so two others approve it."
    ) % {"name": get_user_display_name(writer)}


def prospect_of_reading(decision, user):
    """The :class:`Prospect` if ``user`` says now that they have read what an author answered
    (:func:`.author_confirmation.read`), which may let the second word count that was missing;
    ``None`` where they may not."""
    page = decision.page
    if not can_read(user, decision):
        return None
    if waiting_of(page):
        return _once_backed(page, decision.revision)
    draft = decision.revision.as_object()
    counts = can_author_confirm(decision) and any(
        current_author(word.link, draft)
        for word, is_heard in standing.yes_to(decision.words, decision.revision)
        if word.link
        and not word.role
        and (is_heard or standing.may_hear(word.link, decision.revision, user))
    )
    was_public = ReleasedPage.objects.filter(revision=decision.revision).exists()
    word = Word(role=Role.AUTHOR)
    if not counts or was_public or _leaves_one_more(decision, word):
        return Prospect(Fate.ONE_MORE)
    return _once_backed(page, decision.revision)


def _once_backed(page, revision):
    fate, slot = fate_of(page)
    if fate != Fate.WAITS or slot is None:
        pages = []
        if fate == Fate.AT_ONCE:
            pages = [page, *(row.page for row in goes_along(page, revision, slot))]
        return Prospect(fate, slot, pages=pages)
    state = read_state(slot, approved=revision)
    pages = pages_due(slot, state)
    return Prospect(Fate.AT_ONCE if pages else fate, slot, state, pages)


def is_approved_with_it(decision, user):
    """Do two people stand behind a companion once ``user`` approves the page that it goes with?

    :param decision: on the companion.
    """
    if is_backed(decision.revision, words=decision.words):
        return True
    role = role_of_along(decision, user)
    word = Word(user=user, role=role or "")
    return role is not None and not _leaves_one_more(decision, word)


def _leaves_one_more(decision, word):
    """Would two people not yet stand behind the version with this word as well?"""
    writer, counting = decision.writer, decision.approvals
    is_savers = word.user and word.user_id == decision.revision.user_id
    if is_savers and not (writer and word.role):
        # See :func:`.standing.last_writer`.
        writer = word.user
    return not standing.are_enough(writer, [*counting, word] if word.role else counting)
