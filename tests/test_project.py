"""The project as a whole: migrations, settings, catalogues, the room rules, the commands."""

import ast
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = Path(settings.BASE_DIR)
LANGUAGES = ["fi", "sv"]
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "kdsite.settings.production",
    "SECRET_KEY": "".join(chr(33 + n % 90) for n in range(64)),
    "ALLOWED_HOSTS": "blogi.example.fi",
    "DATABASE_URL": "sqlite:////tmp/kdsite-check.sqlite3",
    "EMAIL_URL": "smtp://localhost:25",
    "MEDIA_ROOT": "/tmp/kdsite-media",
    "CACHE_URL": "locmemcache://",
}


def manage(*arguments, **environment):
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in {*PRODUCTION, "DEMO", "DJANGO_ALLOW_ASYNC_UNSAFE"}
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.django_db
def test_no_migration_is_missing():
    """Models and migrations agree."""
    call_command("makemigrations", check=True, dry_run=True, stdout=io.StringIO())


def test_production_is_safe():
    """``check --deploy`` has nothing to say."""
    result = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("name", sorted(set(PRODUCTION) - {"DJANGO_SETTINGS_MODULE"}))
def test_production_refuses_to_start_without(name):
    """One clear line that names what is missing."""
    result = manage("check", **(PRODUCTION | {name: ""}))
    assert result.returncode != 0
    assert name in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "weak"),
    [("SECRET_KEY", "a" * 60), ("SECRET_KEY", "short"), ("ALLOWED_HOSTS", "*")],
)
def test_production_refuses_what_is_weak(name, weak):
    """A guessable key and an open host list are as good as none."""
    result = manage("check", **(PRODUCTION | {name: weak}))
    assert result.returncode != 0
    assert name in result.stderr


def test_the_demo_is_not_loaded_in_production():
    """``load_demo`` refuses where DEMO is off."""
    result = manage("load_demo", **PRODUCTION)
    assert result.returncode != 0
    assert "DEMO" in result.stderr


def catalogues():
    return sorted((ROOT / "locale").glob("**/*.po"))


@pytest.mark.parametrize("path", catalogues(), ids=lambda p: str(p.relative_to(ROOT)))
def test_catalogues_are_complete(path):
    """Nothing is missing, fuzzy or obsolete, and placeholders agree."""
    catalogue = polib.pofile(str(path))
    assert not catalogue.untranslated_entries()
    assert not catalogue.fuzzy_entries()
    assert not catalogue.obsolete_entries()
    pattern = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
    for entry in catalogue:
        wanted = set(pattern.findall(entry.msgid)) | set(
            pattern.findall(entry.msgid_plural)
        )
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert set(pattern.findall(text)) <= wanted, entry.msgid


def test_every_msgid_is_in_the_catalogues(tmp_path):
    """Extracting anew finds nothing that is not translated."""
    import shutil

    copy = tmp_path / "tree"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "var", "*.mo")
    )
    result = subprocess.run(
        [sys.executable, "manage.py", "makemessages", "-l", "fi", "-l", "sv",
         "--no-location", "--no-wrap"],
        cwd=copy, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    for language in LANGUAGES:
        path = copy / "locale" / language / "LC_MESSAGES" / "django.po"
        catalogue = polib.pofile(str(path))
        left = catalogue.untranslated_entries() + catalogue.fuzzy_entries()
        assert [entry.msgid for entry in left] == []
        assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


# A room imports only what stands to its left.
ROOMS = ["kdsite", "community", "blog", "home"]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_know_only_what_stands_to_their_left(room):
    """kdsite <- community <- blog <- home."""
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    for path in (ROOT / room).rglob("*.py"):
        if "migrations" in path.parts:
            continue
        assert set(imports(path)) & set(ROOMS) <= allowed, path


def test_nothing_goes_around_the_door():
    """No code of ours makes a row public by an update or opens the door itself."""
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            text = path.read_text("utf-8")
            assert "live=True)" not in text or ".update(live=True" not in text, path
            if path.name != "guard.py":
                assert "_publishing" not in text, path


def test_no_file_is_too_long():
    """A file does one job: 250 lines are enough for it."""
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            if "migrations" not in path.parts:
                assert len(path.read_text("utf-8").splitlines()) <= 250, path


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_machines_can_ask_how_it_is(client, path):
    """Alive, and ready with every migration in place."""
    assert client.get(path).status_code == 200
