"""Who was invited to write, and the personal link by which they come in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kdsite.accounts.invitations.personal_link import PersonalLink, State

__all__ = ["Invitation", "State"]


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
    # The draft that the link opens; without one it opens the front page of the admin.
    page = models.ForeignKey(
        Page, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]

    def __str__(self):
        return self.address
