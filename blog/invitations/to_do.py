"""Invitations that nobody has opened, for the editors' front page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name

from blog.invitations.admin_views import state_in_words
from blog.models import Invitation
from blog.models.invitation import State
from kdsite.editorial.admin.to_do.things import ToDo, Urgency


def invitations_not_opened(desk):
    """A :class:`ToDo` for each; of which nobody has come in."""
    if not desk.runs_the_site:
        return
    waiting = Invitation.objects.not_opened().select_related("user", "page__locale")
    for invitation in waiting:
        if invitation.state not in (State.SENT, State.EXPIRED):
            continue
        name = get_user_display_name(invitation.user)
        lines = [state_in_words(invitation)]
        if invitation.page:
            lines.insert(0, f"{invitation.page.get_admin_display_title()}.")
        yield ToDo(
            Urgency.INVITATION,
            name,
            reverse("invitations:renew", args=[invitation.pk]),
            _("Send a new link"),
            invitation.sent_at,
            lines=lines,
            is_post=True,
        )
