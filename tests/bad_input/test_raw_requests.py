"""What no client sends, as bytes to the server of production: it answers, and stays up."""

import socket
from urllib.parse import urlsplit

import pytest

from tests.support.servers.production import production_server

pytestmark = pytest.mark.django_db(transaction=True)

HEAD = b"Host: localhost\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n"
SAME_SITE = b"Referer: https://localhost/\r\nCookie: csrftoken=" + b"a" * 32 + b"\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
BODY = b"csrfmiddlewaretoken=" + b"a" * 32 + b"&login=a"
LOG_IN = b"POST /account/login/ HTTP/1.1\r\n" + HEAD + SAME_SITE
PAGE = b"GET /fi/ HTTP/1.1\r\n"
PARTS = b"Content-Type: multipart/form-data; boundary=b\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"
RAW = {
    "no request": b"\x00\x16\x03\x01\r\n\r\n",
    "no host": b"GET /fi/ HTTP/1.1\r\nConnection: close\r\n\r\n",
    "two hosts": PAGE + HEAD + b"Host: example.org\r\n\r\n",
    "another host": PAGE + HEAD.replace(b"localhost", b"example.org") + b"\r\n",
    "a host of marks": PAGE + HEAD.replace(b"localhost", b"[::1") + b"\r\n",
    "NUL in a header": PAGE + HEAD + b"X-Request-Id: a\0b\r\n\r\n",
    "bytes in a header": PAGE + HEAD + b"X-Request-Id: \xff\xed\xa0\x80\r\n\r\n",
    "a name that is none": PAGE + HEAD + b"X Y\xff: 1\r\n\r\n",
    "a line break alone": PAGE + HEAD + b"X-A: b\nX-C: d\r\n\r\n",
    "a long header": PAGE + HEAD + b"X-A: " + b"x" * 20_000 + b"\r\n\r\n",
    "300 headers": PAGE + HEAD + b"X-A: b\r\n" * 300 + b"\r\n",
    "a long address": b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n" + HEAD + b"\r\n",
    "bytes in the address": b"GET /fi/\xff\xed\xa0\x80/ HTTP/1.1\r\n" + HEAD + b"\r\n",
    "NUL in the address": b"GET /fi/\x00/ HTTP/1.1\r\n" + HEAD + b"\r\n",
    "a whole address": b"GET http://example.org/fi/ HTTP/1.1\r\n" + HEAD + b"\r\n",
    "an address of slashes": b"GET //example.org/%2f.. HTTP/1.1\r\n" + HEAD + b"\r\n",
    "an unknown method": b"BREW /fi/ HTTP/1.1\r\n" + HEAD + b"\r\n",
    "another version": b"GET /fi/ HTTP/9.9\r\n" + HEAD + b"\r\n",
    "a range of a file": b"GET /static/img/favicon.svg HTTP/1.1\r\nRange: bytes=9999999-\r\n" + HEAD + b"\r\n",
    "odd dates": b"GET /fi/atom.xml HTTP/1.1\r\nIf-Modified-Since: \xff, 99 X 0\r\n" + HEAD + b"\r\n",
    "a length that is none": LOG_IN + FORM + b"Content-Length: abc\r\n\r\n" + BODY,
    "a negative length": LOG_IN + FORM + b"Content-Length: -5\r\n\r\n" + BODY,
    "two lengths": LOG_IN + FORM + b"Content-Length: 3\r\nContent-Length: 9\r\n\r\n" + BODY,
    "a length and pieces": LOG_IN + FORM + b"Content-Length: 3\r\n" + CHUNKED + b"0\r\n\r\n",
    "less than its length": LOG_IN + FORM + b"Content-Length: 9999\r\n\r\n" + BODY,
    "parts that end early": LOG_IN + PARTS + b"Content-Length: 9999\r\n\r\n--b\r\nContent-Disp",
    "an odd coding": LOG_IN + FORM + b"Transfer-Encoding: x\r\n\r\n" + BODY,
    "pieces of no length": LOG_IN + FORM + CHUNKED + b"zz\r\n" + BODY + b"\r\n0\r\n\r\n",
    "pieces that end early": LOG_IN + FORM + CHUNKED + b"ff\r\n" + BODY,
    "pieces in pieces": LOG_IN + FORM + CHUNKED + b"1\r\na\r\n" * 2_000 + b"0\r\n\r\n",
    "nothing in pieces": LOG_IN + FORM + CHUNKED + b"0\r\n\r\n",
}  # fmt: skip
# The server's own words for what it does not know.
UNKNOWN = {501, 505}


def status(port, raw):
    """Of the answer to ``raw``, after which nothing more comes; ``None``: there was none."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        try:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            answer = b"".join(iter(lambda: connection.recv(65_536), b""))
        except ConnectionError:
            return None
    return int(answer.split()[1]) if answer.startswith(b"HTTP/") else None


def test_the_server_answers_and_stays_up(site, tmp_path):
    """One after the other, each with its reason where it fails."""
    said = tmp_path / "gunicorn"
    with production_server(said) as address:
        port = urlsplit(address).port
        found = {name: status(port, raw) for name, raw in RAW.items()}
        alive = status(port, b"GET /healthz HTTP/1.1\r\n" + HEAD + b"\r\n")
    failed = {n: s for n, s in found.items() if s and s >= 500 and s not in UNKNOWN}
    assert failed == {}, said.read_text()[-3000:]
    assert alive == 200
    assert any(answer == 400 for answer in found.values())
