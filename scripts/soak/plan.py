"""What the load is told: where the site is, who takes part, what there is to read; and where it
writes down what was saved."""

import json
import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "var/soak"
PLAN, SAVES = FOLDER / "plan.json", FOLDER / "saves.jsonl"
# In the place of the words of a draft.
WORDS = "TASSA OVAT SANAT"
# Each reads a page a second: so 95 % of the requests are theirs.
READERS = 75
MINUTES = float(os.environ.get("SOAK_MINUTES") or 30)


def read():
    return json.loads(PLAN.read_text())


def sentence(number):
    return f"Lause numero {number}."
