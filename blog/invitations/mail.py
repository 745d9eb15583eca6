"""The mails of an invitation, each in the language of the person who gets it."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name

from blog.invitations.brief import brief_of
from kdsite.editorial.addresses import edit_url
from kdsite.editorial.notifications import letters, recipients
from kdsite.editorial.notifications.notify import (
    greeting_of,
    language_of,
    later,
    tell,
    telling,
)


def send_link(invitation, token):
    """The personal link, for somebody who has no password yet."""
    path = reverse(f"invitation_{invitation.language}", args=[token])
    _write(invitation, "blog/mail/invitation", path)


def tell_of_slot(invitation):
    """For somebody who has an account: where the draft is, and that a log-in opens it."""
    path = (
        edit_url(invitation.page_id)
        if invitation.page_id
        else reverse("wagtailadmin_home")
    )
    _write(invitation, "blog/mail/invited_again", path)


def tell_editors(user):
    """The colleagues of whoever invited ``user``: whose mailbox it is one editor alone says."""
    key = f"{user.pk}:{user.invited_at.isoformat()}"
    name = get_user_display_name(user)
    later(tell_of_guest, None, user.invited_by, name, user.email, key)


@telling(gettext_lazy("The editors do not know yet that a guest was invited."))
def tell_of_guest(page, by, name, address, key):
    """See :func:`tell_editors`.

    :param page: ``None``: it is about none.
    """
    tell(
        "blog/mail/guest_invited",
        recipients.editors(),
        key=key,
        by=recipients.account(by),
        link=reverse("invitations:index"),
        guest=name,
        address=address,
    )


def _write(invitation, template, path):
    """The mail waits in the database, in the transaction of the invitation itself."""
    user, inviter = invitation.user, invitation.invited_by
    slot = slot_of(invitation)
    context = {
        "name": greeting_of(user),
        "address": user.email,
        "inviter": get_user_display_name(inviter),
        "inviter_address": inviter.email,
        "expires_at": invitation.expires_at,
        "slot": slot,
        **brief_of(invitation, slot),
        "link": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
    }
    letter = letters.letter(template, language_of(user), context)
    letters.post(user.email, letter, answer_to=inviter.email)


def slot_of(invitation):
    """The slot of the draft that the invitation opens, or ``None``."""
    return getattr(invitation.page, "slot", None) if invitation.page_id else None
