"""What else waits for whom, on the front page of the admin, below what must be done."""

from django.db.models import Exists, F, OuterRef, Q
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail_localize.models import Translation

from kdsite.editorial import site_copy
from kdsite.editorial.admin.page_screen import approved_url
from kdsite.editorial.models import Slot
from kdsite.editorial.policy import permissions
from kdsite.editorial.policy.deciding_groups import languages_decided_by
from kdsite.editorial.policy.staffing import short_groups
from kdsite.editorial.taken_down import taken_down
from kdsite.editorial.texts.left_to_do import left_of_pages
from kdsite.editorial.translations.table.claims import with_plans


class SiteCopyPanel(Component):
    """First on the front page of a copy of the site, for those who run it: it is none."""

    name = "site_copy"
    template_name = "editorial/panels/site_copy.html"
    order = 5

    def get_context_data(self, parent_context):
        return {"shown": site_copy.is_copy()}


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
        .select_related("waiting", "slot")
        .order_by(F("waiting__since").asc(nulls_last=True), "-first_published_at")[
            :limit
        ]
    )
    return [
        {
            "page": page,
            "language": language,
            "url": approved_url(page),
            "slot": getattr(page, "slot", None),
        }
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
    pages = with_plans(pages)[:limit]
    pages = [page for page in pages if not page.workflow_in_progress]
    since = taken_down(pages)
    left = left_of_pages(records, pages)
    return [
        {
            "page": page,
            "taken_down": since.get(page.pk),
            "left": left[page.translation_key],
            "translator": page.translator,
            "state": page.current_workflow_state,
            "slot": page.out_at
            and Slot(at=page.out_at, own_translation_due=page.own_due),
        }
        for page in pages
    ]
