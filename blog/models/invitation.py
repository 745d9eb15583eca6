"""Who was invited to write, and the personal link by which they come in."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kdsite.accounts.invitations.personal_link import (
    PersonalLink,
    PersonalLinkQuerySet,
    State,
)

__all__ = ["Invitation", "State"]


# Nobody is asked to remind a guest of a mail of yesterday.
PATIENCE = timedelta(days=2)


class InvitationQuerySet(PersonalLinkQuerySet):
    def not_opened(self):
        """Those that nobody has come in by, some days after they were sent; the oldest first."""
        return self.filter(
            used_at=None,
            user__is_active=True,
            user__last_login=None,
            sent_at__lt=timezone.now() - PATIENCE,
        ).order_by("sent_at")


class Invitation(PersonalLink):
    """One for each address, whatever its case: two at once cannot make two accounts."""

    address = models.CharField(_("e-mail address"), max_length=254, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        on_delete=models.CASCADE,
        related_name="invitation",
    )
    # What the editor adds in their own words; it goes with a new link as well.
    line = models.TextField(
        _("a personal line"), max_length=600, blank=True, db_default=""
    )
    # The draft that the link opens; without one it opens the front page of the admin.
    page = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]

    def __str__(self):
        return self.address
