"""Which profiles wait for somebody to say whose they are, on the front page of the admin."""

from wagtail.admin.ui.components import Component

from community.profile_ties import answering


class ProfileTiesPanel(Component):
    """For those who may answer."""

    name = "profile_ties"
    template_name = "community/panels/profile_ties.html"
    order = 95

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return {"ties": answering.waiting_for(self.user)}
