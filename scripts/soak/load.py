"""Runs locust in a process of its own."""

import csv
import json
import os
import subprocess
import sys

from scripts.bench.serving import ROOT
from scripts.soak.plan import FOLDER

# The part of the time in which they come, one after the other: who logs in waits for others who do.
COMING = 0.1


def run(name, host, seconds, users, *files):
    """``(statistics, failed)`` of the load that the modules ``files`` describe: a list of dicts, and
    a list of lines."""
    kept = f"{FOLDER}/{name}"
    subprocess.run(
        [
            sys.executable, "-m", "locust", "--headless", "--only-summary",
            "--locustfile", ",".join(f"scripts/soak/{file}.py" for file in files),
            "--host", host, "--users", str(users), "--spawn-rate", str(users / (seconds * COMING)),
            "--run-time", f"{seconds:.0f}s", "--stop-timeout", "30",
            "--exit-code-on-error", "0", "--logfile", f"{kept}.log",
            "--csv", kept, "--json-file", kept,
        ],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )  # fmt: skip
    with open(f"{kept}.json") as file:
        return json.load(file), [
            *lines(f"{kept}_failures"),
            *lines(f"{kept}_exceptions"),
        ]


def lines(kept):
    with open(f"{kept}.csv", newline="") as file:
        yield from (" ".join(line.values()) for line in csv.DictReader(file))
