"""The municipalities of Finland, with the names that they have in both languages.

Statistics Finland's classification of municipalities 1.1.2026; the languages by the government's decree
on the language status of municipalities for 2023 to 2032.
"""

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("municipalities.csv")


@cache
def municipalities():
    """A dict for each, in the order of their numbers: ``number``, ``name_fi``, ``name_sv``,
    ``languages`` (*fi*, *sv*, *fi+sv*; the majority's first), ``valid_from`` (an ISO date)."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def names():
    """Every name of every municipality."""
    return {each[name] for each in municipalities() for name in ("name_fi", "name_sv")}
