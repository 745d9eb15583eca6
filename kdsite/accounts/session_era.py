"""Logging an account out everywhere."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F
from django.utils.crypto import salted_hmac


class EndingSessions(AbstractUser):
    """Django's account: sessions that began in an earlier era, or with another password, are over."""

    session_era = models.PositiveIntegerField(default=0, editable=False)

    class Meta(AbstractUser.Meta):
        abstract = True

    def end_sessions(self):
        """Log the account out everywhere."""
        type(self).objects.filter(pk=self.pk).update(session_era=F("session_era") + 1)
        self.refresh_from_db(fields=["session_era"])

    def _get_session_auth_hash(self, secret=None):
        # Django's own is that of the password.
        return salted_hmac(
            "kdsite.accounts.session",
            f"{self.password}:{self.session_era}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()
