"""What the documents say of the house is true."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
FILE = re.compile(
    r"`([a-z_]+(?:/[\w.-]+)*\.(?:py|html|css|js|txt|sha256|toml|md|conf|service|timer)|[a-z_]+(?:/[\w.-]+)+)`"
)
ROOMS = (
    "kdsite",
    "community",
    "blog",
    "home",
    "tests",
    "scripts",
    "docs",
    "locale",
    "deploy",
)


@cache
def tree():
    return [
        str(path.relative_to(ROOT))
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
    ]


@pytest.mark.parametrize(
    "name",
    ["README.md", *(f"docs/{p.name}" for p in sorted((ROOT / "docs").glob("*.md")))],
)
def test_files_that_a_document_names_exist(name):
    """Whoever follows a path finds something; a path may begin anywhere in the tree."""
    named = FILE.findall((ROOT / name).read_text("utf-8"))
    made = ("var/", "media/")
    missing = [
        each
        for each in named
        if not each.startswith(made)
        and not (ROOT / each).exists()
        and not any(f"/{path}".endswith(f"/{each}") for path in tree())
    ]
    assert missing == []


def test_the_tree_of_the_house_is_the_tree():
    """Each folder in the picture of the house is there."""
    picture = (ROOT / "docs/architecture.md").read_text("utf-8").split("```")[3]
    room, missing = "", []
    for line in picture.splitlines():
        names = re.match(r"(  )?((?:[\w/]+/ ?)+)", line)
        if not names:
            continue
        if not names[1]:
            room = names[2].split()[0]
        for folder in names[2].split():
            path = f"{room}{folder}" if names[1] else folder
            if not (ROOT / path).is_dir():
                missing.append(path)
    assert missing == []
