"""The table as a file: of every method and address who gets what, those who get the same on one line."""

from itertools import groupby
from pathlib import Path

from tests.editorial.matrix import fixes
from tests.editorial.matrix.states import ROLES, STATES

FILE = Path(__file__).with_name("matrix.txt")
HEAD = f"""\
# Who may ask what: + let in (also where the form that was sent says nothing), > led on to another
# address without a word, - refused, 0 not there.
# One sign where an address is about no page; else fourteen, by the state of the page: of a guest's
# post {", ".join(STATES).lower()};
# of its translation the same.
# owner: the guest who wrote it; coauthor: named beside; stranger: another guest.
# Below an address: what Wagtail has mended there, as fixes.py tells it.
"""


def read():
    """``{"GET admin/…": {role: signs}}``"""
    found, row = {}, None
    for line in FILE.read_text("utf-8").splitlines():
        if line.lstrip().startswith("#"):
            continue
        if line.startswith("  "):
            signs, roles = line.strip().split("  ")
            row |= dict.fromkeys(roles.split(), signs.replace(" ", ""))
        else:
            row = found[line] = {}
    return found


def write(found):
    FILE.write_text(text(found), "utf-8")


def text(found):
    lines, marks = [HEAD], fixes.marks()
    for name, row in found.items():
        lines.append(f"{name}\n")
        for kind, numbers in marks.get(name.partition(" ")[2], {}).items():
            lines.append(f"  # {kind}: {', '.join(numbers)}\n")
        by_signs = sorted(row, key=lambda role: (row[role], ROLES.index(role)))
        for signs, roles in groupby(by_signs, key=row.get):
            half = len(STATES)
            parted = " ".join(filter(None, (signs[:half], signs[half:])))
            lines.append(f"  {parted}  {' '.join(roles)}\n")
    return "".join(lines)
