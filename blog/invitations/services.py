"""An editor invites somebody to write; nobody gets a second account by it."""

from unicodedata import normalize

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from blog.invitations import guest_setup, mail
from blog.models import Invitation
from blog.models.invitation import State
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.policy.permissions import is_guest, runs_the_site, was_used


@transaction.atomic
def invite(
    by,
    given_name,
    family_name,
    address,
    language,
    slot=None,
    theme=None,
    known=None,
    line="",
):
    """Invite the person at ``address``: account, profile, with a slot also a draft, and one mail.

    Who has an account already gets the slot, and a mail that says so; who never used the
    invitation gets a new link, and the one before it is worth nothing.

    :param by: the editor who invites.
    :param language: of the text, and of a new account.
    :param line: what the editor adds to the mail in their own words.
    :param known: a profile without an account that is this person's.
    :raises Refusal: ``by`` invites nobody; the address reaches their own mailbox, or that of somebody
        who decides on texts, or of a guest with another name; or its account is closed.
    :raises Conflict: the slot is not free any more.
    """
    _check_inviter(by)
    invitation = _locked(address)
    user = guest_setup.account_with(address) or invitation.user
    name = (given_name, family_name)
    _check_mailbox(user, name, by)
    if user is None:
        user = guest_setup.make_account(given_name, family_name, address, language)
    elif invitation.user_id != user.pk:
        invitation = _one_for(user, invitation)
    guest_setup.let_write(user)
    locale = guest_setup.language_of(language)
    profile = guest_setup.give_profile(user, locale, by, name, known)
    invitation.user, invitation.invited_by = user, by
    is_new = not was_used(user)
    if is_new:
        user.invite(by)
        user.save()
    invitation.language, invitation.line = language, line
    if slot:
        invitation.page = guest_setup.start_draft(
            slot, user, locale, by, profile, theme
        )
    if user.has_usable_password():
        invitation.page = invitation.page if slot else None
        invitation.sent_at = timezone.now()
        mail.tell_of_slot(invitation)
    else:
        guest_setup.speak(user, language)
        if is_new:
            mail.tell_editors(user)
        mail.send_link(invitation, invitation.new_token())
    invitation.save()
    log(instance=profile, action="blog.invite", user=by, data=_where(slot))
    return invitation


def _check_inviter(by):
    if not runs_the_site(by):
        raise Refusal(_("Editors invite writers."))


def _check_mailbox(user, name, by):
    """Nobody invites themselves as somebody else, nor a colleague who decides, nor a guest whom the
    site knows by another name (moderation.md)."""
    if user is None:
        return
    if user == by:
        raise Refusal(_("This is your own address: you do not need an invitation."))
    known = {"name": get_user_display_name(user)}
    if not is_guest(user):
        raise Refusal(
            _(
                "This mailbox belongs to %(name)s, who works here and needs no invitation: name their "
                "profile as an author of the text instead."
            )
            % known
        )
    if user.get_full_name() and _compared(user.get_full_name()) != _compared(*name):
        raise Refusal(
            _(
                "This mailbox belongs to %(name)s, who has an account here: invite them by that name."
            )
            % known
        )


def _compared(*names):
    """A name, whatever its case and spaces, and however its accents are written."""
    return " ".join(normalize("NFC", " ".join(names)).casefold().split())


def _locked(address):
    """The row of this address, held until the transaction ends: a second invitation waits."""
    row, _created = Invitation.objects.get_or_create(address=address.lower())
    return Invitation.objects.select_for_update().get(pk=row.pk)


def _one_for(user, invitation):
    """Whoever changed the address keeps the one invitation."""
    earlier = Invitation.objects.select_for_update().filter(user=user).first()
    if earlier is None:
        return invitation
    invitation.delete()
    earlier.address = user.email
    return earlier


def _where(slot):
    return {"slot": str(slot)} if slot else {}


@transaction.atomic
def renew(invitation, by, address=None):
    """A new link, valid for 14 days, by mail; the old one is worth nothing any more.

    :param address: where to send it from now on, where the first one was wrong.
    :raises Conflict: the person has a password meanwhile.
    :raises Refusal: the account is closed, or another one has the new address.
    """
    _check_inviter(by)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.state == State.USED:
        raise Conflict(_("This person has logged in already and needs no link."))
    if invitation.state == State.CLOSED:
        raise Refusal(_("The account with this address is closed."))
    if address and address.lower() != invitation.address:
        _move(invitation, address, by)
    invitation.invited_by = by
    mail.send_link(invitation, invitation.new_token())
    invitation.save()
    profile = guest_setup.profile_of(
        invitation.user, guest_setup.language_of(invitation.language)
    )
    log(instance=profile, action="blog.renew_invitation", user=by)
    return invitation


def _move(invitation, address, by):
    user = invitation.user
    holder = guest_setup.account_with(address)
    if holder == by:
        raise Refusal(_("This is your own address: you do not need an invitation."))
    if holder not in (None, user) or _is_invited(address):
        raise Refusal(_("Somebody else has this address: invite them instead."))
    invitation.address = user.email = address.lower()
    user.invite(by)
    user.save()


def _is_invited(address):
    return Invitation.objects.filter(address=address.lower()).exists()
