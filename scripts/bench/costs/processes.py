"""How much CPU processes have used."""

import os
from pathlib import Path

import psycopg

TICKS = os.sysconf("SC_CLK_TCK")


class Database:
    """The processes of a PostgreSQL on this machine."""

    def __init__(self, url):
        with psycopg.connect(url) as connection:
            (pid,) = connection.execute("SELECT pg_backend_pid()").fetchone()
            # The process that has begun this one, and every other.
            self.pid = int(stat(pid)[1])

    def cpu(self):
        return cpu_of(self.pid)


def cpu_of(pid):
    """Seconds that the process, its children, and those that have ended, have used."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = stat(folder.name)
        except OSError:
            # It has ended meanwhile; its parent has what it used.
            continue
        if pid in (int(folder.name), int(fields[1])):
            total += sum(int(ticks) for ticks in fields[11:13])
            if pid == int(folder.name):
                total += sum(int(ticks) for ticks in fields[13:15])
    return total / TICKS


def stat(pid):
    """The fields of ``/proc/<pid>/stat`` behind the name: state, parent, …"""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
