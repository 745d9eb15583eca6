"""What Wagtail has published as mended stands in the table, and is closed here.

After a change of ``fixes.py``: ``GOLDEN=write python -m pytest -n0 tests/editorial/matrix/test_fixes.py``.
"""

import os
from importlib import import_module

import pytest

from tests.editorial.matrix import table
from tests.editorial.matrix.fixes import CLASSES, marks

FIXES = [fix for fixes in CLASSES.values() for fix in fixes]


def test_the_table_has_the_marks():
    found = table.read()
    if os.environ.get("GOLDEN") == "write":
        table.write(found)
    assert table.FILE.read_text("utf-8") == table.text(found)


def test_every_marked_address_is_in_the_table():
    known = {row.partition(" ")[2] for row in table.read()}
    assert set(marks()) - known == set()


def test_each_has_its_number():
    """And stands here once."""
    numbers = [fix.number for fix in FIXES]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.number)
def test_each_is_shown_to_be_closed(fix):
    """By a test; or by the table: no stranger and no other guest is let in, whatever the state."""
    if fix.shown:
        file, name = fix.shown.split("::")
        module = import_module(file.removesuffix(".py").replace("/", "."))
        assert callable(getattr(module, name))
        return
    rows = table.read()
    assert fix.addresses
    for address in fix.addresses:
        for row in (rows[f"GET {address}"], rows[f"POST {address}"]):
            assert "+" not in row["anonymous"] + row["stranger"], address
