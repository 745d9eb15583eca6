"""From the first release on, a migration that was released is never changed."""

import hashlib
import io
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOT = Path(settings.BASE_DIR)
# As ``sha256sum */migrations/0*.py kdsite/*/migrations/0*.py`` prints it.
CHECKSUMS = Path(__file__).parent / "migrations.sha256"
APPS = ("kdsite", "kdsite/accounts", "kdsite/editorial", "community", "blog", "home")


@pytest.mark.django_db
@pytest.mark.both_databases
def test_no_migration_is_missing():
    """Models and migrations agree."""
    call_command("makemigrations", check=True, dry_run=True, stdout=io.StringIO())


def test_no_migration_that_landed_was_edited():
    """Write another one, and add its checksum; a database somewhere has the first one."""
    recorded = dict(
        reversed(line.split()) for line in CHECKSUMS.read_text("utf-8").splitlines()
    )
    present = {
        str(path.relative_to(ROOT)): hashlib.sha256(path.read_bytes()).hexdigest()
        for app in APPS
        for path in sorted((ROOT / app / "migrations").glob("0*.py"))
    }
    assert present == recorded


def test_the_account_model_stands_alone_in_its_first_migration():
    """Every app of Wagtail's depends on it: another table beside it would be a circle."""
    text = (ROOT / "kdsite/accounts/migrations/0001_initial.py").read_text("utf-8")
    assert text.count("CreateModel") == 1


@pytest.mark.parametrize("app", ["blog", "home", "kdsite"])
def test_a_database_from_before_is_met_with_one_sentence(tmp_path, app):
    """It says what it is and what to remove; no traceback."""
    path = tmp_path / "old.sqlite3"
    with sqlite3.connect(path) as old:
        old.execute(
            "CREATE TABLE django_migrations (id integer PRIMARY KEY, app varchar(255), "
            "name varchar(255), applied datetime)"
        )
        old.execute(
            "INSERT INTO django_migrations VALUES (1, ?, '0001_initial', '2026-11-24')",
            [app],
        )
    result = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_URL": f"sqlite:///{path}",
            "DJANGO_SETTINGS_MODULE": "kdsite.settings.dev",
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode != 0
    assert "var/" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
