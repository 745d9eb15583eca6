"""The house is in rooms that a visitor can take in."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = ("kdsite", "community", "blog", "home", "tests", "scripts")
PACKAGES = sorted(
    path.parent
    for room in ROOMS
    for path in (ROOT / room).rglob("__init__.py")
    if "migrations" not in path.parts
)


def modules_of(package):
    return [path for path in package.glob("*.py") if path.name != "__init__.py"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_can_be_taken_in(package):
    """At most 15 files side by side, none above 250 lines."""
    modules = modules_of(package)
    assert len(modules) <= 15
    for path in modules:
        assert len(path.read_text("utf-8").splitlines()) <= 250, path


@pytest.mark.parametrize(
    "package",
    [each for each in PACKAGES if each.relative_to(ROOT).parts[0] in ROOMS[:4]],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_a_room_says_what_is_in_it(package):
    """The docstring of a package has a line for each module and package in it."""
    docstring = ast.get_docstring(ast.parse((package / "__init__.py").read_text()))
    assert docstring
    inside = {path.stem for path in modules_of(package)}
    inside |= {
        path.parent.name
        for path in package.glob("*/__init__.py")
        if path.parent.name != "migrations"
    }
    listed = {
        line[2:].partition(":")[0]
        for line in docstring.splitlines()
        if line.startswith("- ")
    }
    assert listed in (inside, set()), listed ^ inside
    assert listed or len(inside) < 2 or package.name in ("management", "formats")


def test_nothing_goes_around_the_door():
    """No code of ours makes a row public by an update or opens the door itself."""
    for room in ROOMS[:4]:
        for path in (ROOT / room).rglob("*.py"):
            text = path.read_text("utf-8")
            assert ".update(live=True" not in text, path
            if path.name != "guard.py":
                assert "_publishing" not in text, path
