"""A failure reaches Sentry, and nothing of whoever asked does."""

import gzip
import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

from django.conf import settings

from tests.project.test_production import PRODUCTION

# Its database holds no table.
ASK = """
import django; django.setup()
import sentry_sdk
from django.test import Client
secret = "maija@example.fi"
client = Client(
    raise_request_exception=False,
    headers={"User-Agent": secret, "Host": "blogi.example.fi"},
)
assert client.get("/luonnos/salaisuus/?x=" + secret, secure=True).status_code == 500
client.get("/", secure=True, headers={"Host": "elsewhere.example.fi"})
sentry_sdk.flush(5)
"""


class Sentry(BaseHTTPRequestHandler):
    """Keeps what it is told."""

    told = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        self.told.append(body.decode())
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *args):
        """Nothing is written to the terminal."""


def test_a_failure_is_told_without_who_asked_for_what(tmp_path):
    """Neither address, browser, draft nor mail address."""
    server = HTTPServer(("127.0.0.1", 0), Sentry)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        dsn = f"http://key@127.0.0.1:{server.server_port}/1"
        subprocess.run(
            [sys.executable, "-c", ASK],
            cwd=settings.BASE_DIR,
            env={"PATH": os.environ["PATH"]}
            | PRODUCTION
            | {
                "SENTRY_DSN": dsn,
                "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3",
            },
            check=True,
            timeout=60,
        )
    finally:
        server.shutdown()
        server.server_close()
    text = "\n".join(Sentry.told)
    events = [json.loads(row) for row in text.splitlines() if '"exception"' in row]
    # The last one is what failed, those before it led there.
    kinds = {event["exception"]["values"][-1]["type"] for event in events}
    assert "OperationalError" in kinds
    # Anybody can ask for a name that is not ours.
    assert "DisallowedHost" not in kinds
    for secret in ("salaisuus", "maija", "User-Agent", '"vars"'):
        assert secret not in text, secret
