"""What the front page of one person is made from, read once for all of its panels."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property

from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.models import ReviewTask, Slot, Waiting
from kdsite.editorial.models.slots import TEXT_DUE
from kdsite.editorial.policy import permissions
from kdsite.editorial.policy.deciding_groups import languages_decided_by

# So many slots are shown of what comes next.
NEXT = 4
WEEK = timedelta(days=7)


class Desk:
    """What ``user`` may do, and what the calendar says to them."""

    def __init__(self, user):
        self.user = user
        self.today = timezone.localdate()
        # Read once, by whichever of the panels is drawn first.
        self.tasks = ReviewTask.in_use()

    @cached_property
    def runs_the_site(self):
        return permissions.runs_the_site(self.user)

    @cached_property
    def languages(self):
        """Into which this person translates, as codes."""
        return languages_decided_by(self.user, only_in_use=True)

    @property
    def week_ends(self):
        """The last day of the seven that begin today."""
        return self.today + WEEK - timedelta(days=1)

    @cached_property
    def waiting(self):
        """What is approved and waits for its time, the longest first."""
        rows = Waiting.objects.select_related("revision__user", "page__locale")
        return list(rows.order_by("since"))

    @cached_property
    def _entries(self):
        if not (self.runs_the_site or self.languages):
            return []
        upcoming = Slot.objects.in_use().upcoming()
        # Of a text that is due this week, unless somebody has set another day.
        end = timezone.now() + WEEK + TEXT_DUE
        wanted = Q(pk__in=upcoming[:NEXT].values("pk"))
        wanted |= Q(pk__in=upcoming.unplanned().filter(at__gte=end)[:1].values("pk"))
        soon = Q(at__lt=end) | Q(own_text_due__lte=self.week_ends)
        soon |= Q(own_translation_due__lte=self.week_ends)
        wanted |= Q(pk__in=upcoming.filter(soon).values("pk"))
        wanted |= Q(pk__in=Slot.objects.overdue().values("pk"))
        slots = Slot.objects.filter(wanted).for_calendar().order_by("at")
        return entries(list(slots), self.user)

    @property
    def overdue(self):
        """Slots that have not gone out in time."""
        return [entry for entry in self._entries if entry.is_overdue]

    @property
    def coming(self):
        """The next slots, those with something due this week, and the next that nobody has planned."""
        return [entry for entry in self._entries if not entry.is_overdue]

    @property
    def next(self):
        return self.coming[:NEXT]
