"""With the documented nginx in front, readers are answered by processes of their own."""

import ssl
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from http.client import HTTPSConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings

from kdsite.urls import private
from scripts.nginx import nginx_server
from tests.project.test_production import PRODUCTION

# What is asked for as a reader, also by a form of a page.
READERS = (
    "/",
    "/fi/",
    "/sv/blogg/",
    "/fi/haku/?q=kunta",
    "/fi/atom.xml",
    "/sitemap.xml",
    "/static/a.css",
    "/documents/1/a.pdf",
    "/media/images/a.jpg",
    "/readyz",
    "/favicon.ico",
)


class Answers(BaseHTTPRequestHandler):
    """Says whose the server is."""

    def do_GET(self):
        # Of a form, the whole of it is taken.
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.server.whose)

    do_POST = do_GET

    def log_message(self, *said):
        pass


@contextmanager
def server(whose):
    """Its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as found:
        found.whose = whose.encode()
        threading.Thread(target=found.serve_forever, args=(0.05,)).start()
        try:
            yield f"http://127.0.0.1:{found.server_port}"
        finally:
            found.shutdown()


@pytest.fixture
def ask(tmp_path):
    """``ask(method, address)``: whose process answers."""
    with ExitStack() as stack:
        readers, desk = (
            stack.enter_context(server(each)) for each in ("readers", "desk")
        )
        port = stack.enter_context(nginx_server(tmp_path, readers, desk=desk))
        yield lambda *how: answer(port, *how)


def answer(port, method, address):
    context = ssl._create_unverified_context()  # noqa: S323 - the test's own certificate
    connection = HTTPSConnection("127.0.0.1", port, context=context)
    body = b"a=1" if method == "POST" else None
    connection.request(method, address, body, {"Host": "localhost"})
    found = connection.getresponse().read().decode()
    connection.close()
    return found


def test_nobody_who_reads_waits_for_the_desk(ask):
    """All that is for accounts and private links goes to the desk's processes, the rest to the
    readers'."""
    roots = {str(each.pattern).partition("/")[0] for each in flat(private)}
    assert {"admin", "account", "kutsu"} <= roots
    for method in ("GET", "POST"):
        for address in READERS:
            assert ask(method, address) == "readers", address
        for root in roots:
            assert ask(method, f"/{root}/a/") == "desk", root


def flat(patterns):
    for each in patterns:
        if str(each.pattern):
            yield each
        else:
            yield from flat(each.url_patterns)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_small_machine_has_the_processes_of_readers_alone(tmp_path, method):
    with server("readers") as readers, nginx_server(tmp_path, readers) as port:
        assert answer(port, method, "/admin/") == "readers"
        assert answer(port, method, "/fi/") == "readers"


# What only somebody at the desk needs, or who has set something.
NOT_FOR_READERS = {
    "boto3",
    "hypothesis",
    "icalendar",
    "mammoth",
    "pyrage",
    "pyvoikko",
    "sentry_sdk",
    "simplemma",
    "storages",
}
START = f"""
import sys, kdsite.wsgi
assert "kdsite.urls" in sys.modules
sys.exit(" ".join({NOT_FOR_READERS} & set(sys.modules)) or 0)
"""


def test_a_process_loads_what_readers_need(tmp_path):
    """Nobody waits at a start for what a page is not made of."""

    def start():
        return subprocess.run(
            [sys.executable, "-c", START],
            cwd=settings.BASE_DIR,
            env=PRODUCTION | {"HOME": str(tmp_path)},
            capture_output=True,
            text=True,
        )

    # The first one makes the list of Swedish words.
    start()
    found = start()
    assert found.returncode == 0, found.stderr
