"""A row for each transaction that changed what readers see, and for each address that a CDN is still to
forget."""

from django.db import models


class ReadersChange(models.Model):
    """Written with what it is about, so it is there if and only if that is.

    Rows and not a counter: transactions that change different pages never wait for each other.
    """

    # How many the table keeps, at least.
    KEPT = 500

    class Meta:
        # It is read by its numbers only; nobody works on it.
        default_permissions = ()

    def __str__(self):
        return str(self.pk)


class AddressToPurge(models.Model):
    """Written with the deletion that it is about, or by the scheduler after any other change."""

    url = models.TextField()
    tries = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        # What failed waits until the others are done.
        ordering = ("tries", "pk")

    def __str__(self):
        return self.url

    def put_off(self):
        self.tries += 1
        self.save(update_fields=["tries"])
