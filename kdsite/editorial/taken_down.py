"""What was public once and is no longer: since when, and why."""

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry

# Wagtail writes the first of every page that is taken down; ours, with the reason, comes after it.
ACTIONS = ("wagtail.unpublish", "editorial.take_down")


def is_taken_down():
    """A condition on pages."""
    return Q(live=False, first_published_at__isnull=False)


def taken_down(pages):
    """For each of ``pages`` that is taken down ``(when, why)`` by its id; in one query.

    A page that is taken down for the second time has the time and the reason of that.
    """
    wanted = [page.pk for page in pages if not page.live and page.first_published_at]
    if not wanted:
        return {}
    found = {}
    entries = PageLogEntry.objects.filter(page__in=wanted, action__in=ACTIONS)
    for entry in entries.order_by("timestamp", "pk"):
        found[entry.page_id] = (entry.timestamp, entry.data.get("comment", ""))
    return found


def with_times(pages):
    """The queryset ``pages`` for lists of many: :func:`since_when` asks for none of them by itself."""
    entries = PageLogEntry.objects.filter(page=OuterRef("pk"), action__in=ACTIONS)
    newest = entries.order_by("-timestamp", "-pk").values("timestamp")[:1]
    return pages.annotate(taken_down_since=Subquery(newest))


def since_when(page):
    """When ``page``, which is taken down, was; ``None`` where nobody wrote it down."""
    if hasattr(page, "taken_down_since"):
        return page.taken_down_since
    when, _why = taken_down([page]).get(page.pk, (None, ""))
    return when


def said_of(page):
    """“taken down on …”, of a page that was."""
    if when := since_when(page):
        day = date_format(timezone.localtime(when), "SHORT_DATE_FORMAT")
        return _("taken down on %(day)s") % {"day": day}
    return _("taken down")


def taken_down_at(path):
    """Was the page at ``path`` (of the tree) public once, and is it taken down?"""
    if "\x00" in path:
        # PostgreSQL has no such text.
        return False
    return Page.objects.filter(is_taken_down(), url_path=path).exists()
