"""All mail of the site: written to the database with what it tells about, sent later.

No request waits for a mail server or fails because of it (reliability.md R12). The scheduler
calls :func:`send_due`; ``EMAIL_URL`` says where the mail then goes.
"""

import contextlib
import logging
import smtplib
import time

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from kdsite.editorial import site_copy
from kdsite.editorial.models import Message
from kdsite.editorial.process_lock import take

logger = logging.getLogger(__name__)

# Seconds after which a slow server gives way to the scheduler's other work.
ENOUGH = 20


class QueueBackend(BaseEmailBackend):
    """Django's way of sending: part of the transaction it is called in, lost only with it."""

    def send_messages(self, email_messages):
        messages = [row for email in email_messages for row in Message.of(email)]
        # A savepoint: a failure here does not break what the mail tells about.
        with transaction.atomic():
            Message.objects.bulk_create(messages)
        return len(email_messages)


def send_due():
    """Send what is due; whatever fails is kept and tried again after a growing pause.

    Safe from two processes at once: the second one does nothing. A server that is down ends
    the round, a refused message does not. A copy of the site sends nothing.

    :returns: how many messages the mail server took.
    """
    taken = 0
    with take("mail") as mine:
        if not mine or site_copy.is_copy():
            return taken
        end = time.monotonic() + ENOUGH
        for message in Message.objects.due()[:500]:
            if time.monotonic() > end:
                break
            if not message.claim():
                continue
            try:
                _deliver(message.email())
            except Exception as error:  # noqa: BLE001 - kept, logged and tried again
                if not _keep(message, error):
                    break
            else:
                message.took()
                taken += 1
    return taken


def _deliver(email):
    connection = get_connection(settings.EMAIL_DELIVERY_BACKEND)
    try:
        connection.open()
        connection.send_messages([email])
    finally:
        # What happens after the server took the message must not send it again.
        with contextlib.suppress(OSError):
            connection.close()


def _keep(message, error):
    """Whether the failure is the message's own, and the next one may be tried."""
    refused = _is_refusal(error)
    problem = f"{type(error).__name__}: {error}"
    if message.failed(problem, refused=refused):
        logger.error("Mail %s is given up: %s", message, problem)
    else:
        logger.warning("Mail %s waits for its next try: %s", message, problem)
    return refused


def _is_refusal(error):
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _reply in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    # An address or header that no server could take.
    return isinstance(error, ValueError)
