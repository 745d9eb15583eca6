"""The editors are reminded to review the accessibility statement, a month before a year is full."""

from calendar import monthrange
from datetime import date

from django.utils import timezone

from home.models import AccessibilityStatementPage
from kdsite.editorial.notifications import recipients
from kdsite.editorial.notifications.notify import tell
from kdsite.editorial.notifications.reminders import reminder
from kdsite.editorial.page_kinds import translation_of

MONTHS = 11


@reminder
def of_the_statement(today):
    """Once for each review, and for both languages, which have its day in common.

    A statement without one counts from when it was last published.
    """
    for page in AccessibilityStatementPage.objects.live():
        since = page.reviewed_on or timezone.localdate(page.last_published_at)
        if today < months_after(since, MONTHS) or translation_of(page):
            continue
        tell(
            "home/mail/statement",
            recipients.editors(),
            key=f"{page.pk}:{since}",
            page=page,
            reviewed_on=page.reviewed_on,
        )


def months_after(day, months):
    """The same day of a later month; its last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
