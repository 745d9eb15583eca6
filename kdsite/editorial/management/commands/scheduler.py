import os
import signal
import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from kdsite.editorial.scheduling.scheduler import Scheduler

# Seconds between two looks at the clock.
STEP = 0.5


class Command(BaseCommand):
    """Publishes and sends mail when it is time, until it is told to end or its parent has ended."""

    help = (
        "Publishes what is due every minute and sends waiting mail every few seconds."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--parent",
            type=int,
            default=os.getppid(),
            help="The process to end with; who started this one, if not given.",
        )

    def handle(self, *args, parent, **options):
        self.ending = False
        for number in (signal.SIGTERM, signal.SIGINT):
            # The job that is being done is finished first: a mail is not left half sent.
            signal.signal(number, self.end)
        scheduler = Scheduler()
        while not self.ending and os.getppid() == parent:
            # A database that was restarted is connected to again.
            close_old_connections()
            scheduler.round()
            time.sleep(STEP)

    def end(self, _number, _frame):
        self.ending = True
