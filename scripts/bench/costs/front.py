"""The shipped nginx in front of gunicorn, and a reader's connection to it."""

import http.client
import ssl
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts import nginx
from scripts.bench.costs import processes
from scripts.bench.serving import Server, ask


@dataclass
class Front:
    connection: http.client.HTTPSConnection
    pid: int
    behind: Server

    def cpu(self):
        """Seconds that nginx and what is behind it have used."""
        return processes.cpu_of(self.pid) + self.behind.cpu()

    def get(self, address):
        """As a reader's browser asks, by one connection that stays open for as long as nginx lets it."""
        return ask(self.connection, address, **{"Accept-Encoding": "gzip"})


@contextmanager
def in_front_of(server):
    """A :class:`Front` before ``server``; it answers by then."""
    # The certificate is its own.
    context = ssl._create_unverified_context()  # noqa: S323
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        upstream = f"http://127.0.0.1:{server.port}"
        with nginx.nginx_server(folder, upstream, media=folder) as port:
            connection = http.client.HTTPSConnection("127.0.0.1", port, context=context)
            with closing(connection):
                yield Front(connection, int((folder / "pid").read_text()), server)
