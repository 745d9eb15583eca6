"""How much longer an answer takes with 4,000 posts than with the demo's; no page from a copy. And what
the screens of the desk take then.

What is asked is the same before and after, but for the sitemap: of many parts one is asked for. Its
database is larger ever after, so this is measured last.
"""

from statistics import median

from scripts.bench.serving import gunicorn
from scripts.bench.table import Row

POSTS = 4_000
ASKED = 30
GROWS = 1.1
# Of the desk: how many queries a screen takes, and how often its time of before.
QUERIES, DESK_GROWS = 60, 3
LANGUAGE = "fi"
# Of saving and sending: what Wagtail 8.0 itself asks for a page with the fields of a post, and how
# much more a post may.
STOCK, OURS = {"save": 85, "send": 144}, 10


def measure(site):
    addresses = {
        kind: address
        for (kind, language), address in site.kinds.items()
        if language == LANGUAGE and kind != "not there"
    }
    addresses |= {"feed": f"/{LANGUAGE}/atom.xml", "sitemap, part": "/sitemap.xml"}
    with gunicorn(site.environment | {"PAGE_CACHE": "off"}) as server:
        before = {kind: p50(server, a) for kind, a in addresses.items()}
        desk_before = site.ask("bench.growth.desk")
        count = site.ask("bench.growth.multiplying", POSTS)
        addresses["sitemap, part"] = "/sitemap-1.xml"
        for kind, address in addresses.items():
            after = p50(server, address)
            yield Row(
                f"growth, {kind}, {count} posts",
                after / before[kind],
                f"{before[kind]:.0f} → {after:.0f} ms",
                at_most=GROWS,
                unit=" ×",
            )
    for screen, after in site.ask("bench.growth.desk").items():
        before = desk_before[screen]["seconds"]
        yield Row(
            f"queries, {screen}, {count} posts", after["queries"], at_most=QUERIES
        )
        yield Row(
            f"growth, {screen}, {count} posts",
            after["seconds"] / before,
            f"{before * 1000:.0f} → {after['seconds'] * 1000:.0f} ms",
            at_most=DESK_GROWS,
            unit=" ×",
        )
    for button, queries in site.ask("bench.growth.saving").items():
        yield Row(
            f"queries, {button} 2,000 words, {count} posts",
            queries,
            f"{STOCK[button]} in stock Wagtail",
            at_most=STOCK[button] + OURS,
        )


def p50(server, address):
    """Milliseconds."""
    server.get(address)
    answers = [server.get(address) for _ in range(ASKED)]
    assert {answer.status for answer in answers} == {200}, address  # noqa: S101 - else it is another page's time
    return median(answer.seconds for answer in answers) * 1000
