"""Where a writer's texts stand, in words: who has it, since when, and what is asked of them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import WorkflowState
from wagtail_localize.models import Translation

from blog.models import BlogPage
from kdsite.editorial.addresses import edit_url
from kdsite.editorial.models import Slot
from kdsite.editorial.releases.waiting import slot_of, waiting_of
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
        .select_related("latest_revision__user", "locale")
        .prefetch_related("bylines__author")
        .defer("body")
    )


def standings(user, drafts):
    """A :class:`Standing` for each of ``drafts`` (:func:`drafts_of`): first what waits for ``user``,
    then the newest."""
    found = [standing(page, user) for page in drafts]
    found.sort(key=lambda each: each.page.latest_revision_created_at, reverse=True)
    return sorted(found, key=lambda each: not each.asked)


def standing(page, user):
    """Where ``page`` stands, as ``user`` should know it."""
    slot = slot_of(page)
    waiting = waiting_of(page)
    state = page.current_workflow_state
    if waiting:
        found = _approved(page, waiting, slot)
    elif state and state.status == WorkflowState.STATUS_IN_PROGRESS:
        found = _in_review(page, state.current_task_state, user)
    elif state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        found = _came_back(page, state.current_task_state)
    elif not page.live and page.first_published_at:
        found = _taken_down(page)
    else:
        found = _draft(page, user)
    found.slot = None if page.first_published_at else slot
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


def _in_review(page, task_state, user):
    found = Standing(
        page, _("The editorial team is reading it."), task_state.started_at
    )
    if any(name == "approve" for name, *_rest in choices.actions(page, user)):
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


def _taken_down(page):
    when, why = taken_down([page]).get(page.pk, (page.last_published_at, ""))
    day = {"day": date_format(timezone.localtime(when), "SHORT_DATE_FORMAT")}
    who = _("Taken down on %(day)s. Readers do not see it.")
    if version := page.get_translations().live().select_related("locale").first():
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
    pages = {page.page_ptr_id: page for page in drafts}
    slots = (
        Slot.objects.in_use()
        .upcoming()
        .filter(Q(writer=user, page=None) | Q(page__in=list(pages)))
    )
    found = []
    for slot in slots:
        page = pages.get(slot.page_id)
        # What was public once has been sent in time; whether it is put back, nobody expects.
        if page and (
            page.first_published_at or page.workflow_in_progress or waiting_of(page)
        ):
            continue
        late = slot.text_due < timezone.localdate()
        found.append(Deadline(slot, page, slot.text_due, late))
    return min(found, key=lambda each: each.due, default=None)
