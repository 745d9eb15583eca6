"""How much memory the site's processes have, while others use it."""

import threading
from pathlib import Path
from statistics import mean

from scripts.bench.table import Row

# Seconds from one look to the next.
APART = 5
GROWS = 1.05


class Memory(threading.Thread):
    """Looks at the processes ``watched``, a dict of names and numbers, until it is ended."""

    def __init__(self, watched):
        super().__init__(daemon=True)
        self.watched = watched
        self.seen = {name: [] for name in watched}
        self.ended = threading.Event()

    def run(self):
        while not self.ended.wait(APART):
            for name, pid in self.watched.items():
                self.seen[name].append(mib_of(pid))

    def end(self):
        self.ended.set()
        self.join()


def workers_of(pid):
    """The numbers of gunicorn's workers."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in children.read_text().split()]


def mib_of(pid):
    """Without what the processes that it was forked from have as well, each has its part of that."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("Pss:"))
    return int(line.split()[1]) / 1024


def row(name, seen):
    """The last quarter of what was ``seen`` beside the second one; the first one warms it."""
    quarter = len(seen) // 4
    if not quarter:
        return Row(f"memory, {name}: too short a run", 0)
    warm, after = mean(seen[quarter : 2 * quarter]), mean(seen[-quarter:])
    said = f"{warm:.0f} → {after:.0f} MiB, at most {max(seen):.0f}"
    return Row(f"memory, {name}: growth", after / warm, said, at_most=GROWS, unit=" ×")
