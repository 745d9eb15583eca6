"""Measures the site as readers get it, by hand: make bench.

The demo is served by gunicorn with the settings of production. Prints one table; a bound that is
missed is marked in it, and below it stands where. Ends non-zero only where something could not be
measured. ``RUNS=1`` measures once what varies (else five times), ``ONLY=axe,lighthouse`` measures
these parts only, ``KINDS=BlogPage`` these kinds of pages. Logs and Lighthouse's reports are in
``var/bench/``.
"""

import os
import sys

from scripts.bench import (
    axe,
    browser,
    budgets,
    crawl,
    finding,
    lighthouse,
    memory,
    sizes,
    table,
    times,
)
from scripts.bench.costs import cold, measuring
from scripts.bench.growth import measuring as growth
from scripts.bench.serving import production

PARTS = {
    "sizes": sizes,
    "browser": browser,
    "crawl": crawl,
    "axe": axe,
    "queries": budgets,
    "search": finding,
    "times": times,
    "costs": measuring,
    "cold": cold,
    "lighthouse": lighthouse,
    "memory": memory,
    "growth": growth,
}


def listed(name):
    return [part for part in os.environ.get(name, "").split(",") if part]


def main():
    wanted = listed("ONLY")
    if unknown := set(wanted) - set(PARTS):
        sys.exit(
            f"bench: no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}"
        )
    rows = []
    runs = int(os.environ.get("RUNS") or 5)
    with production(runs, listed("KINDS")) as site:
        site.drawn_before = crawl.drawn(site)
        try:
            for name in wanted or PARTS:
                print(f"bench: {name}", file=sys.stderr, flush=True)
                rows.extend(PARTS[name].measure(site))
        finally:
            # What was measured before something failed is shown too.
            table.show(rows)


main()
