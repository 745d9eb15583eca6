"""What comes next in the calendar, on the front page of the admin."""

from django.utils.functional import cached_property
from wagtail.admin.ui.components import Component

from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.models import Slot

NEXT = 4


class FrontPageSlots:
    """What the front page of ``user``, an editor, says of the calendar, read once for all of its panels:
    the slots that have not gone out in time, and the next ones, as entries."""

    def __init__(self, user):
        self.user = user

    @cached_property
    def _entries(self):
        upcoming = Slot.objects.in_use().upcoming()[:NEXT]
        slots = Slot.objects.overdue() | Slot.objects.filter(
            pk__in=upcoming.values("pk")
        )
        return entries(list(slots.for_calendar().order_by("at")), self.user)

    @property
    def overdue(self):
        return [entry for entry in self._entries if entry.is_overdue]

    @property
    def next(self):
        return [entry for entry in self._entries if not entry.is_overdue]


class NextSlotsPanel(Component):
    """For editors: the next slots, and in words those that are empty or late."""

    name = "next_slots"
    template_name = "editorial/panels/next_slots.html"
    order = 90

    def __init__(self, slots):
        self.slots = slots

    def get_context_data(self, parent_context):
        coming = self.slots.next
        empty = [entry for entry in coming if entry.is_empty]
        return {
            "entries": coming,
            "empty": empty,
            "late": [e for e in coming if e.is_late and not e.is_empty],
        }
