"""``publish_due`` in processes of its own: twice at once, killed half-way, and by the clock."""

import itertools
import multiprocessing
import os
import signal
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connections
from django.utils import timezone
from wagtail.models import PageLogEntry

from kdsite.editorial.models import Release, Slot
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.publish_due import publish_due
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    its_time,
    make_slot,
    read,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.both_databases, pytest.mark.mailed]

ROUNDS = int(os.environ.get("SOAK_ROUNDS", "3"))

committing = pytest.mark.django_db(transaction=True)

# With everything that is loaded already: to start anew takes three seconds of computing.
fork = multiprocessing.get_context("fork")


def publisher(pipe, dies):
    """Publishes whenever the test says so; one that ``dies`` is killed at its second page."""
    # What was open where it was forked belongs to its parent: it gets a connection of its own.
    with suppress(AttributeError):
        del connections["default"]
    if dies:
        guard.publish = killed_at_the_second(guard.publish)
    while pipe.recv():
        publish_due()
        pipe.send("done")


def killed_at_the_second(publish):
    numbers = itertools.count(1)

    def publish_or_die(revision, user=None):
        if next(numbers) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return publish(revision, user)

    return publish_or_die


@contextmanager
def processes(*dying):
    """Two processes or more, each with a connection of its own; for each whether it ``dies``."""
    # Nobody inherits an open connection.
    connections.close_all()
    started = []
    for dies in dying:
        ours, theirs = fork.Pipe()
        process = fork.Process(target=publisher, args=(theirs, dies), daemon=True)
        process.start()
        theirs.close()
        started.append((ours, process))
    try:
        yield [pipe for pipe, _process in started]
    finally:
        for pipe, process in started:
            if process.is_alive():
                pipe.send(False)
            process.join(timeout=60)


def go(*pipes):
    """What each process says when it has published: ``done``, or nothing where it died."""
    for pipe in pipes:
        pipe.send(True)
    return [answer(pipe) for pipe in pipes]


def answer(pipe):
    try:
        return pipe.recv()
    except EOFError:
        return ""


def ready_in_both_languages(people, title="Samaan suuntaan"):
    """A post and its translation, approved, whose time has just come."""
    post = make_post(people.writer, title=title)
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    its_time(fresh(post).slot)
    return post, target


def publications(page):
    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").count()


@committing
def test_two_processes_publish_once(people):
    """R6: each page goes public once, in one release, however often it is tried."""
    with processes(False, False) as both:
        for number in range(ROUNDS):
            post, target = ready_in_both_languages(people, f"Kierros {number}")
            assert go(*both) == ["done", "done"]
            assert (publications(post), publications(target)) == (1, 1)
            assert Release.objects.filter(pages__page=post.pk).count() == 1


@committing
def test_a_process_that_is_killed_between_the_languages(people):
    """Nothing is public then; the next one publishes both in one release."""
    post, target = ready_in_both_languages(people)
    with processes(True, False) as (dying, next_one):
        assert go(dying) == [""]
        assert not fresh(post).live
        assert not fresh(target).live
        assert (publications(post), publications(target)) == (0, 0)
        assert go(next_one) == ["done"]
    (release,) = Release.objects.filter(slot=fresh(post).slot)
    assert {page.page_id for page in release.pages.all()} == {post.pk, target.pk}
    assert read(post)[0] == read(target)[0] == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "at",
    [
        datetime(2031, 1, 31, 22, 0, tzinfo=UTC),  # midnight at a month's end
        datetime(2031, 3, 30, 1, 0, tzinfo=UTC),  # summer time begins
        datetime(2031, 10, 26, 0, 30, tzinfo=UTC),  # 3.30 for the first time
        datetime(2031, 10, 26, 1, 30, tzinfo=UTC),  # and for the second
    ],
)
def test_exactly_when_its_time_has_come(people, at):
    """R11: a second before nothing, at the time both, by a moment and not by a clock face."""
    post, target = ready_in_both_languages(people)
    Slot.objects.update(at=at)
    with time_machine.travel(at - timedelta(seconds=1), tick=False):
        assert publish_due() == []
    assert not fresh(post).live
    with time_machine.travel(at, tick=False):
        (release,) = publish_due()
    assert (release.due_at, release.happened_at) == (at, at)
    assert fresh(post).live
    assert fresh(target).live


@pytest.mark.django_db
def test_wagtails_command_does_the_same(people):
    """Whoever has set up ``publish_scheduled`` gets releases, and no page by Wagtail's own way."""
    post, target = ready_in_both_languages(people)
    call_command("publish_scheduled")
    assert fresh(post).live
    assert fresh(target).live
    assert Release.objects.get(pages__page=post.pk).happened_at <= timezone.now()
