"""Where the editorial work enters Wagtail's admin."""

from django.http import Http404
from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.contrib.settings.registry import register_setting
from wagtail_localize import wagtail_hooks as localize_hooks

from kdsite.editorial.admin import urls
from kdsite.editorial.admin.approvers import asked_changes
from kdsite.editorial.admin.calendar.choose_slot import calendar_buttons
from kdsite.editorial.admin.calendar.homepage_panel import NextSlotsPanel
from kdsite.editorial.admin.calendar.rhythm_saved import fill_calendar, show_before
from kdsite.editorial.admin.calendar.viewset import slot_viewset
from kdsite.editorial.admin.homepage_panels import (
    ShortGroupsPanel,
    SiteCopyPanel,
    ToTranslatePanel,
)
from kdsite.editorial.admin.mail_choice import MailChoicePanel
from kdsite.editorial.admin.outdated_translations import outdated_menu_item
from kdsite.editorial.admin.overdue import UndonePanel
from kdsite.editorial.admin.pages import action_menu
from kdsite.editorial.admin.pages.buttons import page_buttons
from kdsite.editorial.admin.pages.listing import with_times_of_taking_down
from kdsite.editorial.admin.pages.viewset import page_viewset
from kdsite.editorial.admin.release_record import releases_menu_item
from kdsite.editorial.admin.strings import urls as string_urls
from kdsite.editorial.admin.to_do import of_reading, of_releases, of_slots
from kdsite.editorial.admin.to_do.desk import Desk
from kdsite.editorial.admin.to_do.of_translations import translations_behind
from kdsite.editorial.admin.to_do.panel import ToDoPanel
from kdsite.editorial.admin.translating import screen
from kdsite.editorial.admin.translating.glossary import glossary_viewset
from kdsite.editorial.calendar.changes import register_slot_actions
from kdsite.editorial.history import site_record
from kdsite.editorial.history.log_actions import register_log_actions
from kdsite.editorial.models import Rhythm
from kdsite.editorial.notifications.comments import follow
from kdsite.editorial.policy import permissions
from kdsite.editorial.publishing import protected_files


@hooks.register("register_admin_viewset")
def register_page_viewset():
    return page_viewset


@hooks.register("register_admin_viewset")
def register_calendar():
    return slot_viewset


@hooks.register("register_admin_viewset")
def register_glossary():
    return glossary_viewset


register_setting(Rhythm, icon="calendar-alt")
hooks.register("before_edit_setting", show_before)
hooks.register("after_edit_setting", fill_calendar)
hooks.register("register_log_actions", register_slot_actions)
hooks.register("register_page_header_buttons", calendar_buttons)
hooks.register("register_page_listing_more_buttons", calendar_buttons)


@hooks.register("register_admin_urls", order=-1)
def register_string_urls():
    """Before those of wagtail-localize, whose views they take the place of."""
    return [path("localize/translate/", include(string_urls))]


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("editorial/", include(urls))]


@hooks.register("register_account_settings_panel")
def register_mail_choice(request, user, profile):
    return MailChoicePanel(request, user, profile)


hooks.register("construct_page_action_menu", action_menu.arrange)
# Before the others, and wagtail-localize: a translation is edited in a table.
hooks.register("before_edit_page", screen.open_table, order=-1)
# Not of a translation, whose table says it in its own place.
hooks.register("before_edit_page", asked_changes.tell_what_to_change, order=1)
hooks.register("before_edit_page", follow)
hooks.register("construct_page_chooser_queryset", permissions.narrow_chooser)


@hooks.register("before_serve_document")
def keep_unread_documents_in(document, request):
    """A file is not for readers before a public page shows it, or a private link the draft."""
    if getattr(request, "opened_by_link", None) == document.pk:
        return
    if not protected_files.may_read(document, request):
        raise Http404


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    """What must be done comes first; Wagtail's own lists of the same go, with that of locked pages,
    which is a report; for guests all of its lists."""
    user = request.user
    stock = (
        WorkflowObjectsToModeratePanel,
        UserObjectsInWorkflowModerationPanel,
        LockedPagesPanel,
    )
    if permissions.is_guest(user):
        stock += (RecentEditsPanel,)
    panels[:] = [panel for panel in panels if not isinstance(panel, stock)]
    desk = Desk(user)
    if desk.runs_the_site:
        panels += [SiteCopyPanel(), UndonePanel(), NextSlotsPanel(desk)]
    panels += [
        ToDoPanel(desk),
        ShortGroupsPanel(user, desk.tasks),
        ToTranslatePanel(user),
    ]


for source in (
    of_releases.releases_not_out,
    of_reading.reading,
    of_slots.slots_waiting,
    translations_behind,
):
    hooks.register("register_to_do", source)


@hooks.register("construct_homepage_summary_items", order=1000)
def count_nothing(request, items):
    """How many pages and pictures there are asks nobody to do anything."""
    items.clear()


def _without_localize_buttons():
    """Its “Translate this page” and “Sync translated pages” would publish; ours takes their place."""
    for name in ("register_page_header_buttons", "register_page_listing_more_buttons"):
        registered = hooks._hooks.get(name, [])
        registered[:] = [
            entry
            for entry in registered
            if entry[0] is not localize_hooks.page_listing_more_buttons
        ]


_without_localize_buttons()


hooks.register("register_page_header_buttons", page_buttons)
hooks.register("register_page_listing_more_buttons", page_buttons)
hooks.register("construct_explorer_page_queryset", with_times_of_taking_down)
hooks.register("register_log_actions", register_log_actions)
hooks.register("register_log_actions", site_record.register_log_actions)


@hooks.register("register_reports_menu_item")
def register_outdated_menu_item():
    return outdated_menu_item


@hooks.register("register_reports_menu_item")
def register_releases_menu_item():
    return releases_menu_item


@hooks.register("insert_global_admin_css")
def admin_css():
    sheets = [
        (static(f"css/{name}.css"),)
        for name in ("admin_theme", "admin", "calendar", "translating")
    ]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)
