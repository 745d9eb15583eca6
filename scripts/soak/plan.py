"""What the load is told: where the site is, who takes part, what there is to read; and where it
writes down what was saved."""

import json
import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "var/soak"
PLAN = FOLDER / "plan.json"
# A line for each save and each approval that was answered as done.
SAVES, APPROVALS = FOLDER / "saves.jsonl", FOLDER / "approvals.jsonl"
# In the place of the words of a draft.
WORDS = "TASSA OVAT SANAT"
# Each reads a page a second: so 95 % of the requests are theirs.
READERS = 75
MINUTES = float(os.environ.get("SOAK_MINUTES") or 30)


def read():
    return json.loads(PLAN.read_text())


def note(file, done):
    with file.open("a") as lines:
        lines.write(json.dumps(done) + "\n")


def noted(file):
    return [json.loads(line) for line in file.read_text().splitlines()]


def sentence(number):
    return f"Lause numero {number}."
