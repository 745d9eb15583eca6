"""The database as a file, by its own tools, and back."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing

from django.db import connection
from django.utils.translation import gettext as _
from psycopg.conninfo import make_conninfo

from kdsite.backups.archive import Unusable

# Of Django's parameters those that only its own connections know.
NOT_OF_POSTGRESQL = ("context", "cursor_factory", "prepare_threshold", "password")


def dump(path):
    """Write the whole database to ``path``, as it is at one moment, while the site goes on.

    :raises Unusable: PostgreSQL's programs are missing or fail.
    """
    if connection.vendor == "postgresql":
        _run(
            "pg_dump",
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--file={path}",
        )
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)


def load(path):
    """Fill the empty database with what :func:`dump` wrote: all of it, or nothing.

    :raises Unusable: PostgreSQL's programs are missing or fail.
    """
    if connection.vendor == "postgresql":
        _run(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--exit-on-error",
            "--single-transaction",
            path,
        )
        return
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        copy.backup(connection.connection)


def is_empty():
    return not connection.introspection.table_names()


def _run(name, *arguments):
    program = shutil.which(name)
    if program is None:
        raise Unusable(
            _("%(program)s is missing: install Debian's package postgresql-client.")
            % {"program": name}
        )
    parameters = connection.get_connection_params()
    where = {
        key: text for key, text in parameters.items() if key not in NOT_OF_POSTGRESQL
    }
    # Not among the arguments, which everybody on the machine can read.
    environment = os.environ | {"PGPASSWORD": parameters.get("password", "")}
    result = subprocess.run(  # noqa: S603 - its arguments are ours
        [program, f"--dbname={make_conninfo(**where)}", *arguments],
        env=environment,
        capture_output=True,
        text=True,
    )
    if result.returncode:
        raise Unusable(
            _("%(program)s failed: %(why)s")
            % {"program": name, "why": result.stderr.strip()}
        )
