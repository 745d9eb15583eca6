"""The demo as production serves it: a throw-away PostgreSQL, gunicorn, https before it."""

import http.client
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts import throwaway
from scripts.bench import proxy
from scripts.bench.costs import processes

ROOT = Path(__file__).resolve().parents[2]
# Where logs and reports go.
KEPT = ROOT / "var/bench"
HOST = "blogi.example.fi"
DATABASE = "kdsite_bench"
# The one kind of page that is answered with 404.
NOT_THERE = "not there"


@dataclass
class Answer:
    """What gunicorn answered; the body as it came, perhaps compressed."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes
    seconds: float


def ask(connection, address, **headers):
    """An :class:`Answer` by an open connection."""
    headers = {"Host": HOST, "X-Forwarded-Proto": "https"} | headers
    begin = time.perf_counter()
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    seconds = time.perf_counter() - begin
    return Answer(answer.status, answer.headers, body, seconds)


@dataclass
class Server:
    port: int
    pid: int

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def get(self, address, **headers):
        """As the web server in front would ask it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        with closing(connection):
            return ask(connection, address, **headers)

    def cpu(self):
        """Seconds that its processes have used."""
        return processes.cpu_of(self.pid)


@dataclass
class Site:
    """The site while it is served."""

    environment: dict
    web: Server
    # Of what stands before it.
    https_port: int
    # How often a figure that varies is measured.
    runs: int
    # Of the kinds of pages these only; all of them where it is empty.
    only_kinds: list
    # How many sizes of pictures there were before the first reader.
    drawn_before: int = 0

    def get(self, address, **headers):
        """As the web server in front would ask gunicorn."""
        return self.web.get(address, **headers)

    def read(self, kind, address):
        """As :meth:`get`; an error where the page should be, is one of the bench."""
        answer = self.get(address)
        if answer.status != (404 if kind == NOT_THERE else 200):
            sys.exit(
                f"bench: {address} answers {answer.status}, see {KEPT}/gunicorn.log"
            )
        return answer

    def url(self, address):
        return f"https://{HOST}{address}"

    @property
    def browser_arguments(self):
        """So that Chromium finds the site under its name, and nothing else at all."""
        rules = f"MAP {HOST}:443 127.0.0.1:{self.https_port}, MAP * ~NOTFOUND"
        return ["--ignore-certificate-errors", f"--host-resolver-rules={rules}"]

    def ask(self, module, value=None):
        """What the module of ``scripts`` finds in the database, beside the server."""
        result = subprocess.run(
            [sys.executable, "-m", f"scripts.{module}"],
            cwd=ROOT,
            env=self.environment,
            input=json.dumps(value),
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        return json.loads(result.stdout)

    @cached_property
    def contents(self):
        """See :mod:`scripts.bench.contents`."""
        return self.ask("bench.contents")

    @cached_property
    def kinds(self):
        """``{(kind, language): address}``: of each kind of page the longest one."""
        longest = {}
        for page in self.contents["pages"]:
            key = page["kind"], page["language"]
            size = len(self.read(page["kind"], page["address"]).body)
            longest[key] = max(longest.get(key, (0, "")), (size, page["address"]))
        found = {key: address for key, (_size, address) in sorted(longest.items())}
        for page in self.contents["more"]:
            self.read(page["kind"], page["address"])
            found[page["kind"], page["language"]] = page["address"]
        return {
            key: address
            for key, address in found.items()
            if not self.only_kinds or key[0] in self.only_kinds
        }


@contextmanager
def production(runs, only_kinds, workers="1", **settings):
    """A :class:`Site`, served while the context lasts.

    :param settings: what else stands in the environment.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / "gunicorn.log").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder, throwaway.postgresql() as server:
        throwaway.drop(server, DATABASE)
        throwaway.create(server, DATABASE)
        media = f"{folder}/media"
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "kdsite.settings.production",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": HOST,
            "DATABASE_URL": throwaway.url_of(server, DATABASE),
            "MAIL_FROM": "blogi@example.fi",
            "EMAIL_URL": "consolemail://",
            "MEDIA_ROOT": media,
            "DEMO": "off",
            **settings,
        }
        manage(environment, "compile_catalogues")
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment | {"DEMO": "on"}, "load_demo")
        manage(
            environment, "collectstatic", "--no-input", "--clear", "--verbosity", "0"
        )
        with (
            gunicorn(environment, workers) as web,
            proxy.in_front_of(web.port, HOST, media, folder) as https_port,
        ):
            yield Site(environment, web, https_port, runs, only_kinds)
        throwaway.drop(server, DATABASE)


def manage(environment, *command):
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


@contextmanager
def gunicorn(environment, workers="1", application="kdsite.wsgi"):
    """A :class:`Server`; it answers by then."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (KEPT / "gunicorn.log").open("a") as log:
        process = subprocess.Popen(
            [
                sys.executable, "-m", "gunicorn", "--workers", workers, "--threads", "8",
                "--bind", f"127.0.0.1:{port}", application,
            ],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )  # fmt: skip
        try:
            wait_for(process, port)
            yield Server(port, process.pid)
        finally:
            process.terminate()
            process.wait()


def wait_for(process, port):
    """The dictionaries of search take some seconds."""
    for _ in range(600):
        if process.poll() is not None:
            sys.exit(f"bench: gunicorn does not start, see {KEPT}/gunicorn.log")
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("bench: gunicorn does not answer after a minute")
