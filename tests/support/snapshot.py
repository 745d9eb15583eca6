"""What the test database held at first, and how a test that commits leaves it so again.

Django's way is to empty every table and to make permissions and content types anew, after
which the site has to be made again: 3 seconds for each such test on PostgreSQL, measured.
"""

import sqlite3

from django.db import connection, transaction

from kdsite.page_cache import generation

# What was remembered, the newest last: a copy (SQLite), or the sums of the tables (PostgreSQL).
_kept = []


def _schema():
    """Where PostgreSQL has the newest copy."""
    return f"as_made_{len(_kept)}"


def remember():
    """Keep what the database holds now, for :func:`restore`, until :func:`forget`."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _kept.append(sqlite3.connect(":memory:"))
        connection.connection.backup(_kept[-1])
        return
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        _kept.append(_sums(cursor, tables))
        schema = _schema()
        cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        cursor.execute(f"CREATE SCHEMA {schema}")
        for table in tables:
            cursor.execute(f'CREATE TABLE {schema}."{table}" AS TABLE "{table}"')
        cursor.execute(
            f"CREATE TABLE {schema}.counters AS SELECT sequencename, start_value, last_value "
            "FROM pg_sequences WHERE schemaname = 'public'"
        )


def forget():
    """Let go of what was remembered last; :func:`restore` puts back what was before it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {_schema()} CASCADE")
    _kept.pop()


def restore():
    """Put back rows and counters of ids as they were remembered last."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _kept[-1].backup(connection.connection)
        return
    with transaction.atomic(), connection.cursor() as cursor:
        # What is put back has its own row for the copies of pages, and needs no further one.
        transaction.on_commit(generation.end)
        schema, before = _schema(), _kept[-1]
        sums = _sums(cursor, before)
        changed = [table for table in sums if sums[table] != before[table]]
        # Foreign keys are checked at the end of the transaction.
        for table in changed:
            cursor.execute(f'DELETE FROM "{table}"')
        for table in changed:
            cursor.execute(f'INSERT INTO "{table}" SELECT * FROM {schema}."{table}"')
        cursor.execute(
            "SELECT setval(quote_ident(sequencename)::regclass, "
            f"coalesce(last_value, start_value), last_value IS NOT NULL) FROM {schema}.counters"
        )


def sums():
    """``{table: (how many rows, a sum of what they hold)}`` of what the database holds now."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if connection.vendor == "postgresql":
            return _sums(cursor, tables)
        found = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = sorted(map(repr, cursor.fetchall()))
            found[table] = len(rows), hash(tuple(rows))
        return found


def _sums(cursor, tables):
    cursor.execute(
        " UNION ALL ".join(
            f"SELECT '{table}', count(*), sum(hashtextextended(t::text, 0)) FROM \"{table}\" t"
            for table in tables
        )
    )
    return {table: (count, total) for table, count, total in cursor.fetchall()}
