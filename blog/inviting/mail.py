"""The mail of an invitation, in the language of the person who gets it."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile


def send_link(invitation, token):
    """The personal link, for somebody who has no password yet."""
    path = reverse(f"invitation_{invitation.language}", args=[token])
    _write(invitation, "blog/mail/invitation", path)


def tell_of_slot(invitation):
    """For somebody who has an account: where the draft is, and that a log-in opens it."""
    path = (
        reverse("wagtailadmin_pages:edit", args=[invitation.page_id])
        if invitation.page_id
        else reverse("wagtailadmin_home")
    )
    _write(invitation, "blog/mail/invited_again", path)


def _write(invitation, template, path):
    """The mail waits in the database, in the transaction of the invitation itself."""
    user, inviter = invitation.user, invitation.invited_by
    context = {
        "name": user.first_name or user.get_username(),
        "address": user.email,
        "inviter": inviter.get_full_name() or inviter.get_username(),
        "inviter_address": inviter.email,
        "expires_at": invitation.expires_at,
        "slot": slot_of(invitation),
        "link": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
    }
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        subject, text = (
            # Plain text: nothing is escaped.
            get_template(f"{template}{part}.txt")
            .template.render(Context(context, autoescape=False))
            .strip()
            for part in ("_subject", "")
        )
    EmailMessage(subject, f"{text}\n", to=[user.email]).send()


def slot_of(invitation):
    """The slot of the draft that the invitation opens, or ``None``."""
    return getattr(invitation.page, "slot", None) if invitation.page_id else None
