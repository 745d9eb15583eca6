"""Recall and precision of search: scripts/bench_search.py on the demo that is served."""

import subprocess
import sys

from scripts.bench.serving import ROOT
from scripts.bench.table import Row


def measure(site):
    result = subprocess.run(
        [sys.executable, "scripts/bench_search.py"],
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    for line in result.stdout.splitlines()[2:]:
        name, how_many, recall, precision = line.strip("| ").split(" | ")
        said = f"{how_many} queries"
        yield Row(f"recall at 10, {name}", float(recall), said, at_least=0.95)
        yield Row(f"precision at 10, {name}", float(precision), said, at_least=0.9)
