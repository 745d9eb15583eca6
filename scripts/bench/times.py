"""How long gunicorn takes to answer, one request after the other. No bound: for information."""

from statistics import median

from scripts.bench.table import Row


def measure(site):
    for (kind, language), address in site.kinds.items():
        site.get(address)
        seconds = [site.get(address).seconds for _ in range(site.runs)]
        yield Row(f"answer, {kind} {language}", median(seconds) * 1000, unit=" ms")
