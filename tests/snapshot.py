"""What the test database held at first, and how a test that commits leaves it so again.

Django's way is to empty every table and to make permissions and content types anew, after
which the site has to be made again: 3 seconds for each such test on PostgreSQL, measured.
"""

import sqlite3

from django.db import connection, transaction

KEPT = "as_made"
_kept = {}


def remember():
    """Keep what the database holds now, for :func:`restore`."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _kept["copy"] = sqlite3.connect(":memory:")
        connection.connection.backup(_kept["copy"])
        return
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        _kept["sums"] = _sums(cursor, tables)
        cursor.execute(f"DROP SCHEMA IF EXISTS {KEPT} CASCADE")
        cursor.execute(f"CREATE SCHEMA {KEPT}")
        for table in tables:
            cursor.execute(f'CREATE TABLE {KEPT}."{table}" AS TABLE "{table}"')
        cursor.execute(
            f"CREATE TABLE {KEPT}.counters AS SELECT sequencename, start_value, last_value "
            "FROM pg_sequences WHERE schemaname = 'public'"
        )


def restore():
    """Put back rows and counters of ids as they were remembered."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _kept["copy"].backup(connection.connection)
        return
    with transaction.atomic(), connection.cursor() as cursor:
        sums = _sums(cursor, _kept["sums"])
        changed = [table for table in sums if sums[table] != _kept["sums"][table]]
        # Foreign keys are checked at the end of the transaction.
        for table in changed:
            cursor.execute(f'DELETE FROM "{table}"')
        for table in changed:
            cursor.execute(f'INSERT INTO "{table}" SELECT * FROM {KEPT}."{table}"')
        cursor.execute(
            "SELECT setval(quote_ident(sequencename)::regclass, "
            f"coalesce(last_value, start_value), last_value IS NOT NULL) FROM {KEPT}.counters"
        )


def _sums(cursor, tables):
    """``{table: (how many rows, a sum of what they hold)}``."""
    cursor.execute(
        " UNION ALL ".join(
            f"SELECT '{table}', count(*), sum(hashtextextended(t::text, 0)) FROM \"{table}\" t"
            for table in tables
        )
    )
    return {table: (count, total) for table, count, total in cursor.fetchall()}
