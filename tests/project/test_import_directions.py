"""Two directions hold: between the apps, and between the packages of the editorial work."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

import kdsite.editorial
from tests.support.imports import imports

ROOT = Path(settings.BASE_DIR)
# An app imports only what stands to its left.
APPS = ["kdsite", "community", "blog", "home"]
EDITORIAL = ROOT / "kdsite" / "editorial"
# A package imports only what is listed above it.
PACKAGES = [
    *("exceptions", "signals", "page_kinds", "taken_down", "locks", "slugs"),
    *("printable", "dates"),
    *(
        "addresses",
        "reasons",
        "process_lock",
        "mailboxes",
        "models",
        "site_copy",
        "follow_ups",
        "policy",
    ),
    *("publishing", "texts", "history", "review", "releases", "translations"),
    *("calendar", "notifications", "private_links", "scheduling", "admin"),
    *("templatetags", "management", "wagtail_hooks", "apps"),
]
# Wagtail calls a task's methods, and a service answers.
CALLED_BY_WAGTAIL = {
    "start",
    "user_can_access_editor",
    "locked_for_user",
    "get_actions",
    "on_action",
}


def files_of(folder):
    return [
        path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts
    ]


@pytest.mark.parametrize("app", APPS)
def test_apps_know_only_what_stands_to_their_left(app):
    """kdsite <- community <- blog <- home; by whatever name it is imported or looked up."""
    others = set(APPS[APPS.index(app) + 1 :])
    known = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in files_of(ROOT / app)
        for line, name in imports(path)
        if name.partition(".")[0] in others
    ]
    assert known == []


def test_the_editorial_work_knows_nothing_of_the_project():
    """It is one Django app for any page; it could be taken elsewhere."""
    known = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in files_of(EDITORIAL)
        for line, name in imports(path)
        if name.split(".")[0] in APPS and not name.startswith("kdsite.editorial")
    ]
    assert known == []


def test_packages_know_only_what_is_listed_above_them():
    """tables <- rules <- services <- Wagtail's admin."""
    upwards = []
    for path in files_of(EDITORIAL):
        here = path.relative_to(EDITORIAL).parts[0].removesuffix(".py")
        if here == "__init__" or path == EDITORIAL / "models" / "reviews.py":
            continue
        for line, name in imports(path):
            if name.startswith("kdsite.editorial."):
                there = name.split(".")[2]
                if PACKAGES.index(there) > PACKAGES.index(here):
                    upwards.append(f"{path.relative_to(EDITORIAL)}:{line} {name}")
    assert upwards == []


def test_a_task_calls_a_service_only_where_wagtail_calls_it():
    """The five methods of the review task import ``review`` when they are called; nothing else
    in the tables does."""
    path = EDITORIAL / "models" / "reviews.py"
    allowed = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name in CALLED_BY_WAGTAIL:
            allowed |= set(range(node.lineno, node.end_lineno + 1))
    above = PACKAGES[PACKAGES.index("models") + 1 :]
    for line, name in imports(path):
        if name.startswith(tuple(f"kdsite.editorial.{each}." for each in above)):
            assert name.startswith("kdsite.editorial.review.") and line in allowed, name


def test_no_model_is_looked_up_by_its_name_in_the_editorial_work():
    """A name in quotation marks would hide a circle; a setting that names a model hides none."""
    hidden = [
        f"{path.relative_to(EDITORIAL)}:{line} {name}"
        for path in files_of(EDITORIAL)
        for line, name in imports(path)
        if f'get_model("{name}' in path.read_text("utf-8")
    ]
    assert hidden == []


def test_the_packages_are_in_the_order_that_the_docstring_gives():
    """Whoever reads the docstring of the editorial work reads the rule."""
    listed = [
        line[2:].partition(":")[0]
        for line in kdsite.editorial.__doc__.splitlines()
        if line.startswith("- ")
    ]
    ordered = [name for name in listed if name in PACKAGES[: PACKAGES.index("admin")]]
    assert ordered == PACKAGES[: PACKAGES.index("admin")]
