"""One mail a day for those who chose it: what happened since the last one."""

from datetime import time, timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from kdsite.editorial.models import MailChoice, Notice
from kdsite.editorial.models.slots import local_moment
from kdsite.editorial.notifications import letters
from kdsite.editorial.notifications.notify import (
    greeting_of,
    kept_apart,
    language_of,
)
from kdsite.editorial.process_lock import take

HOUR = time(7)


def send_digests():
    """Send what was collected until the last seven o'clock, local time, to each person once.

    Safe to call often, and from two processes at once.
    """
    with take("digest") as mine:
        if not mine:
            return
        collected = Notice.objects.filter(in_digest=True, created_at__lt=_last_hour())
        people = get_user_model().objects.filter(notices__in=collected).distinct()
        for person in people:
            with kept_apart("digest"):
                _send(
                    person, collected.filter(user=person).order_by("created_at", "pk")
                )


def _last_hour():
    now = timezone.localtime()
    last = local_moment(now.date(), HOUR)
    return last if last <= now else local_moment(now.date() - timedelta(days=1), HOUR)


def _send(person, notices):
    items = [letters.Item(notice.subject, notice.text) for notice in notices]
    wanted = MailChoice.of(person) != MailChoice.When.NEVER
    if wanted and person.is_active and person.email:
        language = language_of(person)
        with override(language):
            subject = _("What has happened on the network's blog")
        mail = letters.gather(items, language, greeting_of(person), subject)
        letters.post(person.email, mail)
    notices.update(in_digest=False, subject="", text="")
