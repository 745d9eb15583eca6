"""A row for each transaction that changed what readers see."""

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
