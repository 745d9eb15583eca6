"""PostgreSQL is restarted under load, and in the middle of a release (reliability.md R14)."""

import itertools
import threading
import time

import psycopg
import pytest
from django.core import mail
from django.db import close_old_connections, connection

from kdsite.editorial.models import Release
from kdsite.editorial.publishing import guard
from kdsite.editorial.scheduling.scheduler import JOBS, Scheduler
from tests.faults.scene import set_the_scene
from tests.faults.writers import Writer
from tests.support.at_once import ROUNDS
from tests.support.helpers import fresh, its_time
from tests.support.servers.postgresql import AT_ONCE, FAST
from tests.support.servers.production import url_of_database
from tests.support.servers.visitor import Visitor

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.mailed,
]
AWAY = "Sivusto ei juuri nyt vastaa"


def test_the_scheduler_goes_on(scene, people, database, caplog):
    """What fell due meanwhile goes out as soon as the database is back, once, and nobody is told
    that it had failed."""
    its_time(scene.waiting.slot)
    scheduler = Scheduler([(job, 0) for job, _pause in JOBS])
    database.stop()
    close_old_connections()
    scheduler.round()
    database.start()
    mail.outbox.clear()
    for _ in range(2):
        close_old_connections()
        scheduler.round()
    assert fresh(scene.waiting).live
    assert fresh(scene.target).live
    assert Release.objects.filter(slot=scene.waiting.slot).count() == 1
    subjects = [each.subject for each in mail.outbox]
    assert not any("Jäi julkaisematta" in subject for subject in subjects)


class Reader(threading.Thread):
    """Asks for one page after another, also for what no copy is kept of, until it is told to end."""

    def __init__(self, address):
        super().__init__()
        self.anybody, self.answers, self.ends = Visitor(address), [], threading.Event()

    def run(self):
        for number in itertools.count():
            if self.ends.is_set():
                return
            for path in ("/fi/", f"/fi/haku/?q=a{number}"):
                found = self.anybody.get(path)
                self.answers.append((found.status_code, AWAY in found.text))
                time.sleep(0.05)


def test_restarted_under_load(scene, people, database, address):
    """Nobody is answered 500, and every save that was answered is there."""
    drafts = (scene.draft, scene.public)
    writers = [Writer(people.writer, draft, 2 * ROUNDS, address) for draft in drafts]
    readers = [Reader(address), Reader(address)]
    connection.close()
    for each in (*writers, *readers):
        each.start()
    for number in range(ROUNDS // 2):
        writers[0].join(timeout=0.5)
        database.stop((FAST, AT_ONCE)[number % 2])
        database.start()
    for each in writers:
        each.join(timeout=120)
    for each in readers:
        each.ends.set()
        each.join(timeout=60)
    for writer in writers:
        assert set(writer.refused) <= {503}
        assert writer.lost_nothing()
    answers = {answer for reader in readers for answer in reader.answers}
    assert answers <= {(200, False), (503, True)}
    # The first that is asked for after a restart works.
    database.stop()
    database.start()
    assert Visitor(address).get("/sv/").status_code == 200


def test_a_release_whose_connection_is_lost(scene, people, monkeypatch):
    """Nothing of it is public, nobody is told that it failed, and the next turn makes it whole."""
    its_time(scene.waiting.slot)
    publish_one, numbers = guard.publish, itertools.count(1)

    def lost_at_the_second(revision, user=None):
        if next(numbers) == 2:
            with psycopg.connect(url_of_database(), autocommit=True) as another:
                pid = connection.connection.info.backend_pid
                another.execute("SELECT pg_terminate_backend(%s)", [pid])
        return publish_one(revision, user)

    monkeypatch.setattr(guard, "publish", lost_at_the_second)
    mail.outbox.clear()
    Scheduler().round()
    assert not fresh(scene.waiting).live
    assert not fresh(scene.target).live
    assert fresh(scene.waiting).slot.problem == ""
    assert not [each for each in mail.outbox if "Laituri" in each.subject]
    close_old_connections()
    Scheduler().round()
    assert fresh(scene.waiting).live
    assert fresh(scene.target).live
