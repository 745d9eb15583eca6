"""The page behind a guest's personal link, which leads on to the draft."""

from blog.invitations.brief import brief_of
from blog.invitations.mail import slot_of
from blog.models import Invitation
from kdsite.accounts.invitations.accept_views import AcceptView
from kdsite.editorial.addresses import edit_url


class AcceptInvitationView(AcceptView):
    """``/kutsu/<token>/`` and ``/inbjudan/<token>/``."""

    model = Invitation
    template_name = "blog/accept_invitation.html"

    def way_in(self):
        """The draft while it is there, else the front page of the admin."""
        page = self.link.page
        if page and page.specific.permissions_for_user(self.link.user).can_edit():
            return edit_url(page)
        return super().way_in()

    def get_context_data(self):
        slot = slot_of(self.link)
        return super().get_context_data() | brief_of(self.link, slot) | {"slot": slot}
