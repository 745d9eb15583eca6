"""A sign of life of the processes that work beside the web server."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

STALE = timedelta(minutes=5)


class Heartbeat(models.Model):
    name = models.CharField(max_length=50, unique=True)
    beat_at = models.DateTimeField()

    def __str__(self):
        return f"{self.name}: {self.beat_at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def beat(cls, name):
        """``name`` is alive now."""
        cls.objects.update_or_create(name=name, defaults={"beat_at": timezone.now()})

    @classmethod
    def alive(cls, name, during=STALE):
        """Whether ``name`` has been heard of during the last five minutes, or as long as it is said.
        What it said while the clock was ahead tells nothing."""
        now = timezone.now()
        around = (now - during, now + STALE)
        return cls.objects.filter(name=name, beat_at__range=around).exists()
