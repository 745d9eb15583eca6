"""A post and its translation become public in the middle of the load, by their slot; what readers see
of them meanwhile."""

import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import psycopg

from scripts.bench.table import Row

# Seconds: how long it may take from the slot's time, and how long one language may be there alone.
SOON, MOMENT = 15, 2
# Readers ask so often, when it is about to come, and before.
OFTEN, SELDOM = 0.2, 5


class Release(threading.Thread):
    """Asks for both addresses until it is ended; remembers what was seen and when."""

    def __init__(self, site, slot, addresses, seconds):
        super().__init__(daemon=True)
        self.site, self.addresses = site, addresses
        self.at = time.time() + seconds
        at = datetime.now(UTC) + timedelta(seconds=seconds)
        with closing(psycopg.connect(site.environment["DATABASE_URL"])) as connection:
            connection.execute(
                "UPDATE editorial_slot SET at = %s WHERE id = %s", (at, slot)
            )
            connection.commit()
        self.seen = []
        self.ended = threading.Event()

    def run(self):
        while not self.ended.is_set():
            statuses = [self.site.get(each).status for each in self.addresses]
            self.seen.append((time.time() - self.at, *statuses))
            is_near = -2 < self.seen[-1][0] < SOON + 5
            self.ended.wait(OFTEN if is_near else SELDOM)

    def end(self):
        self.ended.set()
        self.join()


def rows(seen):
    """What was ``seen``: seconds from the slot's time, and the status of each of both addresses."""
    public = [when for when, *found in seen if found == [200, 200]]
    alone = [when for when, *found in seen if sorted(found) == [200, 404]]
    odd = [each for each in seen if not {each[1], each[2]} <= {200, 404}]
    odd += [each for each in seen if each[0] < 0 and 200 in each[1:]]
    odd += [each for each in seen if public and each[0] > public[0] and 404 in each[1:]]
    yield Row(
        "release: seconds until readers had both languages",
        public[0] if public else float("inf"),
        at_most=SOON,
        unit=" s",
    )
    yield Row(
        "release: seconds that one language was there alone",
        # As long as it may have been: from the look before to the look after.
        public[0] - alone[0] if alone and public else 0,
        at_most=MOMENT,
        unit=" s",
    )
    yield Row(
        "release: looks that saw it too early, or gone again, or an error",
        len(odd),
        f"of {len(seen)}",
        at_most=0,
        wrong=[str(each) for each in odd],
    )
