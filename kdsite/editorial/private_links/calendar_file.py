"""The calendar as a calendar program reads it (RFC 5545): its times, and the days by which something is due."""

from datetime import UTC, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from kdsite.editorial.addresses import absolute, slot_url
from kdsite.editorial.calendar.entries import entries
from kdsite.editorial.models import Slot
from kdsite.editorial.policy.permissions import runs_the_site
from kdsite.editorial.releases.states import UNWRITTEN

# What is past stays for a while, so that nothing vanishes on its day.
BEHIND = timedelta(days=60)
# Programs ask as often as they like; this is what they are asked for.
EVERY = timedelta(hours=1)


def calendar_file(user):
    """The file, as bytes, in the language in force: what :func:`.entries` shows ``user``; times in UTC."""
    calendar = Calendar()
    calendar.add("prodid", "-//kdsite//calendar//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Publication calendar"))
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    slots = Slot.objects.in_use().filter(at__gte=timezone.now() - BEHIND)
    for entry in entries(list(slots.for_calendar().order_by("at")), user):
        for event in _events(entry, runs_the_site(user)):
            calendar.add_component(event)
    return calendar.to_ical()


def _events(entry, everything):
    slot = entry.slot
    when = {"dtstart": slot.at.astimezone(UTC), "dtend": slot.at.astimezone(UTC)}
    words = entry.title or entry.state.original.state.label
    yield _event(entry, "", words, **when)
    if slot.is_past or not entry.is_open:
        return
    first, *others = entry.state.languages
    if everything and first.state in UNWRITTEN:
        yield _due(entry, "text", _("Text due: %(title)s"), slot.text_due)
    if entry.slot.page_id and any(not each.state.is_done for each in others):
        words = _("Translation due: %(title)s")
        yield _due(entry, "translation", words, slot.translation_due)


def _due(entry, kind, words, day):
    """The whole of ``day``."""
    title = entry.title or entry.state.original.state.label
    days = {"dtstart": day, "dtend": day + timedelta(days=1)}
    return _event(entry, kind, words % {"title": title}, **days)


def _event(entry, kind, summary, **when):
    event = Event()
    name = f"slot-{entry.slot.pk}-{kind}" if kind else f"slot-{entry.slot.pk}"
    host = settings.WAGTAILADMIN_BASE_URL.rpartition("/")[2].partition(":")[0]
    event.add("uid", f"{name}@{host}")
    event.add("dtstamp", timezone.now().astimezone(UTC).replace(microsecond=0))
    for key, moment in when.items():
        event.add(key, moment)
    event.add("summary", summary)
    event.add("description", "\n".join([*_states(entry), *entry.writers]))
    event.add("url", absolute(slot_url(entry.slot)))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _states(entry):
    """``suomeksi: Hyväksytty``."""
    names = {"fi": _("in Finnish"), "sv": _("in Swedish")}
    for part in entry.state.languages:
        label = str(part.state.label)
        yield f"{names[part.language]}: {label}" if part.language in names else label
