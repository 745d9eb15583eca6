"""Which version of a page somebody has had on the review screen."""

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, Revision


class LookQuerySet(models.QuerySet):
    def intact(self):
        """Those whose version still holds what was looked at: autosave writes over a revision in
        place."""
        return self.filter(saved_at=F("revision__created_at"))


class Look(models.Model):
    """Somebody opened the review of this version, for the first time then.

    It says what a person has seen, so that the next reading can begin there. It is no word of
    theirs: nothing is approved by looking.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    # As in Approval.
    saved_at = models.DateTimeField()
    at = models.DateTimeField(default=timezone.now)

    objects = LookQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "revision"], name="look_once")
        ]

    def __str__(self):
        return f"{self.user}: {self.revision_id}"
