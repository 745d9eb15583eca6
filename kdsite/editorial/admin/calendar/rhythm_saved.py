"""Saving the rhythm fills the calendar."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from kdsite.editorial.calendar.rhythm import make_slots
from kdsite.editorial.models import Rhythm, Slot


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
