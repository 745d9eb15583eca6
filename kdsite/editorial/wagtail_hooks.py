"""Where the editorial work enters Wagtail's admin."""

from django.http import Http404
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Locale
from wagtail_localize import wagtail_hooks as localize_hooks

from kdsite.editorial import files, menu, permissions, rule, urls
from kdsite.editorial.kinds import translation_of
from kdsite.editorial.panels import ToTranslatePanel, WaitingForReviewPanel
from kdsite.editorial.translation import may_translate
from kdsite.editorial.viewsets import page_viewset


@hooks.register("register_admin_viewset")
def register_page_viewset():
    return page_viewset


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("editorial/", include(urls))]


hooks.register("construct_page_action_menu", menu.arrange)
hooks.register("construct_page_chooser_queryset", permissions.narrow_chooser)


@hooks.register("before_serve_document")
def keep_unread_documents_in(document, request):
    """A file is not for readers before a public page shows it."""
    if not files.may_read(document, request.user):
        raise Http404


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    """What waits for this person comes first; Wagtail's own lists of the same go."""
    panels[:] = [
        panel
        for panel in panels
        if not isinstance(panel, WorkflowObjectsToModeratePanel)
    ]
    panels += [WaitingForReviewPanel(), ToTranslatePanel(request.user)]


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


def page_buttons(page, user, view_name=None, next_url=None):
    """“Translate into …”, “Review” and “Facts” on a page's menu."""
    page = page.specific_deferred
    if page.live and not translation_of(page):
        for locale in Locale.objects.exclude(pk=page.locale_id):
            if may_translate(user, page, locale):
                yield Button(
                    _("Translate into Swedish")
                    if locale.language_code == "sv"
                    else _("Translate into Finnish"),
                    icon_name="globe",
                    priority=5,
                    attrs={
                        "data-controller": "w-action",
                        "data-action": "w-action#post",
                        "data-w-action-url-value": reverse(
                            "editorial:translate", args=[page.pk, locale.language_code]
                        ),
                    },
                )
    if getattr(page, "fact_fields", ()) and permissions.runs_the_site(user):
        yield Button(
            _("Facts"),
            reverse("editorial:facts", args=[page.pk]),
            icon_name="cog",
            priority=6,
        )


hooks.register("register_page_header_buttons", page_buttons)
hooks.register("register_page_listing_more_buttons", page_buttons)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    @actions.register_action("editorial.approve")
    class ApproveFormatter(LogFormatter):
        label = gettext_lazy("Approve")

        def format_message(self, entry):
            role = dict(rule.Role.choices).get(entry.data.get("role"), "")
            return _("Approved as %(role)s") % {"role": role}

    @actions.register_action("editorial.stand_in")
    class StandInFormatter(LogFormatter):
        label = gettext_lazy("Stand-in")

        def format_message(self, entry):
            return _("Asked for changes as stand-in")

    @actions.register_action("editorial.facts")
    class FactsFormatter(LogFormatter):
        label = gettext_lazy("Facts")

        def format_message(self, entry):
            fields = entry.content_type.model_class()._meta
            changed = ", ".join(
                f"{fields.get_field(name).verbose_name}: {value or '–'}"
                for name, value in entry.data.get("facts", {}).items()
            )
            return _("Facts changed: %(changed)s") % {"changed": changed}


@hooks.register("insert_global_admin_css")
def admin_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
