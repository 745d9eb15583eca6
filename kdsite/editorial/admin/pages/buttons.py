"""What can be done with a page, in its menu."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale

from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.policy import permissions
from kdsite.editorial.policy.waiting_along import waits_along
from kdsite.editorial.private_links import links
from kdsite.editorial.releases.back_to_draft import may_take_back_to_draft
from kdsite.editorial.releases.waiting import approved_version, waiting_of
from kdsite.editorial.translations.translating import may_translate


def page_buttons(page, user, view_name=None, next_url=None):
    """“Translate into …”, “Review” and “Facts” on a page's menu."""
    page = page.specific_deferred
    if not translation_of(page) and approved_version(page):
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
    if may_take_back_to_draft(page, user) and (waiting_of(page) or waits_along(page)):
        yield Button(
            _("Take back to draft"),
            icon_name="undo",
            priority=4,
            attrs={
                "data-controller": "w-action",
                "data-action": "w-action#post",
                "data-w-action-url-value": reverse(
                    "editorial:back_to_draft", args=[page.pk]
                ),
            },
        )
    if links.may_send(user, page) or (
        permissions.runs_the_site(user) and page.draft_links.exists()
    ):
        yield Button(
            _("Private links"),
            reverse("editorial:links", args=[page.pk]),
            icon_name="mail",
            priority=6,
        )
    if getattr(page, "fact_fields", ()) and permissions.runs_the_site(user):
        yield Button(
            _("Facts"),
            reverse("editorial:facts", args=[page.pk]),
            icon_name="cog",
            priority=6,
        )
