"""What a CDN has for purging, on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class CDNServer(ThreadingHTTPServer):
    """``purged`` holds the addresses that it was asked to forget; ``status`` is what it answers."""

    daemon_threads = True

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), _Answer)
        self.purged, self.status = [], 200

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def taken(self):
        """What it was asked since this was last called."""
        found, self.purged = self.purged, []
        return found

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *error):
        self.shutdown()
        self.server_close()


class _Answer(BaseHTTPRequestHandler):
    def do_PURGE(self):
        if self.server.status == 200:
            self.server.purged.append(f"http://{self.headers['Host']}{self.path}")
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *said):
        pass
