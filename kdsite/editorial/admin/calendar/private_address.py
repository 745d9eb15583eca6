"""Everybody's own private address of the calendar: made, shown once, taken away."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from kdsite.editorial.addresses import absolute
from kdsite.editorial.admin.page_screen import EditorScreenMixin
from kdsite.editorial.models import CalendarAddress
from kdsite.editorial.policy.permissions import may_follow
from kdsite.editorial.private_links import calendar_address


class CalendarAddressView(EditorScreenMixin, WagtailAdminTemplateMixin, TemplateView):
    """For whoever may look at the calendar."""

    template_name = "editorial/calendar/private_address.html"
    page_title = gettext_lazy("The calendar in your own calendar program")
    header_icon = "calendar"
    # The new address, once.
    made = ""

    def may_open(self, user):
        return may_follow(user)

    def post(self, request, **kwargs):
        if request.POST.get("action") == "take_away":
            calendar_address.take_away(request.user)
            messages.success(request, _("The address does not open anything any more."))
            return redirect("calendar:address")
        self.made = absolute(calendar_address.make_address(request.user))
        return self.get(request, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("calendar:index"), "label": _("Calendar")},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        held = CalendarAddress.objects.filter(user=self.request.user).first()
        return super().get_context_data(made=self.made, held=held, **kwargs)
