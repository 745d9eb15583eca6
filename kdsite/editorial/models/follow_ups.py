"""What follows a change after its commit, and is tried again until it is done."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)


def next_try(tries=0):
    """When something that was tried so often is tried again."""
    return timezone.now() + min(FIRST_PAUSE * 2 ** min(tries, 10), LONGEST_PAUSE)


class FollowUpQuerySet(models.QuerySet):
    def due(self):
        """To be tried now, the longest waiting first. What was tried, and waits for far longer than the
        longest pause, was so while the clock was ahead."""
        now = timezone.now()
        was_ahead = Q(tries__gt=0, next_try__gt=now + 2 * LONGEST_PAUSE)
        is_due = Q(next_try__lte=now) | was_ahead
        return self.filter(is_due).order_by("next_try", "pk")

    def failed(self):
        """Tried, and not done; the oldest first."""
        return self.exclude(problem="").order_by("pk")


class FollowUp(models.Model):
    """One task of Django's that is not done yet; its row goes when it is.

    Until its first try is over the process that committed the change looks after it; after a
    minute the scheduler does, too.
    """

    task = models.CharField(max_length=200)
    arguments = models.JSONField(default=list)
    created_at = models.DateTimeField(default=timezone.now)
    next_try = models.DateTimeField(default=next_try, db_index=True)
    tries = models.PositiveIntegerField(default=0)
    # Why it failed last; see ``kdsite.editorial.reasons``.
    problem = models.TextField(blank=True)

    objects = FollowUpQuerySet.as_manager()

    def __str__(self):
        return f"{self.task}{tuple(self.arguments)}"

    def begin(self):
        """It is tried now; if the process ends with it, again after a growing pause."""
        self.tries += 1
        self.next_try = next_try(self.tries)
        self.save(update_fields=["tries", "next_try"])

    def keep(self, problem):
        """It failed: it is tried again."""
        self.problem = problem
        self.save()
