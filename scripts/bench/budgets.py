"""Queries of each kind of page, without any cache."""

from scripts.bench.table import Row, worst

BUDGET = 25


def measure(site):
    addresses = {
        f"{kind} {language}": address
        for (kind, language), address in site.kinds.items()
    }
    found = site.ask("bench.queries", list(addresses.values()))
    counts = {name: found[address] for name, address in addresses.items()}
    most, where = worst(counts)
    yield Row(
        f"queries of a page, without cache ({len(counts)} kinds)",
        most,
        where,
        at_most=BUDGET,
        wrong=[
            f"{name}: {count} {addresses[name]}"
            for name, count in counts.items()
            if count > BUDGET
        ],
    )
