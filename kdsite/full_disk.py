"""What is stored whole or not at all, and how a full disk is known by its failure."""

import errno
import sqlite3

from django.core.files.storage import FileSystemStorage
from psycopg.errors import DiskFull

# The disk, or what one account or one process may use of it.
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class WholeFileStorage(FileSystemStorage):
    """Leaves nothing of a file that could not be written to its end."""

    def _save(self, name, content):
        was_there = self.exists(name)
        try:
            return super()._save(name, content)
        except OSError:
            if not was_there:
                self.delete(name)
            raise


def is_full_disk(error):
    """Did ``error``, or what it came from, say that there is no room: for a file or for a row?"""
    while error is not None:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            return True
        if isinstance(error, DiskFull):
            return True
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            return True
        error = error.__cause__ or error.__context__
    return False
