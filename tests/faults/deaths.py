"""A process that is killed at a known place of what it does to the database."""

import os
import signal

from django.core.signals import request_started
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from tests.support.servers.forked import fork

WRITES = ("INSERT", "UPDATE", "DELETE")
# Around the end of a transaction.
COMMIT, COMMITTED = "commit", "committed"


class Deaths:
    """Counts the steps of each request: its writes, and each commit before and after it is done.

    The process that has called :meth:`watch` is killed before step ``at``, if that is not 0.
    """

    def __init__(self, folder):
        self._at = fork.Value("i", 0)
        self._said = folder / "steps"
        self._number = 0

    def watch(self):
        """From now on, in the process that serves."""
        commit = BaseDatabaseWrapper._commit

        def watched(connection):
            self._step(COMMIT)
            commit(connection)
            self._step(COMMITTED)

        BaseDatabaseWrapper._commit = watched
        connection_created.connect(self._look, weak=False)
        request_started.connect(self._begin, weak=False)

    def _look(self, connection, **kwargs):
        # It is told of each time that the same one connects.
        if self._execute not in connection.execute_wrappers:
            connection.execute_wrappers.append(self._execute)

    def _begin(self, **kwargs):
        self._number = 0
        self._said.write_text("")

    def _execute(self, execute, sql, parameters, many, context):
        if sql.lstrip().startswith(WRITES):
            self._step(sql[:40])
        return execute(sql, parameters, many, context)

    def _step(self, name):
        self._number += 1
        with self._said.open("a") as said:
            said.write(f"{name}\n")
        if self._number == self._at.value:
            os.kill(os.getpid(), signal.SIGKILL)

    def at(self, number):
        """The request after this is ended there; at 0 it is not."""
        self._at.value = number

    def steps(self):
        """What the last request did, by name; up to where it was ended."""
        return self._said.read_text().splitlines()
