"""What comes next in the calendar, on the front page of the admin."""

from wagtail.admin.ui.components import Component

from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.models import Slot
from kdsite.editorial.policy.permissions import runs_the_site

NEXT = 4


class NextSlotsPanel(Component):
    """For editors: the next slots, and in words those that are empty or late."""

    name = "next_slots"
    template_name = "editorial/panels/next_slots.html"
    order = 90

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        if not runs_the_site(self.user):
            return {"shown": False}
        slots = Slot.objects.in_use().upcoming().for_calendar()[:NEXT]
        coming = entries(list(slots), self.user)
        empty = [entry for entry in coming if entry.is_empty]
        return {
            "shown": True,
            "entries": coming,
            "empty": empty,
            "late": [e for e in coming if e.is_late and not e.is_empty],
        }
