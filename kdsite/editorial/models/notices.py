"""Who has been told what, and who wants to be told how."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy


class Notice(models.Model):
    """One event told to one person; its key keeps it from being told twice.

    The mail itself waits in :class:`~kdsite.editorial.models.Message`, or here for the digest.
    """

    key = models.CharField(max_length=255, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="notices",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    in_digest = models.BooleanField(default=False, db_index=True)
    # Only while it waits for the digest: it may hold words of a draft.
    subject = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)

    def __str__(self):
        return self.key


class MailChoice(models.Model):
    """When somebody wants the site's mail about the editorial work; without a row: at once."""

    class When(models.TextChoices):
        AT_ONCE = "at_once", gettext_lazy("At once")
        DIGEST = "digest", gettext_lazy("Once a day, all in one mail")
        NEVER = "never", gettext_lazy("Never")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_choice"
    )
    when = models.CharField(
        gettext_lazy("mail about the editorial work"),
        max_length=20,
        choices=When.choices,
        default=When.AT_ONCE,
    )

    def __str__(self):
        return f"{self.user}: {self.get_when_display()}"

    @classmethod
    def of_each(cls, users):
        """What each of ``users`` chose, by the account."""
        rows = cls.objects.filter(user__in=list(users)) if users else ()
        found = {row.user_id: cls.When(row.when) for row in rows}
        return {user: found.get(user.pk, cls.When.AT_ONCE) for user in users}

    @classmethod
    def of(cls, user):
        """What ``user`` chose."""
        return cls.of_each([user])[user]
