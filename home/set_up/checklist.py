"""The points, each done or not, read from the site itself."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from home.models import AccessibilityStatementPage, HomePage, StandardPage
from kdsite.backups import services as backups
from kdsite.editorial.addresses import edit_url
from kdsite.editorial.models import Heartbeat, Message, Slot
from kdsite.editorial.policy.staffing import short_groups
from kdsite.editorial.scheduling.scheduler import NAME as SCHEDULER

# Remembered for a day once all is done, so that front pages of the admin do not ask each time.
DONE = "kdsite:set-up"
A_DAY = 24 * 60 * 60


@dataclass
class Point:
    """One thing that a site needs.

    :ivar done: what is true once it is done.
    :ivar todo: what to do, where it is not.
    :ivar link: where that is done; empty where it is done on the server, or by others.
    """

    is_done: bool
    done: str = ""
    todo: str = ""
    link: str = ""


def points(user=None):
    """All of them, in the order in which one does them; ``user`` is who looks."""
    return [*_each(user)]


def _each(user=None):
    """One after the other: whoever asks for the first that is not done asks for no more."""
    yield _sender()
    yield _mail_leaves()
    yield _scheduler()
    yield from _backup()
    yield from _people(user)
    yield from _contacts()
    yield from _texts()
    yield _calendar()


def is_done():
    """Is there nothing left? What was done is not asked for again on the same day."""
    if cache.get(DONE):
        return True
    done = all(point.is_done for point in _each())
    if done:
        cache.set(DONE, True, A_DAY)
    return done


def _sender():
    text = _("Mails come from %(sender)s, and their links lead to %(address)s.")
    found = {
        "sender": settings.DEFAULT_FROM_EMAIL,
        "address": settings.WAGTAILADMIN_BASE_URL,
    }
    return Point(True, text % found)


def _mail_leaves():
    # One that does not leave comes before those that have.
    told = Message.objects.exclude(next_try=None).exclude(problem="")
    told |= Message.objects.exclude(sent_at=None)
    told = told.order_by(F("sent_at").asc(nulls_first=True)).values("sent_at").first()
    if told and told["sent_at"] is None:
        return Point(
            False, todo=_("Mail does not leave now: ask whoever runs the server.")
        )
    return Point(
        told is not None,
        _("Mail leaves the site."),
        _("Send yourself a test mail. Nothing comes? Ask whoever runs the server."),
    )


def _scheduler():
    return Point(
        Heartbeat.alive(SCHEDULER),
        _("The scheduler runs: it publishes by the clock and sends the mail."),
        _("The scheduler does not run: ask whoever runs the server to start it."),
    )


def _backup():
    """A demo needs none."""
    if not settings.DEMO:
        yield Point(
            backups.is_recent(),
            _("There is a backup of the last two days."),
            _("There is no backup of the last two days: ask whoever runs the server."),
        )


def _people(user):
    short = dict(short_groups())
    if not short:
        yield Point(True, _("Each group that decides on texts has two people."))
    invites = user is not None and user.is_superuser
    for name, count in short.items():
        text = _(
            "The group “%(name)s” has %(count)d members, and publishing takes two: ask a "
            "superuser to invite more."
        )
        link = reverse("wagtailusers_users:index") if invites else ""
        yield Point(False, todo=text % {"name": name, "count": count}, link=link)


def _contacts():
    for home in HomePage.objects.order_by("path").filter(contact=""):
        text = _("Say on “%(title)s” whom readers write to, and have it approved.")
        yield Point(False, todo=text % {"title": home.title}, link=edit_url(home.pk))


def _texts():
    """The pages that stand as the software made them."""
    roles = StandardPage.Role
    plain = (roles.ABOUT, roles.JOIN, roles.PRIVACY)
    pages = [
        *HomePage.objects.order_by("path"),
        *StandardPage.objects.filter(role__in=plain).order_by("path"),
        *AccessibilityStatementPage.objects.order_by("path"),
    ]
    shown = Revision.objects.filter(pk__in=[page.live_revision_id for page in pages])
    by_people = set(shown.filter(user__isnull=False).values_list("pk", flat=True))
    for page in pages:
        if page.live_revision_id not in by_people:
            text = _("Write your own text for “%(title)s”, and have it approved.")
            yield Point(
                False, todo=text % {"title": page.title}, link=edit_url(page.pk)
            )


def _calendar():
    return Point(
        Slot.objects.filter(at__gt=timezone.now()).exists(),
        _("The calendar has slots."),
        _("Say from when on, and how often, the site publishes."),
        reverse("wagtailsettings:edit", args=["editorial", "rhythm"]),
    )
