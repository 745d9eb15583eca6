"""With the documented configuration of nginx in front, everybody is who they are."""

import re
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.conf import settings

from tests.support.factories import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
# Where `make test` unpacks it.
NGINX = Path(settings.BASE_DIR) / "var/tools/nginx/usr/sbin/nginx"
FRAME = """
daemon off; pid {folder}/pid; error_log {folder}/log; worker_processes 1;
events {{ worker_connections 64; }}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
{server} }}
"""


def documented(port, upstream):
    """The server of docs/web_server.md, on loopback and without TLS."""
    text = (Path(settings.BASE_DIR) / "docs/web_server.md").read_text("utf-8")
    server = re.search(r"```nginx\n(.*?)```", text, re.DOTALL)[1]
    server = server.replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    server = server.replace("http2 on;", "").replace("blogi.example.fi", "localhost")
    return server.replace("http://127.0.0.1:8000", upstream)


@pytest.fixture
def nginx(tmp_path, live_server):
    """The port of nginx in front of the site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = documented(port, live_server.url)
    (tmp_path / "conf").write_text(FRAME.format(folder=tmp_path, server=server))
    process = subprocess.Popen(
        [NGINX, "-c", str(tmp_path / "conf"), "-p", str(tmp_path)]
    )
    for _time in range(100):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    yield port
    process.terminate()
    process.wait(timeout=10)


def log_in(port, source, name, password, **headers):
    """Post the log-in form from the loopback address ``source``; the answer's status and text."""
    token = "a" * 32
    form = {"login": name, "password": password, "csrfmiddlewaretoken": token}
    connection = HTTPConnection("127.0.0.1", port, source_address=(source, 0))
    connection.request(
        "POST",
        "/account/login/",
        urlencode(form),
        {
            "Host": "localhost",
            "Origin": "https://localhost",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={token}",
        }
        | headers,
    )
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def test_one_client_behind_the_proxy_locks_no_other_out(people, nginx, settings):
    """Not even one that writes the header of a proxy itself, each time with another address."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for number in range(21):
        status, page = log_in(
            nginx,
            "127.0.0.2",
            f"x{number}@example.org",
            "väärä",
            **{"X-Forwarded-For": f"198.51.100.{number}"},
        )
        assert status == 200
    assert "Liian monta väärää yritystä" in page
    assert log_in(nginx, "127.0.0.3", "writer", PASSWORD)[0] == 302
