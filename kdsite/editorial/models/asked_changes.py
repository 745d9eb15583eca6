"""What somebody asked to have changed, line by line, and what the writer says was done."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import TaskState


class AskedChange(models.Model):
    """The writer's mark on one line of a comment that asked for changes. Kept for good.

    Lines without a row have no mark yet. The line's words are kept here, too, so that a mark says
    what it is about by itself.
    """

    decision = models.ForeignKey(
        TaskState, on_delete=models.CASCADE, related_name="asked_changes"
    )
    number = models.PositiveIntegerField()
    text = models.TextField()
    is_done = models.BooleanField(default=False)
    word = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "number"], name="one_mark_a_line"
            )
        ]

    def __str__(self):
        return self.text
