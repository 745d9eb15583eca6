"""Where a writer's texts stand, in words: who has it, since when, and what is asked of them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation

from blog.models import BlogPage
from blog.writer.progress import steps, translated
from kdsite.editorial.addresses import edit_url
from kdsite.editorial.models import Slot
from kdsite.editorial.policy.many_decisions import decisions_on
from kdsite.editorial.review import choices
from kdsite.editorial.taken_down import taken_down


@dataclass
class Standing:
    """One draft and where it stands."""

    page: BlogPage
    # Who has it, in a sentence.
    who: str
    since: datetime | None
    # What is asked of this person, in a sentence; empty: nothing.
    asked: str = ""
    comment: str = ""
    slot: Slot | None = None
    url: str = ""
    others: list = field(default_factory=list)
    # Of a text that readers have not seen yet: see :mod:`.progress`.
    steps: list = field(default_factory=list)


def drafts_of(user):
    """Posts that ``user`` owns or is named in, and that readers do not see as they stand now."""
    translation = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale_id=OuterRef("locale_id"),
    )
    return (
        BlogPage.objects.filter(Q(owner=user) | Q(bylines__author__user=user))
        .filter(Q(live=False) | Q(has_unpublished_changes=True))
        # A translation keeps the owner of its original, who has no say in it.
        .filter(~Exists(translation))
        .distinct()
        .select_related("latest_revision__user", "locale", "slot", "waiting")
        .prefetch_related("bylines__author")
        # Only so Wagtail reads the reviews of pages of one kind.
        .specific(defer=True)
        .prefetch_workflow_states()
        .defer("body")
    )


def standings(user, drafts):
    """A :class:`Standing` for each of ``drafts`` (:func:`drafts_of`): first what waits for ``user``,
    then the newest. In as many queries for many as for one."""
    around = _Around(drafts)
    found = [_standing(page, user, around) for page in drafts]
    found.sort(key=lambda each: each.page.latest_revision_created_at, reverse=True)
    return sorted(found, key=lambda each: not each.asked)


class _Around:
    """What the standing of some drafts depends on and was not read with them, read at once."""

    def __init__(self, drafts):
        states = [page.current_workflow_state for page in drafts]
        ended = [state.current_task_state for state in states if state]
        prefetch_related_objects([each for each in ended if each], "finished_by")
        in_review = [page for page in drafts if page.workflow_in_progress]
        versions = {page.pk: page.latest_revision for page in in_review}
        self.decisions = decisions_on(in_review, versions) if in_review else {}
        self.translated = translated([page for page in drafts if _waiting(page)])
        down = [page for page in drafts if _is_down(page)]
        self.taken_down = taken_down(down)
        self.public = {}
        if down:
            public = Page.objects.live().select_related("locale")
            keys = [page.translation_key for page in down]
            for version in public.filter(translation_key__in=keys):
                self.public.setdefault(version.translation_key, version)


def _is_down(page):
    return not page.live and page.first_published_at


def _waiting(page):
    """The row that says that it is approved and waits for its time, as it was read with it."""
    return getattr(page, "waiting", None)


def _slot(page):
    """The slot that holds it, as it was read with it."""
    slot = getattr(page, "slot", None)
    return None if slot and slot.is_skipped else slot


def _standing(page, user, around):
    """Where ``page`` stands, as ``user`` should know it."""
    slot, waiting = _slot(page), _waiting(page)
    state = page.current_workflow_state
    if waiting:
        found = _approved(page, waiting, slot)
    elif state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        decision = around.decisions[page.pk]
        found = _in_review(page, state.current_task_state, user, decision)
    elif state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        found = _came_back(page, state.current_task_state)
    elif _is_down(page):
        found = _taken_down(page, around)
    else:
        found = _draft(page, user)
    found.slot = None if page.first_published_at else slot
    if not page.first_published_at:
        is_translated = page.translation_key in around.translated
        is_sent = bool(waiting or page.workflow_in_progress)
        found.steps = steps(is_sent, bool(waiting), is_translated, slot)
    found.others = [
        byline.name
        for byline in page.bylines.all()
        if byline.author is None or byline.author.user_id != user.pk
    ]
    found.url = found.url or edit_url(page)
    return found


def _approved(page, waiting, slot):
    who = _("Approved. It waits for its time.")
    if slot and slot.is_past:
        who = _("Approved. Something else is not ready, so it is not public yet.")
    return Standing(page, who, waiting.since)


def _in_review(page, task_state, user, decision):
    found = Standing(
        page, _("The editorial team is reading it."), task_state.started_at
    )
    if any(name == "approve" for name, *_rest in choices.actions(page, user, decision)):
        found.asked = _("An editor has corrected it. Read it, and say if you agree.")
        found.url = reverse("editorial:review", args=[page.pk])
    return found


def _came_back(page, task_state):
    name = get_user_display_name(task_state.finished_by)
    return Standing(
        page,
        _("You have it back. %(name)s asks for changes:") % {"name": name},
        task_state.finished_at,
        asked=_("Change the text and send it again."),
        comment=task_state.comment,
    )


def _taken_down(page, around):
    when, why = around.taken_down.get(page.pk, (page.last_published_at, ""))
    day = {"day": date_format(timezone.localtime(when), "SHORT_DATE_FORMAT")}
    who = _("Taken down on %(day)s. Readers do not see it.")
    if version := around.public.get(page.translation_key):
        who = _("Taken down on %(day)s. Readers see it in Finnish only.")
        if version.locale.language_code == "sv":
            who = _("Taken down on %(day)s. Readers see it in Swedish only.")
    return Standing(page, who % day, None, comment=why)


def _draft(page, user):
    revision = page.latest_revision
    saved_by = revision.user if revision else None
    who = _("You have it. It is a draft.")
    if page.live:
        who = _("You have it. Readers see the version before this one.")
    elif saved_by and saved_by != user:
        who = _("You have it. It was last saved by this person: %(name)s.") % {
            "name": get_user_display_name(saved_by)
        }
    since = revision.created_at if revision else page.latest_revision_created_at
    return Standing(
        page, who, since, asked=_("Write, and send it for review when it is ready.")
    )


@dataclass
class Deadline:
    """The next day by which ``user`` is to send a text."""

    slot: Slot
    page: BlogPage | None
    due: date
    is_late: bool


def next_deadline(user, drafts):
    """The first :class:`Deadline` of what ``user`` has not sent yet, or ``None``; ``drafts`` are those
    of :func:`drafts_of`.

    From the slots that they are planned for, and those that hold a text of theirs.
    """
    planned = Slot.objects.in_use().upcoming().filter(writer=user, page=None)
    expected = [(slot, None) for slot in planned]
    expected += [
        (slot, page)
        for page in drafts
        if (slot := _slot(page)) and not (slot.is_past or _is_sent(page))
    ]
    today = timezone.localdate()
    found = [
        Deadline(slot, page, slot.text_due, slot.text_due < today)
        for slot, page in sorted(expected, key=lambda each: each[0].at)
    ]
    return min(found, key=lambda each: each.due, default=None)


def _is_sent(page):
    """What was public once has been sent in time; whether it is put back, nobody expects."""
    return page.first_published_at or page.workflow_in_progress or _waiting(page)
