"""What every invitation has: a secret of which a hash is kept, and where it stands."""

import hashlib
import secrets

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kdsite.editorial.dates import valid_until
from kdsite.editorial.exceptions import Conflict


class State(models.TextChoices):
    """Where an invitation stands."""

    SENT = "sent", gettext_lazy("Sent")
    EXPIRED = "expired", gettext_lazy("Expired")
    # The person has a password, whether it was set by the link or in another way.
    USED = "used", gettext_lazy("In use")
    CLOSED = "closed", gettext_lazy("The account is closed")


class PersonalLinkQuerySet(models.QuerySet):
    def by_token(self, token):
        """The invitation that this link belongs to, or ``None``: unknown, or replaced."""
        return self.filter(token_hash=hashed(token)).first()


class PersonalLink(models.Model):
    """An invitation to the account ``user``, which the model that inherits this has.

    Only a hash of the link is kept: who reads the database cannot come in by it.
    """

    language = models.CharField(
        gettext_lazy("language"), max_length=10, choices=settings.LANGUAGES
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=gettext_lazy("invited by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    token_hash = models.CharField(max_length=64, blank=True, db_index=True)
    sent_at = models.DateTimeField(gettext_lazy("sent"), default=timezone.now)
    used_at = models.DateTimeField(null=True)

    objects = PersonalLinkQuerySet.as_manager()

    class Meta:
        abstract = True

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


@transaction.atomic
def accept(invitation, token, password):
    """Set the password of the invited person, once.

    :returns: the account.
    :raises Conflict: the link was used, replaced or expired meanwhile.
    """
    model = type(invitation)
    invitation = model.objects.select_for_update().get(pk=invitation.pk)
    same = model.objects.by_token(token) == invitation
    if not same or invitation.state != State.SENT:
        raise Conflict(_("This link is not valid any more."))
    user = invitation.user
    user.set_password(password)
    user.save(update_fields=["password"])
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    return user


def end_links(user):
    """No link to the account ``user`` is worth anything any more: its address has changed."""
    for model in PersonalLink.__subclasses__():
        model.objects.filter(user=user).update(token_hash="")
