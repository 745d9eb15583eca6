"""The points, each done or not, read from the site itself."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from home.models import AccessibilityStatementPage, HomePage, StandardPage
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

    :ivar what: a sentence that is true once it is done.
    :ivar how: what to do, where it is not.
    :ivar link: where that is done; empty where it is done on the server.
    """

    what: str
    is_done: bool
    how: str = ""
    link: str = ""


def points():
    """All of them, in the order in which one does them."""
    return [
        _sender(),
        _mail_leaves(),
        _scheduler(),
        *_people(),
        *_contacts(),
        *_texts(),
        _calendar(),
    ]


def is_done():
    """Is there nothing left? Nothing that was done once is asked for again on the same day."""
    if cache.get(DONE):
        return True
    done = all(point.is_done for point in points())
    if done:
        cache.set(DONE, True, A_DAY)
    return done


def _sender():
    return Point(
        _("Mails come from %(sender)s, and their links lead to %(address)s.")
        % {
            "sender": settings.DEFAULT_FROM_EMAIL,
            "address": settings.WAGTAILADMIN_BASE_URL,
        },
        True,
    )


def _mail_leaves():
    return Point(
        _("Mail leaves the site."),
        Message.objects.filter(sent_at__isnull=False).exists(),
        _("Send yourself a test mail. Nothing comes? Ask whoever runs the server."),
    )


def _scheduler():
    return Point(
        _("The scheduler runs: it publishes by the clock and sends the mail."),
        Heartbeat.alive(SCHEDULER),
        _("Ask whoever runs the server to start it."),
    )


def _people():
    short = dict(short_groups())
    if not short:
        yield Point(_("Each group that decides on texts has two people."), True)
    for name, count in short.items():
        yield Point(
            _("The group “%(name)s” has two people.") % {"name": name},
            False,
            _("It has %(count)d. Invite more: publishing takes two.")
            % {"count": count},
            reverse("wagtailusers_users:index"),
        )


def _contacts():
    for home in HomePage.objects.order_by("pk").filter(contact=""):
        yield Point(
            _("“%(title)s” says whom readers write to.") % {"title": home.title},
            False,
            _("Add the address, send the page for review, and have it approved."),
            edit_url(home.pk),
        )


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
            yield Point(
                _("“%(title)s” has a text of your own.") % {"title": page.title},
                False,
                _(
                    "It stands as it came with the site. Write it, and have it approved."
                ),
                edit_url(page.pk),
            )


def _calendar():
    return Point(
        _("The calendar has slots."),
        Slot.objects.filter(at__gt=timezone.now()).exists(),
        _("Say from when on, and how often, the site publishes."),
        reverse("wagtailsettings:edit", args=["editorial", "rhythm"]),
    )
