"""The scheduler is away for days; the clock jumps ahead and back; summer time comes and goes."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import caches
from django.core.mail import EmailMessage
from django.utils import timezone
from wagtail.models import PageLogEntry

from kdsite.editorial.models import Heartbeat, MailChoice, Message, Release, Slot
from kdsite.editorial.models.slots import local_moment
from kdsite.editorial.notifications.mail_queue import send_due
from kdsite.editorial.scheduling.scheduler import JOBS, NAME, Scheduler
from kdsite.page_cache import generation
from tests.support.factories import make_post
from tests.support.helpers import (
    fresh,
    make_slot,
    publish,
    publish_translation,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.mailed]
DAYS = (1, 2, 3)


def set_the_scene(people):
    """Three posts in both languages, approved; one goes out on each of the next three days."""
    made = {}
    for day in DAYS:
        post = make_post(people.writer, f"Päivä {day}")
        slot = make_slot(post, days=day)
        publish(post, people.writer, people.editor)
        target = publish_translation(fresh(post), people.translator, people.reviewer)
        made |= {f"post{day}": post, f"target{day}": target, f"slot{day}": slot}
    return made


def turn(moment):
    """The scheduler does everything, twice, as if it were ``moment``.

    :returns: how often each mail has gone out, by whom it is to and what about.
    """
    mail.outbox.clear()
    with time_machine.travel(moment, tick=False):
        for _ in range(2):
            Scheduler([(job, 0) for job, _pause in JOBS]).round()
    return Counter((*each.to, each.subject) for each in mail.outbox)


def publications(page):
    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count()


def is_out(scene, day):
    """In both languages, or in none."""
    both = {fresh(getattr(scene, f"{kind}{day}")).live for kind in ("post", "target")}
    assert len(both) == 1
    return both == {True}


def test_away_for_three_days(scene, people):
    """Each slot that was due is one release, in their order, and each mail goes out once; nobody is
    reminded of what is over."""
    mails = turn(scene.slot3.at + timedelta(hours=1))
    assert [is_out(scene, day) for day in DAYS] == [True] * 3
    slots = [release.slot for release in Release.objects.order_by("pk")]
    assert slots == [scene.slot1, scene.slot2, scene.slot3]
    for day in DAYS:
        assert publications(getattr(scene, f"post{day}")) == 1
        assert publications(getattr(scene, f"target{day}")) == 1
        told = [pair for pair in mails if f"Päivä {day}" in pair[1]]
        assert ("writer@example.fi", f"Julkaistu: Päivä {day}") in told
    assert set(mails.values()) == {1}
    assert not [pair for pair in mails if "Jäi julkaisematta" in pair[1]]
    assert not turn(scene.slot3.at + timedelta(hours=1))


def test_ahead_and_back(scene, people):
    """What went out while the clock was a day ahead stays out, once; the rest waits for its own time."""
    ahead = scene.slot1.at + timedelta(minutes=1)
    mails = turn(ahead)
    assert ("writer@example.fi", "Julkaistu: Päivä 1") in mails
    before = Release.objects.count()
    again = turn(timezone.now())
    assert Release.objects.count() == before
    assert not again.keys() & mails.keys()
    again = turn(ahead)
    assert not again.keys() & mails.keys()
    assert [is_out(scene, day) for day in DAYS] == [True, False, False]
    assert publications(scene.post1) == 1


def test_mail_that_was_written_ahead(settings):
    """It leaves now, and not in a day; one that was tried waits for its pause, and no longer."""
    ahead = timezone.now() + timedelta(days=1)
    with time_machine.travel(ahead, tick=False):
        (row,) = Message.of(EmailMessage("Hei", "Moi!", to=["writer@example.fi"]))
        row.save()
        settings.EMAIL_DELIVERY_BACKEND = "no.such.Backend"
        send_due()
    assert Message.objects.get().tries == 1
    settings.EMAIL_DELIVERY_BACKEND = settings.EMAIL_BACKEND
    mail.outbox.clear()
    assert send_due() == 1
    assert send_due() == 0
    assert len(mail.outbox) == 1


def test_a_sign_of_life_of_tomorrow_is_none(db):
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        Heartbeat.beat(NAME)
    assert not Heartbeat.alive(NAME)
    Heartbeat.beat(NAME)
    assert Heartbeat.alive(NAME)


def test_pages_are_not_answered_as_they_were_until_the_clock_has_caught_up(db):
    """Another process has changed something, so nothing here has been told of it."""
    caches["pages"].clear()
    before = generation.current()
    generation.add()
    with time_machine.travel(timezone.now() - timedelta(hours=1), tick=False):
        assert generation.current() == generation.read() != before


@pytest.mark.parametrize(
    ("day", "hour"), [(date(2031, 3, 30), 6), (date(2031, 10, 26), 7)]
)
def test_the_day_of_another_time(scene, people, day, hour):
    """Nine o'clock stays nine o'clock in Finland, and the mail of seven comes at seven, once."""
    MailChoice.objects.create(user=people.editor, when=MailChoice.When.DIGEST)
    at = local_moment(day, time(9))
    assert at.astimezone(UTC) == datetime(
        day.year, day.month, day.day, hour, tzinfo=UTC
    )
    Slot.objects.exclude(pk=scene.slot1.pk).delete()
    Slot.objects.update(at=at)
    with time_machine.travel(
        local_moment(day - timedelta(days=1), time(12)), tick=False
    ):
        submit(make_post(people.writer, "Illalla"), people.writer)
    digests, out = [], []
    for hours in range(-10, 3):
        moment = at + timedelta(hours=hours)
        local = timezone.localtime(moment).time()
        mails = turn(moment)
        digests += [local for to, about in mails if "Mitä verkoston blogissa" in about]
        out.append((local, is_out(scene, 1)))
    assert digests == [time(7)]
    assert [local for local, is_there in out if is_there][0] == time(9)
    assert Release.objects.count() == 1
