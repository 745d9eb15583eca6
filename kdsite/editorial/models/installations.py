"""Which installation the database belongs to."""

from django.db import models


class Installation(models.Model):
    """At most one row. ``site_copy.py`` compares it with what is kept outside the database."""

    key = models.CharField(max_length=255)

    def __str__(self):
        return self.key

    @classmethod
    def read(cls):
        """The key, empty where there is none yet."""
        return cls.objects.values_list("key", flat=True).first() or ""

    @classmethod
    def write(cls, key):
        cls.objects.update_or_create(pk=1, defaults={"key": key})
