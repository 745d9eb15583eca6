"""Where a slot stands: each of its languages, and what keeps it from going out."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.coreutils import get_content_languages
from wagtail.models import Page, WorkflowState

from kdsite.editorial.models import Mode, Slot, Waiting
from kdsite.editorial.releases.closed_writers import waiting_versions
from kdsite.editorial.releases.states import UNWRITTEN, State
from kdsite.editorial.releases.waiting import asked_since
from kdsite.editorial.taken_down import taken_down
from kdsite.editorial.texts.outdated import outdated_ids


@dataclass
class LanguageState:
    """One language of a slot; ``is_late``: its due day has passed and it is not there."""

    language: str
    page: Page | None
    state: State
    is_late: bool = False
    taken_down_at: datetime | None = None


@dataclass
class SlotState:
    """Both languages of a slot, the original's first.

    ``missing``: what a release of both lacks, as sentences; empty: all is there. ``held``: of them
    which author has asked for changes since the original was approved. ``waiting``: the rows
    (:class:`Waiting`) of those that wait for their time, each with its version and whoever wrote it.
    """

    languages: list[LanguageState]
    missing: list[str] = field(default_factory=list)
    mode: Mode = Mode.TOGETHER
    held: list[str] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)

    @property
    def original(self):
        return self.languages[0]

    @property
    def is_empty(self):
        return self.original.state == State.EMPTY

    @property
    def is_late(self):
        return any(each.is_late for each in self.languages)

    @property
    def is_approved(self):
        """Do two people stand behind the original, so that other groups may read it?"""
        return self.original.state.is_approved

    @property
    def obstacles(self):
        """What of :attr:`missing` keeps the slot from going out."""
        together = self.mode == Mode.TOGETHER or not self.is_approved
        return self.missing if together else self.held


def read_state(slot, approved=None):
    """The :class:`SlotState` of one slot.

    :param approved: a version of one of its pages that is taken for approved; so one knows before
        what an approval leads to.
    """
    return _Reader([slot], approved).read(slot)


def read_states(slots):
    """A :class:`SlotState` for each of ``slots`` by its id, in as many queries for a year of
    them as for one."""
    reader = _Reader(slots)
    return {slot.pk: reader.read(slot) for slot in slots}


def is_planned(slot):
    """Has anybody thought about what the slot will hold?"""
    planned = slot.working_title or slot.writer_id or slot.theme_id
    return bool(planned or slot.question_id or slot.note)


class _Reader:
    """Everything that the states of some slots depend on, read at once."""

    def __init__(self, slots, approved=None):
        self.today = timezone.localdate()
        held = Slot.objects.filter(pk__in=[slot.pk for slot in slots])
        keys = Page.objects.filter(pk__in=held.values("page")).values("translation_key")
        pages = list(
            Page.objects.filter(translation_key__in=keys).select_related("locale")
        )
        self.by_id = {page.pk: page for page in pages}
        self.versions = {
            (page.translation_key, page.locale.language_code): page for page in pages
        }
        self.rows = defaultdict(list)
        for row in waiting_versions(pages):
            self.rows[row.page.translation_key].append(row)
        self.waiting = {
            row.page_id: row.revision for rows in self.rows.values() for row in rows
        }
        self.held = asked_since(self.waiting)
        if approved:
            self.held.pop(int(approved.object_id), None)  # Its approver knows.
            self.waiting[int(approved.object_id)] = approved
        self.outdated = outdated_ids(pages, approved)
        self.taken_down = taken_down(pages)
        self.reviews = dict(
            WorkflowState.objects.active()
            .filter(
                base_content_type=ContentType.objects.get_for_model(Page),
                object_id__in=[str(page.pk) for page in pages],
            )
            .values_list("object_id", "status")
        )

    def read(self, slot):
        if slot.is_skipped:
            return SlotState([LanguageState("", None, State.SKIPPED)])
        original = self.by_id.get(slot.page_id)
        if original is None:
            state = State.PLANNED if is_planned(slot) else State.EMPTY
            late = self.today > slot.text_due and not slot.is_past
            return SlotState(
                [LanguageState("", None, state, late)], [_("There is no text yet.")]
            )
        key, language = original.translation_key, original.locale.language_code
        others = [
            (code, self.versions.get((key, code)))
            for code in get_content_languages()
            if code != language
        ]
        held = self.held.get(original.pk, [])
        missing = held + self._missing(original, [page for _code, page in others])
        state = self._original(original, is_complete=not missing)
        late = state in UNWRITTEN and self.today > slot.text_due
        late = late or (slot.is_past and not (state.is_approved or state.is_done))
        # What was public, was there in time; putting it back is a matter of its own.
        late = late and original.pk not in self.taken_down
        found = [self._language(language, original, state, late)]
        for code, page in others:
            state = self._translation(page)
            late = not state.is_done and self.today > slot.translation_due
            late = late and (page is None or page.pk not in self.taken_down)
            found.append(self._language(code, page, state, late))
        return SlotState(found, missing, slot.mode, held, self.rows[key])

    def _language(self, code, page, state, late):
        when = self.taken_down[page.pk][0] if state == State.TAKEN_DOWN else None
        return LanguageState(code, page, state, late, when)

    def _missing(self, original, translations):
        """What was taken down is not missed: somebody wanted it so. It is put back by a review."""
        if self._is_taken_down(original):
            waits = any(page and page.pk in self.waiting for page in translations)
            return [_("The original is taken down.")] if waits else []
        if not (original.live or original.pk in self.waiting):
            return [_("The original is not approved yet.")]
        found = []
        for page in translations:
            if page is None:
                found.append(_("The translation has not been started."))
            elif page.live or self._is_taken_down(page):
                continue
            elif page.pk not in self.waiting:
                found.append(_("The translation is not approved yet."))
            elif page.pk in self.outdated:
                found.append(_("The translation was made from an older text."))
        return found

    def _original(self, page, is_complete):
        if page.live:
            return State.LIVE
        if page.pk in self.waiting:
            return State.READY if is_complete else State.APPROVED
        status = self.reviews.get(str(page.pk))
        if status == WorkflowState.STATUS_IN_PROGRESS:
            return State.IN_REVIEW
        if status == WorkflowState.STATUS_NEEDS_CHANGES:
            return State.CHANGES
        return State.TAKEN_DOWN if self._is_taken_down(page) else State.DRAFT

    def _is_taken_down(self, page):
        """It was public, and nothing of it waits to be again."""
        return page.pk in self.taken_down and page.pk not in self.waiting

    def _translation(self, page):
        if page is None:
            return State.MISSING
        shown = page.live or page.pk in self.waiting
        if shown and page.pk in self.outdated:
            return State.OUTDATED
        state = self._original(page, is_complete=True)
        return State.TRANSLATION_IN_REVIEW if state == State.IN_REVIEW else state
