"""The calendar in the admin: slots by month, each with where its two languages stand."""

from django.core.exceptions import ValidationError
from django.forms import Media
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from kdsite.editorial.calendar.changes import change
from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.calendar.month_sheet import months_of
from kdsite.editorial.models import Rhythm, Slot
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.reasons import in_words
from kdsite.editorial.releases import publish_due
from kdsite.editorial.releases.readiness import read_state
from kdsite.editorial.releases.waiting import waiting_without_slot


class CalendarView(generic.IndexView):
    """Months as a list or as a sheet; what is to come or what is past."""

    past = False
    sheet = False
    results_template_name = "editorial/calendar/results.html"

    def get_page_title(self):
        return _("Calendar")

    @cached_property
    def runs(self):
        return runs_the_site(self.request.user)

    @cached_property
    def filters(self):
        return super().filters if self.runs else None

    def get_base_queryset(self):
        slots = Slot.objects.for_calendar()
        if self.past:
            # What is not out is not past: it is still to come.
            return slots.past().exclude(pk__in=Slot.objects.overdue().values("pk"))
        if self.sheet:
            # The days of this month that are over belong on its sheet.
            first = timezone.localtime().replace(day=1, hour=0, minute=0, second=0)
            return slots.filter(at__gte=first).order_by("at")
        return slots.upcoming()

    def order_queryset(self, queryset):
        return queryset

    @cached_property
    def header_more_buttons(self):
        own = Button(
            _("In your own calendar program"),
            reverse("calendar:address"),
            icon_name="link",
        )
        if not self.user_has_permission("change"):
            return [own]
        setting = [Rhythm._meta.app_label, Rhythm._meta.model_name]
        return [
            own,
            Button(
                _("Rhythm of publication"),
                reverse("wagtailsettings:edit", args=setting),
                icon_name="calendar-alt",
            ),
        ]

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        shown = list(context["object_list"])
        overdue = [] if self.past else list(Slot.objects.overdue().for_calendar())
        # Read at once.
        found = entries([*shown, *overdue], self.request.user)
        shown, overdue = found[: len(shown)], found[len(shown) :]
        if self.runs:
            context["media"] += Media(js=["js/calendar_drag.js"])
        months = months_of(shown, timezone.localdate())
        return context | {
            "months": months,
            "sheet": self.sheet,
            "past": self.past,
            "views_and_times": [self._views(), self._times()],
            "runs": self.runs,
            "overdue": overdue,
            "without_time": waiting_without_slot() if self.runs else [],
        }

    def _views(self):
        return [
            self._link(_("List"), sheet=False, past=self.past),
            self._link(_("Month sheets"), sheet=True, past=self.past),
        ]

    def _times(self):
        return [
            self._link(_("Upcoming"), sheet=self.sheet, past=False),
            self._link(_("Past"), sheet=self.sheet, past=True),
        ]

    def _link(self, label, sheet, past):
        asked = self.request.GET.copy()
        for name in (self.page_kwarg, "_w_filter_fragment"):
            asked.pop(name, None)
        address = reverse(f"calendar:{name_of(sheet, past)}")
        return {
            "label": label,
            "url": f"{address}?{asked.urlencode()}" if asked else address,
            "is_here": sheet == self.sheet and past == self.past,
        }


def name_of(sheet, past):
    """The name of the address of one of the calendar's four views."""
    return {
        (False, False): "index",
        (False, True): "past",
        (True, False): "sheet",
        (True, True): "past_sheet",
    }[sheet, past]


class ChangeSlotMixin:
    """Saves through :func:`change`; a slot whose time has passed lets out what is ready."""

    def save_instance(self):
        save = super().save_instance
        slot = self.form.instance
        change(slot, self.request.user, write=save)
        return slot

    def form_valid(self, form):
        try:
            response = super().form_valid(form)
        except ValidationError as error:
            form.add_error(None, error)
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        say_what_went_out(self.request, self.object)
        return response


def say_what_went_out(request, slot):
    """Release ``slot`` where its time has come, and say what is public or still missing."""
    slot.refresh_from_db()
    if slot.page_id is None or slot.is_skipped or not slot.is_past:
        return
    made = publish_due.release_slot(slot, request.user)
    if made:
        text = _("Published: %(pages)s") % {"pages": str(made)}
        messages.success(request, text)
        return
    slot.refresh_from_db()
    if slot.problem:
        messages.error(request, _("Publishing failed:") + " " + in_words(slot.problem))
        return
    for sentence in read_state(slot).missing:
        messages.warning(request, sentence)


class SlotCreateView(ChangeSlotMixin, generic.CreateView):
    success_message = gettext_lazy("%(object)s is in the calendar.")


class SlotEditView(ChangeSlotMixin, generic.EditView):
    success_message = gettext_lazy("%(object)s is saved.")
