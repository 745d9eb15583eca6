"""A small OpenID Connect provider on loopback, at which everybody is who it is told."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

CLIENT = "kdsite"


class Provider:
    """``url``; ``person``: the claims about whoever comes next, or ``None``: they give up."""

    def __init__(self):
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args):
                """Quiet."""

            def do_GET(self):
                path, query = urlsplit(self.path).path, urlsplit(self.path).query
                if path == "/.well-known/openid-configuration":
                    return self.answer(provider.configuration())
                if path == "/userinfo":
                    return self.answer(provider.person)
                asked = {name: each[0] for name, each in parse_qs(query).items()}
                given = (
                    {"code": "once"} if provider.person else {"error": "access_denied"}
                )
                place = urlencode(given | {"state": asked["state"]})
                self.send_response(302)
                self.send_header("Location", f"{asked['redirect_uri']}?{place}")
                self.end_headers()

            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.answer({"access_token": "x", "id_token": provider.id_token()})

            def answer(self, data):
                body = json.dumps(data).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.person = None
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def configuration(self):
        places = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "userinfo_endpoint": "userinfo",
            "jwks_uri": "keys",
        }
        found = {name: f"{self.url}/{place}" for name, place in places.items()}
        methods = ["client_secret_post"]
        return found | {
            "issuer": self.url,
            "token_endpoint_auth_methods_supported": methods,
        }

    def id_token(self):
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60}
        return jwt.encode(claims | self.person, "k" * 32, "HS256")

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
