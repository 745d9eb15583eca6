"""``kdsite`` names nothing of the apps that stand on it, and a template's name says whose it is."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# From left to right: each may use what stands to its left.
OTHERS = ["community", "blog", "home"]
# The settings and the addresses put the site together from its apps.
PUTS_TOGETHER = {"settings", "urls.py"}
# Names of theirs that mean much else as well.
ORDINARY = {
    "asked_by", "consent", "date", "forms", "heading", "is_open", "minutes", "month", "network",
    "outcome", "profile", "scope",
}  # fmt: skip
TAG = re.compile(r"{[{%](.*?)[%}]}", re.DOTALL)
# One name, or names in a row: ``blog.BlogPage``, ``-page__lead``.
PATH = re.compile(r"-?[\w.]+")
TEMPLATE = re.compile(r"""["']((?:\w+/)+\w+\.(?:html|txt))["']""")


def test_kdsite_names_no_model_and_no_column_of_another_app():
    """It asks the page, by a method or an attribute that each type defines."""
    names = names_of_others()
    assert {"BlogPage", "standardpage", "hero_image"} <= names
    found = [
        (path, name)
        for path in files("kdsite")
        for name in names_in(path)
        if name in names
    ]
    assert found == []


@pytest.mark.parametrize("app", ["kdsite", *OTHERS])
def test_a_template_is_used_by_its_own_app_and_by_those_that_know_it(app):
    """Its name begins with that of its app, which is the folder that it lies in."""
    known = OTHERS[: OTHERS.index(app) + 1] if app in OTHERS else []
    used = {
        name
        for path in files(app)
        for name in TEMPLATE.findall(path.read_text("utf-8"))
        if name.partition("/")[0] in OTHERS
    }
    assert {name for name in used if name.partition("/")[0] not in known} == set()
    folder = ROOT / app / "templates"
    if app in OTHERS:
        assert [path.name for path in folder.iterdir()] == [app]


def files(app):
    """The code and the templates of ``app``."""
    for path in sorted((ROOT / app).rglob("*")):
        parts = path.relative_to(ROOT / app).parts
        if path.suffix not in (".py", ".html", ".txt") or "migrations" in parts:
            continue
        if app != "kdsite" or parts[0] not in PUTS_TOGETHER:
            yield path


def names_of_others():
    """Their models by both names, and the columns that no other model has."""
    models = apps.get_models()
    theirs = [model for model in models if model._meta.app_label in OTHERS]
    rest = [model for model in models if model not in theirs]
    names = {name for m in theirs for name in (m.__name__, m._meta.model_name)}
    return (names | (columns(theirs) - columns(rest))) - ORDINARY


def columns(models):
    return {field.name for model in models for field in model._meta.local_fields}


def names_in(path):
    """What a file's code or tags name, but for variables and sentences."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        for tag in TAG.findall(text):
            yield from re.findall(r"\.(\w+)", tag)
            yield from re.findall(r'"(\w+)"', tag)
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.keyword) and node.arg:
            yield from node.arg.split("__")
        elif isinstance(node, ast.Constant) and PATH.fullmatch(str(node.value)):
            yield from re.split(r"\.|__|-", str(node.value))
