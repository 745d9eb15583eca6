"""Saving the rhythm fills the calendar; before that it is shown what becomes of the slots that are there."""

import hashlib

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.contrib.settings.views import get_setting_edit_handler

from kdsite.editorial.calendar.rhythm import make_slots, plan
from kdsite.editorial.models import Rhythm, Slot
from kdsite.editorial.models.slots import local_moment


def show_before(request, setting):
    """What a changed rhythm will do to the calendar, to be confirmed; nothing is saved yet.

    Wagtail's hook ``before_edit_setting``. Nothing is shown where nothing goes, moves or stays behind.
    """
    if request.method != "POST" or not isinstance(setting, Rhythm):
        return None
    rhythm = Rhythm.objects.get(pk=setting.pk)
    form_class = get_setting_edit_handler(Rhythm).get_form_class()
    form = form_class(request.POST, instance=rhythm, for_user=request.user)
    if not form.is_valid():
        return None
    form.save(commit=False)
    found = plan(rhythm)
    if not found.changes_something or request.POST.get("seen") == _token(found):
        return None
    posted = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in ("csrfmiddlewaretoken", "seen")
    ]
    context = {
        "found": found,
        "posted": posted,
        "seen": _token(found),
        "page_title": _("What the new rhythm changes"),
        "header_title": _("What the new rhythm changes"),
        "header_icon": "calendar-alt",
        "stay": [
            {
                "slot": slot,
                "when": timezone.localtime(slot.at),
                "instead_of": day and local_moment(day, rhythm.time),
            }
            for slot, day in found.staying
        ],
    }
    return TemplateResponse(request, "editorial/calendar/rhythm_preview.html", context)


def _token(found):
    """A short name of what was shown; something else is shown again."""
    held = (
        [slot.at for slot in found.new],
        [slot.pk for slot in found.gone],
        [(slot.pk, moment) for slot, moment in found.moved],
        [(slot.pk, day) for slot, day in found.staying],
    )
    return hashlib.sha256(repr(held).encode()).hexdigest()


def fill_calendar(request, setting):
    """Make the slots that a saved rhythm asks for, and say how many there are now.

    Wagtail's hook ``after_edit_setting``, once the rhythm and its breaks are stored.
    """
    if not isinstance(setting, Rhythm):
        return
    if setting.starts_on is None:
        messages.warning(request, _("Without a date nothing is planned."))
    made = make_slots()
    coming = Slot.objects.in_use().upcoming().count()
    sentence = ngettext(
        "The calendar has %(count)d coming slot now; new ones: %(made)d.",
        "The calendar has %(count)d coming slots now; new ones: %(made)d.",
        coming,
    )
    messages.success(
        request,
        sentence % {"count": coming, "made": made},
        buttons=[messages.button(reverse("calendar:index"), _("Open the calendar"))],
    )
