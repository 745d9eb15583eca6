"""A page and the calendar: into which slot it is put, from the page's own menu."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.widgets.button import Button

from kdsite.editorial.addresses import edit_url
from kdsite.editorial.admin.calendar.views import say_what_went_out
from kdsite.editorial.admin.page_screen import PageScreenView
from kdsite.editorial.calendar.changes import put_into
from kdsite.editorial.dates import moment
from kdsite.editorial.models import Slot
from kdsite.editorial.page_kinds import goes_into_slots
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.releases.waiting import slot_of


def calendar_buttons(page, user, view_name=None, next_url=None):
    """“Put into the calendar” on a page's menu for editors, or when it goes out."""
    if not runs_the_site(user):
        return
    slot = slot_of(page)
    if slot:
        yield Button(
            _("In the calendar: %(when)s") % {"when": slot},
            reverse("calendar:edit", args=[slot.pk]),
            icon_name="calendar",
            priority=3,
        )
    elif goes_into_slots(page):
        yield Button(
            _("Put into the calendar"),
            reverse("calendar:put", args=[page.pk]),
            icon_name="calendar",
            priority=3,
        )


class SlotChoiceField(forms.ModelChoiceField):
    """Coming slots that hold no text, by when they are and what is planned."""

    def label_from_instance(self, slot):
        person = slot.writer and get_user_display_name(slot.writer)
        when = capfirst(moment(timezone.localtime(slot.at)))
        return " – ".join(filter(None, [when, slot.working_title, person]))


class PutIntoForm(forms.Form):
    slot = SlotChoiceField(
        Slot.objects.none(),
        label=gettext_lazy("Time of publication"),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slot"].queryset = Slot.objects.free()


class PutIntoView(PageScreenView):
    """The free slots, one to be chosen for a page that has none, or another one than it has. Dragging a
    text over the calendar posts the same form, with ``next``, where it was ``dragged``."""

    form_class = PutIntoForm
    template_name = "editorial/put_into_slot.html"
    header_icon = "calendar"

    def may_open(self, user):
        return super().may_open(user) and goes_into_slots(self.page)

    @cached_property
    def held_by(self):
        """The slot that has it now."""
        return slot_of(self.page)

    def get_page_title(self):
        if self.held_by:
            return _("Move to another time")
        return _("Put into the calendar")

    def get_initial(self):
        return {"slot": self.request.GET.get("slot")}

    def get_success_url(self):
        """Back to where it was dragged; to the calendar, where it was moved by this form."""
        wanted = self.request.POST.get("next", "")
        if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
            return wanted
        return reverse("calendar:index") if self.held_by else edit_url(self.page)

    def form_invalid(self, form):
        """What was dragged is told where it was dragged."""
        if self.request.POST.get("dragged"):
            messages.error(self.request, " ".join(sum(form.errors.values(), [])))
            return redirect(self.get_success_url())
        return super().form_invalid(form)

    def form_valid(self, form):
        slot, back = form.cleaned_data["slot"], self.get_success_url()
        try:
            put_into(slot, self.page, self.request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("In the calendar: %(when)s") % {"when": slot},
            buttons=[
                messages.button(reverse("calendar:index"), _("Open the calendar"))
            ],
        )
        say_what_went_out(self.request, slot)
        return redirect(back)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            add_url=reverse("calendar:add"),
            held_at=self.held_by and timezone.localtime(self.held_by.at),
            **kwargs,
        )
