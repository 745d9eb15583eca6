"""How long a link works that was sent to one person."""

from datetime import datetime, time, timedelta

from django.utils import timezone

VALID_FOR = timedelta(days=14)


def valid_until(sent_at):
    """The end of the 14th day after ``sent_at``, by Helsinki's clock: people are told the day,
    and get the whole of it."""
    last_day = timezone.localdate(sent_at, timezone.get_default_timezone()) + VALID_FOR
    return timezone.make_aware(
        datetime.combine(last_day, time.max), timezone.get_default_timezone()
    )
