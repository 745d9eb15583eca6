"""What comes next in the calendar, on the front page of the admin."""

from wagtail.admin.ui.components import Component


class NextSlotsPanel(Component):
    """For editors: the next slots."""

    name = "next_slots"
    template_name = "editorial/panels/next_slots.html"
    order = 90

    def __init__(self, desk):
        self.desk = desk

    def get_context_data(self, parent_context):
        return {"entries": self.desk.next}
