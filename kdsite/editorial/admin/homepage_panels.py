"""What waits for whom, on the front page of the admin."""

from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, Page, TaskState
from wagtail_localize.models import Translation

from kdsite.editorial import site_copy
from kdsite.editorial.admin.page_screen import approved_url
from kdsite.editorial.models import Companion, Waiting
from kdsite.editorial.notifications.comments import to_answer
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.policy import permissions
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.hearing import can_hear_no
from kdsite.editorial.policy.many_decisions import decisions_on
from kdsite.editorial.policy.staffing import short_groups
from kdsite.editorial.releases.waiting import asked_since
from kdsite.editorial.review import choices
from kdsite.editorial.taken_down import taken_down
from kdsite.editorial.texts import translation_strings
from kdsite.editorial.translations.translating import task_for


class SiteCopyPanel(Component):
    """First on the front page of a copy of the site, for those who run it: it is none."""

    name = "site_copy"
    template_name = "editorial/panels/site_copy.html"
    order = 5

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return {
            "shown": permissions.runs_the_site(self.user) and site_copy.is_copy(),
        }


class WaitingForReviewPanel(Component):
    """Pages in review on which this person can decide, oldest first; then what waits for its time, and
    for them to read an author's answer."""

    name = "waiting_for_review"
    template_name = "editorial/panels/waiting.html"
    order = 100

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        items = [*waiting_for(request.user), *held_for(request.user)]
        return {"items": items, "request": request}


def waiting_for(user):
    """What of everything in review ``user`` may decide on: the page, who sent it and when."""
    states = (
        TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
        .select_related("workflow_state", "workflow_state__requested_by")
        .order_by("started_at")
    )
    accompanying = set(Companion.objects.in_review().values_list("page_id", flat=True))
    ids = [
        state.workflow_state.object_id
        for state in states
        if int(state.workflow_state.object_id) not in accompanying
    ]
    pages = Page.objects.filter(pk__in=ids).specific().prefetch_workflow_states()
    decisions = decisions_on(list(pages))
    found = []
    for state in states:
        decision = decisions.get(int(state.workflow_state.object_id))
        if decision is None:
            continue
        actions = choices.actions(decision.page, user, decision)
        if {"approve", "read"} & {name for name, _label, _comment in actions}:
            sender = state.workflow_state.requested_by
            found.append(
                {"page": decision.page, "by": sender, "since": state.started_at}
            )
    return found


def held_for(user):
    """What is approved and held by an author's “no”, which ``user`` may end by having read it; as
    :func:`waiting_for`, with the sentence ``asked``."""
    rows = Waiting.objects.select_related("page", "revision__user").order_by("since")
    rows = list(rows)
    asked = asked_since({row.page_id: row.revision for row in rows})
    return [
        {
            "page": row.page,
            "by": row.revision.user,
            "since": row.since,
            "asked": " ".join(asked[row.page_id]),
        }
        for row in rows
        if row.page_id in asked
        and can_hear_no(user, Decision(row.page.specific, row.revision))
    ]


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

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return {"groups": [] if permissions.is_guest(self.user) else short_groups()}


class ToTranslatePanel(Component):
    """Published originals that wait for this person's language."""

    name = "to_translate"
    template_name = "editorial/panels/to_translate.html"
    order = 110

    def __init__(self, user):
        self.user = user

    @cached_property
    def locales(self):
        return [
            locale
            for locale in Locale.objects.all()
            if (task := task_for(locale)) and task.has_member(self.user)
        ]

    def get_context_data(self, parent_context):
        items = [item for locale in self.locales for item in untranslated(locale)]
        started = [item for locale in self.locales for item in unfinished(locale)]
        return {
            "items": items,
            "started": started,
            "shown": bool(self.locales),
            "csrf_token": parent_context["csrf_token"],
            "request": parent_context["request"],
        }


def untranslated(locale, limit=20):
    """Approved originals in another language that have no page in ``locale``: what is public,
    newest first, after what waits for its time."""
    twin = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale=locale
    )
    pages = (
        Page.objects.filter(Q(live=True) | Q(waiting__isnull=False), depth__gt=1)
        .exclude(locale=locale)
        .filter(~Exists(twin))
        .order_by(F("waiting__since").asc(nulls_last=True), "-first_published_at")[
            :limit
        ]
    )
    return [
        {"page": page, "locale": locale, "url": approved_url(page)} for page in pages
    ]


def unfinished(locale, limit=20):
    """Translations into ``locale`` that somebody started, or that came back with a comment."""
    keys = Translation.objects.filter(target_locale=locale).values("source__object_id")
    pages = (
        Page.objects.filter(locale=locale, translation_key__in=keys)
        .filter(Q(live=False) | Q(has_unpublished_changes=True), waiting=None)
        .order_by("-latest_revision_created_at")
        .prefetch_workflow_states()
    )
    pages = [page for page in pages[:limit] if not page.workflow_in_progress]
    since = taken_down(pages)
    return [
        {
            "page": page,
            "taken_down": since.get(page.pk),
            "missing": translation_strings.missing(translation_of(page)),
            "state": page.current_workflow_state,
        }
        for page in pages
    ]
