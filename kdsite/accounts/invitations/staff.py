"""A superuser invites somebody who works here; nobody sets another's password."""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.users.models import UserProfile

from kdsite.accounts.invitations.personal_link import State, end_links
from kdsite.accounts.models import StaffInvitation
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.notifications import letters
from kdsite.editorial.notifications.notify import greeting_of, language_of


@transaction.atomic
def invite(user, by, language):
    """Mail ``user``, an account that was just made, a personal link, valid for 14 days.

    :param by: whoever gave the address, which the account keeps.
    :param language: of the admin and of the mail.
    """
    UserProfile.objects.update_or_create(
        user=user, defaults={"preferred_language": language}
    )
    invitation = StaffInvitation(user=user, language=language)
    user.invite(by)
    user.save()
    _send(invitation, by)


@transaction.atomic
def renew(user, by):
    """Mail ``user`` a new link; the old one is worth nothing any more.

    :raises Conflict: the person has a password meanwhile.
    :raises Refusal: the account is closed, or was not invited to work here.
    """
    invitation = StaffInvitation.objects.select_for_update().filter(user=user).first()
    if invitation is None:
        raise Refusal(
            _("This account was not invited here: send a link from the invitations.")
        )
    if invitation.state == State.USED:
        raise Conflict(_("This person has logged in already and needs no link."))
    if invitation.state == State.CLOSED:
        raise Refusal(_("The account with this address is closed."))
    _send(invitation, by)


@transaction.atomic
def readdress(user, by):
    """After ``by`` has given ``user``, whom nobody has used yet, another address: no link that was
    sent to the one before works any more, and whoever was invited to work here gets a new one."""
    user.invite(by)
    user.save()
    end_links(user)
    if StaffInvitation.objects.filter(user=user).exists():
        renew(user, by)


def _send(invitation, by):
    """The mail waits in the database, in the transaction of the invitation itself."""
    user, invitation.invited_by = invitation.user, by
    path = reverse(
        f"staff_invitation_{invitation.language}", args=[invitation.new_token()]
    )
    invitation.save()
    context = {
        "name": greeting_of(user),
        "address": user.email,
        "inviter": get_user_display_name(by),
        "inviter_address": by.email,
        "roles": ", ".join(user.groups.order_by("name").values_list("name", flat=True)),
        "expires_at": invitation.expires_at,
        "link": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
    }
    letter = letters.letter(
        "accounts/mail/staff_invitation", language_of(user), context
    )
    letters.post(user.email, letter, answer_to=by.email)
