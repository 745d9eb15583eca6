"""What happens by the clock: releases, mail, and the sign that somebody still does it."""

import logging
import time

from kdsite.editorial import site_copy
from kdsite.editorial.calendar.rhythm import make_slots
from kdsite.editorial.follow_ups.queue import do_due
from kdsite.editorial.models import Heartbeat
from kdsite.editorial.notifications.digest import send_digests
from kdsite.editorial.notifications.mail_queue import send_due
from kdsite.editorial.notifications.release_countdown import count_down
from kdsite.editorial.notifications.reminders import remind
from kdsite.editorial.releases.publish_due import publish_due

logger = logging.getLogger(__name__)

NAME = "scheduler"


def beat():
    Heartbeat.beat(NAME)


# What is done, and after how many seconds again.
JOBS = [
    (publish_due, 5),
    (do_due, 5),
    (send_due, 5),
    (beat, 60),
    (count_down, 60),
    (remind, 10 * 60),
    (send_digests, 10 * 60),
    (make_slots, 24 * 60 * 60),
]
# A job that has failed, because the database was away, waits no longer than that.
AGAIN = 10 * 60


def every(seconds):
    """Register a function as a job; each room has its own."""

    def register(job):
        JOBS.append((job, seconds))
        return job

    return register


class Scheduler:
    """Does each job when its time has come; one that fails is logged, and done again, at the latest
    after ten minutes.

    Safe beside another one: each job is. In a copy of the site it gives its sign of life and
    leaves the rest alone: reminders that were told there would be told twice.
    """

    def __init__(self, jobs=JOBS, clock=time.monotonic):
        self.clock = clock
        self.plan = [[clock(), job, pause] for job, pause in jobs]

    def round(self):
        """Do what is due by now; the first round does everything."""
        for entry in self.plan:
            due, job, pause = entry
            if due > self.clock():
                continue
            entry[0] = self.clock() + pause
            try:
                if job is beat or not site_copy.is_copy():
                    job()
            except Exception:
                logger.exception("The scheduler's %s failed", job.__name__)
                entry[0] = min(entry[0], self.clock() + AGAIN)
