"""Work that only one process may do at a time."""

import fcntl
import time
import zlib
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

# Seconds between two tries of a process that waits. One statement that waits would hold a snapshot, for
# which an index that is made beside other work would wait in its turn.
PAUSE = 0.5


@contextmanager
def take(name):
    """Yields whether this process has taken ``name``, which no other has then; nobody waits for it.

    On PostgreSQL an advisory lock of the session, which ends with the process; on SQLite a
    lock on a file beside the database.
    """
    if connection.vendor == "postgresql":
        key = zlib.crc32(name.encode())
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
            mine = cursor.fetchone()[0]
        try:
            yield mine
        finally:
            if mine:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
        return
    database = Path(str(settings.DATABASES["default"]["NAME"]))
    with open(database.with_name(f"{database.name}.{name}.lock"), "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


@contextmanager
def wait_for(name, tell):
    """Takes ``name`` as soon as no other process has it.

    :param tell: called once if somebody else has it.
    """
    told = False
    while True:
        with take(name) as mine:
            if mine:
                yield
                return
        if not told:
            tell()
            told = True
        time.sleep(PAUSE)
