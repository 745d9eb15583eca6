"""What stands before gunicorn in production: ends TLS, and serves the uploaded files.

HTTP/1.1, as a web server in front answers at the least. What gunicorn says is passed on as it is:
nothing is compressed or kept here.
"""

import http.client
import mimetypes
import shutil
import ssl
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# Between two neighbours only; the body is passed on whole.
NOT_PASSED_ON = {"connection", "keep-alive", "transfer-encoding", "content-length"}
# See docs/web_server.md.
OF_MEDIA = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "public, max-age=86400",
}
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    # The head and the body leave together.
    wbufsize = -1

    def do_GET(self):
        if self.path.startswith("/media/"):
            self._send_file(self.path.removeprefix("/media/"))
        else:
            self._pass_on()

    do_HEAD = do_GET

    def _pass_on(self):
        headers = {
            name: value
            for name, value in self.headers.items()
            if name.lower() not in NOT_PASSED_ON
        }
        headers["X-Forwarded-Proto"] = "https"
        behind = http.client.HTTPConnection("127.0.0.1", self.server.behind)
        behind.request(self.command, self.path, headers=headers)
        answer = behind.getresponse()
        body = answer.read()
        behind.close()
        self._answer(answer.status, answer.getheaders(), body)

    def _send_file(self, name):
        root = self.server.media
        path = (root / name).resolve()
        hidden = path.is_relative_to(root / "documents")
        if hidden or not path.is_relative_to(root) or not path.is_file():
            self._answer(404, [], b"")
            return
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        headers = {"Content-Type": kind} | OF_MEDIA
        self._answer(200, headers.items(), path.read_bytes())

    def _answer(self, status, headers, body):
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in NOT_PASSED_ON:
                self.send_header(name, value)
        if status != http.HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments):
        """gunicorn has its log."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """A browser that is closed breaks off; anything else is told."""
        if not isinstance(sys.exception(), (ConnectionError, ssl.SSLError)):
            super().handle_error(request, client_address)


@contextmanager
def in_front_of(port, host, media, folder):
    """The port at which ``https://host/`` is served by gunicorn at ``port`` and from ``media``."""
    server = Server(("127.0.0.1", 0), Handler)
    server.behind, server.media = port, Path(media).resolve()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate(host, folder))
    # Greeting each other takes time, which the thread of the connection has.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def certificate(host, folder):
    """Files of a certificate and its key, for a browser that is told to take it."""
    files = f"{folder}/certificate.pem", f"{folder}/key.pem"
    subprocess.run(
        [
            shutil.which("openssl"), "req", "-x509", "-newkey", "ec",
            "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}",
            "-out", files[0], "-keyout", files[1],
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return files
