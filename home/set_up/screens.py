"""The list in the admin, and a panel that leads there until all is done."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from home.set_up import checklist
from home.set_up.test_mail import send_test_mail
from kdsite.editorial.admin.page_screen import EditorScreenMixin
from kdsite.editorial.policy.permissions import runs_the_site

NAME = "set_up"


class SetUpView(EditorScreenMixin, WagtailAdminTemplateMixin, TemplateView):
    """What the site still needs, for editors and superusers; a POST sends them a test mail."""

    template_name = "home/set_up/page.html"
    page_title = gettext_lazy("Set up this site")
    header_icon = "tasks"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), here]

    def get_context_data(self, **kwargs):
        found = checklist.points(self.request.user)
        return super().get_context_data(
            **kwargs,
            left=[point for point in found if not point.is_done],
            done=[point for point in found if point.is_done],
        )

    def post(self, request):
        send_test_mail(request.user)
        messages.success(
            request,
            _("A test mail is on its way to %(address)s.")
            % {"address": request.user.email},
        )
        return redirect(NAME)


class SetUpPanel(Component):
    """On the front page of those who run the site, until nothing is left."""

    name = NAME
    template_name = "home/set_up/panel.html"
    # After what must be done.
    order = 80

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        shown = runs_the_site(self.user) and not checklist.is_done()
        return {"shown": shown, "link": reverse(NAME)}


def urls():
    return [path("set-up/", SetUpView.as_view(), name=NAME)]
