"""Debian's nginx on this machine, with the configuration of ``deploy/``."""

import datetime
import re
import subprocess
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from scripts.waiting import free_port, until_it_answers

ROOT = Path(__file__).resolve().parents[1]
# Where `make test` unpacks it.
PROGRAM = ROOT / "var/tools/nginx/usr/sbin/nginx"
LOG = "kdsite.log"
# The folder of what it was answered.
KEPT = "kept"
# Where nobody listens.
NOWHERE = "http://127.0.0.1:1"
FRAME = """
daemon off; pid {folder}/pid; error_log {folder}/log; worker_processes 1; {user}
events {{ worker_connections 768; }}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
types {{ image/jpeg jpg; image/avif avif; image/webp webp; image/png png; }}
{server} }}
"""


def configure(folder, upstream, desk=None, media="/var/lib/kdsite/media"):
    """Write the documented configuration to ``folder``, on loopback; its file and its port of https.

    :param upstream: the address of the readers' processes.
    :param desk: that of the desk's; without it there are none, as on a small machine.
    """
    folder.chmod(0o755)
    (folder / KEPT).mkdir(exist_ok=True)
    https, http = free_port(), free_port()
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    text, found = re.subn(r"listen \[::\].*\n", "\n", text)
    assert found == 2  # noqa: S101 - else it is not on loopback
    for documented, here in (
        ("listen 443 ", f"listen 127.0.0.1:{https} "),
        ("listen 80;", f"listen 127.0.0.1:{http};"),
        ("blogi.example.fi;", "localhost;"),
        ("/etc/letsencrypt/live/blogi.example.fi/", f"{folder}/"),
        ("/var/log/nginx/", f"{folder}/"),
        ("unix:/run/kdsite-readers/socket", _server(upstream)),
        ("unix:/run/kdsite-desk/socket", _server(desk or NOWHERE)),
        ("/var/lib/kdsite/media/", f"{media}/"),
        ("/opt/kdsite/", f"{ROOT}/"),
        ("/var/cache/kdsite keys_zone", f"{folder}/{KEPT} keys_zone"),
    ):
        assert documented in text  # noqa: S101 - else it is the real place
        text = text.replace(documented, here)
    _certify(folder)
    # The folder may be its owner's alone.
    user = "user root;" if Path("/proc/self").owner() == "root" else ""
    (folder / "conf").write_text(FRAME.format(folder=folder, server=text, user=user))
    return ["-c", str(folder / "conf"), "-p", str(folder)], https


@contextmanager
def nginx_server(folder, upstream, **more):
    """Its port of https, which answers by then."""
    arguments, port = configure(folder, upstream, **more)
    process = subprocess.Popen([PROGRAM, *arguments])
    try:
        until_it_answers(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


def _server(address):
    """As nginx names the server at ``address`` among others."""
    return address.removeprefix("http://")


def _certify(folder):
    """A certificate that nobody trusts, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            pem,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
