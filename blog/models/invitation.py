"""Who was invited to write, and the personal link by which they come in."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kdsite.editorial.dates import valid_until


class State(models.TextChoices):
    """Where an invitation stands."""

    SENT = "sent", _("Sent")
    EXPIRED = "expired", _("Expired")
    # The person has a password, whether it was set by the link or in another way.
    USED = "used", _("In use")
    CLOSED = "closed", _("The account is closed")


class InvitationQuerySet(models.QuerySet):
    def by_token(self, token):
        """The invitation that this link belongs to, or ``None``: unknown, or replaced."""
        return self.filter(token_hash=hashed(token)).first()


class Invitation(models.Model):
    """One for each address, whatever its case: two at once cannot make two accounts.

    Only a hash of the link is kept: who reads the database cannot come in by it.
    """

    address = models.CharField(_("e-mail address"), max_length=254, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        on_delete=models.CASCADE,
        related_name="invitation",
    )
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES
    )
    # The draft that the link opens; without one it opens the front page of the admin.
    page = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("invited by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    used_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]

    def __str__(self):
        return self.address

    @property
    def expires_at(self):
        return valid_until(self.sent_at)

    @property
    def state(self):
        """A :class:`State`."""
        if not self.user.is_active:
            return State.CLOSED
        if self.user.has_usable_password():
            return State.USED
        return State.SENT if timezone.now() < self.expires_at else State.EXPIRED

    def new_token(self):
        """A link's secret, valid from now on; the one before it is worth nothing any more."""
        token = secrets.token_urlsafe(32)
        self.token_hash, self.sent_at = hashed(token), timezone.now()
        return token


def hashed(token):
    return hashlib.sha256(token.encode()).hexdigest()
