"""How long it takes from the start of the server to its first page, as a multiple of what a
hello-world view takes."""

import time
from statistics import median

from scripts.bench.serving import gunicorn
from scripts.bench.table import Row

STARTS = 3
BOUND = 8


def measure(site):
    hello = median(first_page(site, "/", "scripts.bench.costs.hello"))
    page = median(first_page(site, "/fi/", "kdsite.wsgi"))
    yield Row(
        "cold start to the first page",
        page / hello,
        f"{hello:.1f} → {page:.1f} s",
        at_most=BOUND,
        unit=" × hello",
    )


def first_page(site, address, application):
    """Seconds, of each start."""
    for _ in range(STARTS):
        begin = time.perf_counter()
        with gunicorn(site.environment, application=application) as server:
            server.get(address)
            yield time.perf_counter() - begin
