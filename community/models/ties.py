"""Whose a profile is that was there before the account: asked by one editor, confirmed by another."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log


class ProfileTieQuerySet(models.QuerySet):
    def pending(self):
        """Those that nobody has decided on; they have no effect yet."""
        return self.filter(decided_at=None).select_related(
            "profile", "user", "asked_by"
        )

    @transaction.atomic
    def ask(self, profile, user, by):
        """Ask whether ``profile`` is ``user``'s. Asked already, it is asked for no second time;
        asked of another account, that question is withdrawn.

        :param by: the editor who says so.
        """
        versions = profile.get_translations(inclusive=True)
        pending = self.filter(decided_at=None, profile__in=versions)
        if same := pending.filter(user=user).first():
            return same
        pending.delete()
        tie = self.create(profile=profile, user=user, asked_by=by)
        tie.log("community.tie_asked", by)
        return tie


class ProfileTie(models.Model):
    """A question: is this profile that account's? Until another editor has said yes, the account
    is no author of the profile, for nobody and nothing."""

    profile = models.ForeignKey(
        "community.AuthorPage",
        verbose_name=_("author"),
        on_delete=models.CASCADE,
        related_name="ties",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True)
    is_confirmed = models.BooleanField(default=False)

    objects = ProfileTieQuerySet.as_manager()

    class Meta:
        verbose_name = _("account of a profile")
        verbose_name_plural = _("accounts of profiles")
        ordering = ["asked_at", "pk"]

    def __str__(self):
        return f"{self.profile} – {self.user}"

    def log(self, action, by):
        """Into the profile's history: which account, with the address."""
        log(
            instance=self.profile,
            action=action,
            user=by,
            data={
                "account": get_user_display_name(self.user),
                "address": self.user.email,
            },
        )
