"""The private address at which somebody's calendar program reads the calendar: made and taken away by
themselves, worth nothing once they may not look at the calendar any more."""

import secrets

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import CalendarAddress
from kdsite.editorial.notifications.notify import language_of
from kdsite.editorial.policy.permissions import may_follow


@transaction.atomic
def make_address(user):
    """A new address for ``user``; the one before it opens nothing any more.

    :returns: the address, without the host; it is shown once, and cannot be read anywhere again.
    :raises Refusal: ``user`` may not look at the calendar.
    """
    if not may_follow(user):
        raise Refusal(_("The calendar is for editors and language teams."))
    token = secrets.token_urlsafe(32)
    CalendarAddress.objects.update_or_create(
        user=user,
        defaults={
            "token_hash": CalendarAddress.hash_of(token),
            "made_at": timezone.now(),
        },
    )
    return reverse(f"editorial_calendar_{language_of(user)}", args=[token])


def take_away(user):
    """The address of ``user`` opens nothing any more."""
    CalendarAddress.objects.filter(user=user).delete()


def user_of(token):
    """Whose address it is; ``None``: nobody's any more."""
    rows = CalendarAddress.objects.select_related("user")
    row = rows.filter(token_hash=CalendarAddress.hash_of(token)).first()
    return row.user if row and may_follow(row.user) else None
