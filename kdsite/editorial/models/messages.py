"""Mail that waits in the database until the mail server takes it."""

from datetime import timedelta
from email.utils import make_msgid, parseaddr

from django.core.mail import EmailMultiAlternatives
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
# How long a refused address is tried (RFC 5321, 4.5.4.1: at least four to five days).
PATIENCE = timedelta(days=5)


class MessageQuerySet(models.QuerySet):
    def waiting(self):
        """Neither sent nor given up."""
        return self.filter(next_try__isnull=False)

    def due(self):
        """To be tried now, the longest waiting first. What waits for far longer than the longest pause
        was written while the clock was ahead."""
        now = timezone.now()
        is_due = Q(next_try__lte=now) | Q(next_try__gt=now + 2 * LONGEST_PAUSE)
        return self.filter(is_due).order_by("next_try", "pk")


class Message(models.Model):
    """One mail to one person, so that one refused address never repeats or stops another."""

    recipient = models.CharField(max_length=320)
    # Emptied once it is sent: it may hold words of a draft or a link that logs somebody in.
    content = models.JSONField(default=dict)
    created_at = models.DateTimeField(default=timezone.now)
    # Empty once it is sent or given up.
    next_try = models.DateTimeField(null=True, default=timezone.now, db_index=True)
    tries = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    def __str__(self):
        return f"{self.pk}: {self.recipient}"

    @classmethod
    def of(cls, email):
        """The unsaved messages that ``email`` becomes, one for each recipient.

        :raises NotImplementedError: for attachments, which the site never sends.
        """
        if email.attachments:
            raise NotImplementedError("Mail with attachments is not queued.")
        domain = parseaddr(email.from_email)[1].rpartition("@")[2] or "localhost"
        content = {
            # A title over several lines would be refused as a header.
            "subject": " ".join(str(email.subject).split()),
            "body": str(email.body),
            "from_email": str(email.from_email),
            "reply_to": [str(address) for address in email.reply_to],
            "headers": {key: str(text) for key, text in email.extra_headers.items()},
            "alternatives": [
                [str(text), kind] for text, kind in getattr(email, "alternatives", [])
            ],
            "subtype": email.content_subtype,
        }
        return [
            cls(
                recipient=str(recipient),
                # The same at each try, so that a mailbox can tell a repetition.
                content=content
                | {
                    "headers": {"Message-ID": make_msgid(domain=domain)}
                    | content["headers"]
                },
            )
            for recipient in email.recipients()
        ]

    def email(self):
        """The mail as Django's e-mail backends take it."""
        content = dict(self.content)
        subtype = content.pop("subtype")
        email = EmailMultiAlternatives(to=[self.recipient], **content)
        email.content_subtype = subtype
        return email

    def claim(self):
        """Whether this process may try it now; the next try is then already planned.

        :raises RuntimeError: inside a transaction, where no mail server is spoken to.
        """
        pause = min(FIRST_PAUSE * 2 ** min(self.tries, 10), LONGEST_PAUSE)
        with transaction.atomic(durable=True):
            mine = Message.objects.filter(
                pk=self.pk, tries=self.tries, next_try=self.next_try
            ).update(tries=F("tries") + 1, next_try=timezone.now() + pause)
        return bool(mine)

    def took(self):
        """The mail server has it."""
        Message.objects.filter(pk=self.pk).update(
            sent_at=timezone.now(), next_try=None, problem="", content={}
        )

    def failed(self, problem, *, refused):
        """Keep it for the next try. Only what is ``refused`` itself is given up in the end.

        :returns: whether it was given up.
        """
        late = self.created_at < timezone.now() - PATIENCE
        changes = {"next_try": None} if refused and late else {}
        Message.objects.filter(pk=self.pk).update(problem=problem, **changes)
        return bool(changes)
