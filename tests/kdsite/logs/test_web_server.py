"""gunicorn, started as on a server, writes nothing but lines of JSON, without who asked for what."""

import json
import shlex
import signal
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import psutil
from django.conf import settings

from scripts.waiting import free_port, until, until_it_answers

UNIT = settings.BASE_DIR / "deploy/kdsite-web@.service"
# It is given two arguments that it cannot add, and so fails for every request.
FAILS = "operator:add"
SECRET = "/fi/luonnos/salainen/"


def command(port):
    (line,) = (
        line.partition("=")[2]
        for line in UNIT.read_text("utf-8").splitlines()
        if line.startswith("ExecStart=")
    )
    _program, *options, _app = shlex.split(line)
    options[options.index("--bind") + 1] = f"127.0.0.1:{port}"
    options[options.index("--timeout") + 1] = "2"
    return [sys.executable, "-m", "gunicorn", *options, FAILS]


@contextmanager
def server(log):
    port = free_port()
    with log.open("w") as said:
        process = subprocess.Popen(
            command(port), cwd=settings.BASE_DIR, stdout=said, stderr=said
        )
    try:
        until_it_answers(port)
        yield port, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def ask(port, line):
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.connect()
    connection.sock.sendall(f"{line}\r\nHost: a\r\n\r\n".encode())
    connection.sock.recv(100)
    connection.close()


def test_every_line(tmp_path):
    """Of a start, a request that fails, one that is none, a worker that is killed, one that hangs
    and the end."""
    log = Path(tmp_path / "log")
    with server(log) as (port, process):
        until(lambda: len(process.children()) == 2)
        ask(port, f"GET {SECRET} HTTP/1.1")
        ask(port, f"GET {SECRET} {SECRET}")
        killed, hangs = process.children()
        killed.kill()
        until(lambda: "SIGKILL" in log.read_text())
        hangs.send_signal(signal.SIGSTOP)
        hangs.wait(timeout=60)
    text = log.read_text()
    said = [json.loads(line) for line in text.splitlines()]
    assert {each["logger"] for each in said} == {"gunicorn.error"}
    messages = [each["message"] for each in said]
    assert messages[0].startswith("Starting gunicorn")
    assert messages[-1] == "Shutting down: Master"
    assert "Invalid request" in messages
    failed = said[messages.index("Error handling request")]
    assert failed["level"] == "ERROR"
    assert failed["failure"].startswith("TypeError: unsupported operand")
    assert any(each.startswith("WORKER TIMEOUT") for each in messages)
    assert SECRET not in text
    assert "ip=" not in text
