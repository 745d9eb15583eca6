"""What a page costs: CPU of all processes for a request, as a multiple of what a hello-world view
costs.

The view of :mod:`scripts.bench.costs.hello` is served by a gunicorn like the site's. For each kind of page
both are asked in turn, and the CPU is read that gunicorn's processes and the database's have used
meanwhile; of three rounds the median counts. So the figure is the same on a slow machine and a quick
one, and beside other work. The site is measured as it is without a cache, from its page cache, and behind the
nginx of ``deploy/nginx.conf``, whose CPU counts as well: by https and a connection that stays open.
"""

from statistics import median

from scripts.bench.costs.front import in_front_of
from scripts.bench.costs.processes import Database
from scripts.bench.serving import gunicorn
from scripts.bench.table import Row

ROUNDS = 3
# How many requests a round has: of the view, of a page that is made, of a copy, of nginx.
HELLOS, MADE, COPIES, KEPT = 400, 20, 400, 4000
# By kind of page: its bound without a cache.
BOUNDS = {
    "BlogPage": 43,
    "QuestionPage": 43,
    "BlogIndexPage": 80,
    "HomePage": 80,
    "AuthorPage": 80,
    "ThemePage": 80,
    "archive, year": 80,
    "search, found": 60,
    "feed": 100,
    "sitemap": None,
}
FROM_A_COPY = 1.5
BEHIND_NGINX = 0.15
LANGUAGE = "fi"


def measure(site):
    addresses = {kind: site.kinds.get((kind, LANGUAGE)) for kind in BOUNDS}
    addresses |= {"feed": f"/{LANGUAGE}/atom.xml", "sitemap": "/sitemap.xml"}
    with (
        gunicorn(site.environment | {"PAGE_CACHE": "off"}, "2") as making,
        gunicorn(site.environment | {"PAGE_CACHE": "on"}, "2") as keeping,
        gunicorn(site.environment, "2", "scripts.bench.costs.hello") as hello,
        in_front_of(keeping) as front,
    ):
        database = Database(site.environment["DATABASE_URL"])
        meter = Meter(hello, database)
        for how, server, requests, bounds in (
            ("no cache", making, MADE, BOUNDS),
            ("from a copy", keeping, COPIES, dict.fromkeys(BOUNDS, FROM_A_COPY)),
            ("behind nginx", front, KEPT, dict.fromkeys(BOUNDS, BEHIND_NGINX)),
        ):
            for kind, address in addresses.items():
                if address:
                    yield Row(
                        f"cost, {kind}, {how}",
                        meter.cost(server, address, requests),
                        address,
                        at_most=bounds[kind],
                        unit=" × hello",
                    )


class Meter:
    def __init__(self, hello, database):
        self.hello, self.database = hello, database

    def cost(self, server, address, requests):
        """The multiple that ``address`` costs at ``server``."""
        self.used(server, address, 6)
        return median(
            self.used(server, address, requests)
            / requests
            / (self.used(self.hello, "/", HELLOS) / HELLOS)
            for _ in range(ROUNDS)
        )

    def used(self, server, address, requests):
        """Seconds of CPU for as many ``requests``."""
        before = server.cpu() + self.database.cpu()
        for _ in range(requests):
            answer = server.get(address)
            assert answer.status == 200, address  # noqa: S101 - else it is another page's cost
        return server.cpu() + self.database.cpu() - before
