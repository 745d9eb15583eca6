"""A page and the calendar: into which slot it is put, from the page's own menu."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
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
from kdsite.editorial.page_kinds import slot_pages, translation_of
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.releases.waiting import slot_of


def goes_into_slots(page):
    """Is ``page`` an original of a kind that slots hold, not public yet?"""
    models = slot_pages()
    return (
        page.specific_class in models and not page.live and translation_of(page) is None
    )


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
    """The free slots, one to be chosen for a page."""

    form_class = PutIntoForm
    template_name = "editorial/put_into_slot.html"
    header_icon = "calendar"

    def may_open(self, user):
        return super().may_open(user) and goes_into_slots(self.page)

    def get_page_title(self):
        return _("Put into the calendar")

    def form_valid(self, form):
        slot = form.cleaned_data["slot"]
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
        return redirect(edit_url(self.page))

    def get_context_data(self, **kwargs):
        return super().get_context_data(add_url=reverse("calendar:add"), **kwargs)
