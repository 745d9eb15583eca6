"""What the calendar shows of each slot, and to whom."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision

from kdsite.editorial.addresses import edit_url, review_url
from kdsite.editorial.models import Mode, Slot
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.reasons import in_words
from kdsite.editorial.releases.closed_writers import sentences
from kdsite.editorial.releases.left_out import left_out
from kdsite.editorial.releases.readiness import SlotState, read_states
from kdsite.editorial.releases.states import State


@dataclass
class Step:
    """Where somebody does what a slot waits for, and what that is called."""

    url: str
    label: str


@dataclass
class Entry:
    """One slot as somebody may see it; ``is_open``: with the words of its plan or text."""

    slot: Slot
    local: datetime
    state: SlotState
    is_open: bool
    title: str = ""
    # Where the text is read or written; empty: nowhere.
    url: str = ""
    writers: list = field(default_factory=list)
    themes: list = field(default_factory=list)
    question: str = ""
    # What belongs to its text and does not go out with it, as sentences; editors see it.
    left_out: list = field(default_factory=list)
    # What the door will say, as sentences, while nobody has met it; editors see it.
    closed_writers: list = field(default_factory=list)

    @property
    def is_empty(self):
        return self.state.is_empty

    @property
    def may_move(self):
        """Does it hold a text that can be put into another slot?"""
        return bool(self.slot.page_id) and not self.slot.page.live

    @property
    def is_free(self):
        """Can a text be put here?"""
        held = self.slot.page_id or self.slot.is_skipped
        return not held and not self.slot.is_past

    @property
    def is_late(self):
        return self.state.is_late

    @property
    def is_overdue(self):
        """Its time came, and it is not out: see :meth:`.SlotQuerySet.overdue`."""
        return getattr(self.slot, "is_overdue", False)

    @property
    def step(self):
        """The next :class:`Step` towards its release; ``None``: nothing is missing any more."""
        for each in self.state.languages:
            is_original = each is self.state.original
            if each.state.is_approved or each.state == State.TAKEN_DOWN:
                continue
            if not is_original and self.state.mode == Mode.ORIGINAL_FIRST:
                continue
            if each.page is None:
                return Step(edit_url(self.slot.page_id), _("Open the page"))
            if each.state in (State.IN_REVIEW, State.TRANSLATION_IN_REVIEW):
                return Step(review_url(each.page), _("Open the review"))
            label = _("Open the page") if is_original else _("Open the translation")
            return Step(edit_url(each.page), label)
        return self.answer_step

    @property
    def answer_step(self):
        """Where the answer is read by which an author has asked for changes, if any."""
        if not self.state.held:
            return None
        return Step(review_url(self.state.original.page), _("Read the answer"))

    @property
    def early_step(self):
        """What can be done already of what is approved and does not go out; ``None``: nothing."""
        for each in self.state.languages:
            if each.state == State.OUTDATED and not each.page.live:
                url = reverse("editorial:comparison", args=[each.page.pk])
                return Step(url, _("See what the translation lacks"))
        return self.answer_step

    @property
    def has_failed(self):
        """Its time came, it was ready, and publishing it failed."""
        waits = any(each.state.waits for each in self.state.languages)
        return bool(self.slot.problem) and self.slot.is_past and waits

    @property
    def why(self):
        """What went wrong, in words."""
        return in_words(self.slot.problem)


def entries(slots, user):
    """An :class:`Entry` for each of ``slots``, in their order.

    Editors see everything. Others see the words of a slot only when two people stand behind its
    text; until then what state it is in. The number of queries is the same for a year of slots.
    """
    states = read_states(slots)
    everything = runs_the_site(user)
    open_slots = [s for s in slots if everything or states[s.pk].is_approved]
    rows = [row for slot in open_slots for row in states[slot.pk].waiting]
    words = _Words(open_slots, rows, everything)
    found = []
    for slot in slots:
        is_open = slot in open_slots
        entry = Entry(slot, timezone.localtime(slot.at), states[slot.pk], is_open)
        if is_open:
            words.fill(entry)
        found.append(entry)
    return found


class _Words:
    """The titles, writers, themes and questions of slots, read at once."""

    def __init__(self, slots, rows, everything):
        self.everything = everything
        pages = [slot.page for slot in slots if slot.page_id]
        self.waiting = {row.page_id: row.revision_id for row in rows}
        self.left_out = defaultdict(list)
        found = left_out([row.revision for row in rows]) if everything else {}
        for row in rows:
            self.left_out[row.page.translation_key] += found.get(row.page_id, [])
        self.said = calendar_facts_of(pages, lambda page: page.live and not everything)
        ids = {slot.theme_id for slot in slots} | {slot.question_id for slot in slots}
        for said in self.said.values():
            ids |= {said.get("question"), *said.get("themes", [])}
        wanted = Page.objects.filter(
            pk__in=[each for each in ids if isinstance(each, int)]
        )
        self.titles = {
            page.pk: page.get_admin_display_title() if everything else page.title
            for page in (wanted if everything else wanted.live())
        }

    def fill(self, entry):
        slot, page = entry.slot, entry.slot.page
        said = self.said.get(slot.page_id, {})
        entry.title = self._title(page) if page else slot.working_title
        entry.url = self._url(page) if page else ""
        if page and page.translation_key in self.left_out:
            entry.left_out = [str(each) for each in self.left_out[page.translation_key]]
        if page and self.everything and not entry.has_failed:
            entry.closed_writers = sentences(entry.state.waiting)
        entry.writers = said.get("writers") or self._invited(slot)
        themes = said.get("themes") or [slot.theme_id]
        entry.themes = [self.titles[each] for each in themes if each in self.titles]
        question = said.get("question") or slot.question_id
        entry.question = self.titles.get(question, "")
        if isinstance(question, str):
            entry.question = question

    def _invited(self, slot):
        person = slot.writer or (slot.page and slot.page.owner)
        return [get_user_display_name(person)] if person else []

    def _title(self, page):
        return page.title if page.live and not self.everything else page.draft_title

    def _url(self, page):
        if self.everything:
            return edit_url(page)
        if page.pk in self.waiting:
            return reverse("editorial:preview", args=[page.pk, self.waiting[page.pk]])
        return page.url


def calendar_facts_of(pages, as_public=lambda page: False):
    """What the newest version of each of ``pages`` says of its writers, themes and question.

    :param as_public: asked of each page, whether its public version counts instead.
    :returns: a dict from page id to what :meth:`ModeratedPage.calendar_facts` gives; one query.
    """
    models = {page.pk: page.specific_class for page in pages}
    shown = [
        page.live_revision_id if as_public(page) else page.latest_revision_id
        for page in pages
        if hasattr(models[page.pk], "calendar_facts")
    ]
    return {
        int(revision.object_id): models[int(revision.object_id)].calendar_facts(
            revision.content
        )
        for revision in Revision.objects.filter(pk__in=shown)
    }
