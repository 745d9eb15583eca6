"""How much memory a worker has after many requests of every kind, and whether it grows."""

from itertools import cycle, islice
from pathlib import Path

from scripts.bench.serving import gunicorn
from scripts.bench.table import Row

REQUESTS, WARM = 10_000, 2_000
# Every so many of them come from somebody who has a cookie of the site's, and get no copy.
MADE = 10
# With Debian's dictionaries, in MiB; and by how much it may grow once it is warm.
BOUND, GROWS = 200, 1.05


def measure(site):
    addresses = [a for (kind, _), a in site.kinds.items() if kind != "not there"]
    addresses += ["/fi/atom.xml", "/sv/atom.xml", "/sitemap.xml", "/robots.txt"]
    with gunicorn(site.environment | {"PAGE_CACHE": "on"}) as server:
        mixed = enumerate(cycle(addresses))
        ask(server, islice(mixed, WARM))
        warm = memory_of(server)
        ask(server, islice(mixed, REQUESTS - WARM))
        after = memory_of(server)
    yield Row(
        f"memory of a worker, {REQUESTS} requests",
        after,
        f"after {WARM}: {warm:.0f} MiB",
        at_most=BOUND,
        unit=" MiB",
    )
    yield Row("memory, growth once warm", after / warm, at_most=GROWS, unit=" ×")


def ask(server, requests):
    for number, address in requests:
        # Any two addresses change places, so that each is made in its turn.
        theirs = {} if (number + number // 100) % MADE else {"Cookie": "sessionid=none"}
        server.get(address, **theirs)


def memory_of(server):
    """MiB of its one worker."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
    (worker,) = children.read_text().split()
    lines = Path(f"/proc/{worker}/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
