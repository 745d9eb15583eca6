"""What happens by the clock goes on happening."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from kdsite.editorial.models import Heartbeat
from kdsite.editorial.models.heartbeats import STALE
from kdsite.editorial.scheduling.scheduler import JOBS, NAME, Scheduler

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.mailed]


class Clock:
    now = 0

    def __call__(self):
        return self.now


def test_each_job_has_its_own_pause():
    """The first round does everything, later ones what is due."""
    clock, done = Clock(), []
    scheduler = Scheduler(
        [(lambda: done.append("minute"), 60), (lambda: done.append("few"), 5)], clock
    )
    for second in range(0, 66, 5):
        clock.now = second
        scheduler.round()
        scheduler.round()
    assert done.count("minute") == 2
    assert done.count("few") == 14


def test_an_error_does_not_end_it(caplog):
    """It is logged with its traceback; the other jobs and the next round go on."""
    clock, done = Clock(), []

    def fails():
        done.append("failed")
        raise OSError("the disk is full")

    scheduler = Scheduler([(fails, 5), (lambda: done.append("done"), 5)], clock)
    scheduler.round()
    clock.now = 5
    scheduler.round()
    assert done == ["failed", "done"] * 2
    assert "the disk is full" in caplog.text


def test_a_daily_job_that_failed_does_not_wait_for_a_day():
    """The database was away when its time came."""
    clock, done = Clock(), []

    def fails_once():
        done.append(clock.now)
        if len(done) == 1:
            raise OSError

    scheduler = Scheduler([(fails_once, 86_400)], clock)
    for clock.now in (0, 300, 600, 1_200, 86_400, 87_000):
        scheduler.round()
    assert done == [0, 600, 87_000]


def test_it_publishes_and_sends():
    """Releases every minute, mail every few seconds, and a sign of life."""
    pauses = {job.__name__: pause for job, pause in JOBS}
    assert pauses["publish_due"] <= 60
    assert pauses["send_due"] <= 10
    assert pauses["beat"] < STALE.total_seconds()
    Scheduler().round()
    assert Heartbeat.alive(NAME)


def test_readiness_tells_of_the_scheduler(client, settings):
    """Production is not ready without one; development only says so."""
    assert client.get("/readyz").json()["scheduler"] is False
    settings.SCHEDULER_REQUIRED = True
    assert client.get("/readyz").status_code == 503
    Heartbeat.beat(NAME)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["scheduler"]) == (200, True)
    Heartbeat.objects.update(beat_at=timezone.now() - STALE - timedelta(seconds=1))
    assert client.get("/readyz").status_code == 503


def start(folder, *arguments):
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{folder}/no.sqlite3",
        "PYTHONUNBUFFERED": "1",
    }
    return subprocess.Popen(
        [sys.executable, "manage.py", "scheduler", *arguments],
        env=environment,
        stderr=subprocess.PIPE,
    )


def test_it_ends_when_told(tmp_path):
    """On SIGTERM, cleanly; until then it works on, here without a single table."""
    process = start(tmp_path)
    # Its first failure shows that it is at work.
    assert b"scheduler" in process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    _output, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert b"no such table" in errors


def test_it_ends_with_its_parent(tmp_path):
    """No scheduler is left behind by a server that was killed."""
    process = start(tmp_path, "--parent", "1")
    process.communicate(timeout=20)
    assert process.returncode == 0
