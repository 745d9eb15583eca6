"""What waits for whom, on the front page of the admin."""

from django.db.models import Exists, F, IntegerField, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState
from wagtail_localize.models import Translation

from kdsite.editorial import site_copy
from kdsite.editorial.admin.page_screen import approved_url
from kdsite.editorial.models import Companion, Waiting
from kdsite.editorial.notifications.comments import to_answer
from kdsite.editorial.policy import permissions, standing
from kdsite.editorial.policy.deciding_groups import languages_decided_by
from kdsite.editorial.policy.hearing import can_hear_no
from kdsite.editorial.policy.many_decisions import decisions_on
from kdsite.editorial.policy.staffing import short_groups
from kdsite.editorial.review import choices
from kdsite.editorial.taken_down import taken_down
from kdsite.editorial.texts.left_to_do import left_of_pages
from kdsite.editorial.translations.table.claims import claimed_by, due_days


class SiteCopyPanel(Component):
    """First on the front page of a copy of the site, for those who run it: it is none."""

    name = "site_copy"
    template_name = "editorial/panels/site_copy.html"
    order = 5

    def get_context_data(self, parent_context):
        return {"shown": site_copy.is_copy()}


class WaitingForReviewPanel(Component):
    """Pages in review on which this person can decide, oldest first; then what waits for its time, and
    for them to read an author's answer."""

    name = "waiting_for_review"
    template_name = "editorial/panels/waiting.html"
    order = 100

    def __init__(self, tasks):
        self.tasks = tasks

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        return {"items": waiting_for(request.user, self.tasks), "request": request}


def waiting_for(user, tasks=None):
    """What of everything in review ``user`` may decide on: the page, who sent it and when. Then what is
    approved and held by an author's “no”, which they may end by having read it: also with the sentence
    ``asked``.

    :param tasks: :meth:`.ReviewTask.in_use`, where the caller has read them.
    """
    states, rows = list(_in_review()), list(_approved())
    ids = {int(state.workflow_state.object_id) for state in states}
    pages = (
        Page.objects.filter(pk__in=ids | {row.page_id for row in rows})
        .select_related("locale", "latest_revision__user")
        .in_bulk()
    )
    for page in pages.values():
        # What waits for its time is in no review.
        page._current_workflow_states = []
    for state in states:
        if page := pages.get(int(state.workflow_state.object_id)):
            page._current_workflow_states.append(state.workflow_state)
    decisions = decisions_on(
        [page.specific_deferred for page in pages.values()],
        {pk: page.latest_revision for pk, page in pages.items()}
        | {row.page_id: row.revision for row in rows},
        tasks,
    )
    found = []
    for state in states:
        pk = int(state.workflow_state.object_id)
        if pk in decisions and _may_decide(user, decisions[pk]):
            sender = state.workflow_state.requested_by
            found.append({"page": pages[pk], "by": sender, "since": state.started_at})
    for row in rows:
        decision = decisions[row.page_id]
        if can_hear_no(user, decision):
            item = {"page": pages[row.page_id], "by": row.revision.user}
            asked = standing.asked_for_changes(decision.held)
            found.append(item | {"since": row.since, "asked": asked})
    return found


def _in_review():
    """The reviews in progress, the longest first; not those of what is decided on with another page."""
    accompanying = Companion.objects.in_review().filter(
        page_id=Cast(OuterRef("workflow_state__object_id"), IntegerField())
    )
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    states = states.filter(~Exists(accompanying))
    return states.select_related("workflow_state__requested_by").order_by("started_at")


def _approved():
    """What waits for its time, the longest first."""
    return Waiting.objects.select_related("revision__user").order_by("since")


def _may_decide(user, decision):
    offered = choices.actions(decision.page, user, decision)
    return bool({"approve", "read"} & {name for name, _label, _comment in offered})


class CommentsPanel(Component):
    """Comments at a place in a text that wait for an answer of this person."""

    name = "comments"
    template_name = "editorial/panels/comments.html"
    order = 140

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return {"items": to_answer(self.user)}


class ShortGroupsPanel(Component):
    """Which group has too few people to publish; for everybody who decides on something."""

    name = "short_groups"
    template_name = "editorial/panels/short_groups.html"
    order = 90

    def __init__(self, user, tasks):
        self.user, self.tasks = user, tasks

    def get_context_data(self, parent_context):
        shown = not permissions.is_guest(self.user)
        return {"groups": short_groups(self.tasks) if shown else []}


class ToTranslatePanel(Component):
    """Published originals that wait for this person's language."""

    name = "to_translate"
    template_name = "editorial/panels/to_translate.html"
    order = 110

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        languages = sorted(languages_decided_by(self.user, only_in_use=True))
        return {
            "items": [item for each in languages for item in untranslated(each)],
            "started": [item for each in languages for item in unfinished(each)],
            "shown": bool(languages),
            "csrf_token": parent_context["csrf_token"],
            "request": parent_context["request"],
        }


def untranslated(language, limit=20):
    """Approved originals in another language that have no page in ``language`` (its code): what is
    public, newest first, after what waits for its time."""
    twin = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=language
    )
    pages = (
        Page.objects.filter(Q(live=True) | Q(waiting__isnull=False), depth__gt=1)
        .exclude(locale__language_code=language)
        .filter(~Exists(twin))
        .select_related("waiting")
        .order_by(F("waiting__since").asc(nulls_last=True), "-first_published_at")[
            :limit
        ]
    )
    return [
        {"page": page, "language": language, "url": approved_url(page)}
        for page in pages
    ]


def unfinished(language, limit=20):
    """Translations into ``language`` (its code) that somebody started, or that came back with a
    comment."""
    records = Translation.objects.filter(target_locale__language_code=language)
    pages = (
        Page.objects.filter(
            locale__language_code=language,
            translation_key__in=records.values("source__object_id"),
        )
        .filter(Q(live=False) | Q(has_unpublished_changes=True), waiting=None)
        .order_by("-latest_revision_created_at")
        .prefetch_workflow_states()
    )
    pages = [page for page in pages[:limit] if not page.workflow_in_progress]
    since = taken_down(pages)
    left = left_of_pages(records, pages)
    by_key = {
        record.source.object_id: record
        for record in records.filter(
            source__object_id__in=[page.translation_key for page in pages]
        ).select_related("source")
    }
    claimed, due = claimed_by(by_key.values()), due_days(by_key)
    return [
        {
            "page": page,
            "taken_down": since.get(page.pk),
            "left": left[page.translation_key],
            "claimed_by": claimed.get(by_key[page.translation_key].pk),
            "due": due.get(page.translation_key),
            "state": page.current_workflow_state,
        }
        for page in pages
    ]
