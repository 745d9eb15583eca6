"""Translations that are behind: on the front page of the admin, and among the reports."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from kdsite.editorial.policy.permissions import may_follow
from kdsite.editorial.texts.outdated import outdated_for


class BehindPanel(Component):
    """The translations that are behind in this person's languages."""

    name = "behind"
    template_name = "editorial/panels/behind.html"
    order = 105

    def __init__(self, user, limit=10):
        self.user = user
        self.limit = limit

    def get_context_data(self, parent_context):
        shown = may_follow(self.user)
        return {
            "pages": list(outdated_for(self.user)[: self.limit]) if shown else [],
            "request": parent_context["request"],
        }


class BehindMenuItem(MenuItem):
    """The list, for those who keep translations current."""

    def is_shown(self, request):
        return may_follow(request.user)


behind_menu_item = BehindMenuItem(
    _("Translations that are behind"),
    reverse_lazy("editorial:behind"),
    name="behind",
    icon_name="globe",
    order=100,
)
