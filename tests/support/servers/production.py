"""gunicorn on this machine with production's settings, on the database of the test."""

import os
import subprocess
import sys
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from scripts.waiting import free_port, until_it_answers


def url_of_database():
    """Where the test's data stand by now, as the setting ``DATABASE_URL`` has it."""
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    host = found["HOST"] or found["OPTIONS"].get("host", "")
    who = f"{found['USER']}:{found['PASSWORD']}@" if found["USER"] else ""
    port = f":{found['PORT']}" if found["PORT"] else ""
    if host.startswith("/"):
        # A socket has no place before the name of the database.
        return f"postgres://{who}{port}/{found['NAME']}?host={host}"
    return f"postgres://{who}{host}{port}/{found['NAME']}"


SECRET_KEY = settings.SECRET_KEY + "".join(chr(65 + n) for n in range(26))


@contextmanager
def _running(log, command, environment):
    """``command`` with production's settings; ``environment`` says what else is set."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "PYTHONPATH": str(settings.BASE_DIR),
        "DJANGO_SETTINGS_MODULE": "tests.support.servers.production_settings",
        "SECRET_KEY": SECRET_KEY,
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": url_of_database(),
        "EMAIL_URL": "smtp://localhost:25",
        "MAIL_FROM": "blogi@example.fi",
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
    } | environment
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, *command],
            env=environment,
            cwd=settings.BASE_DIR,
            stdout=said,
            stderr=said,
        )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def production_server(log, **environment):
    """Its address, for as long as it is needed; what it says goes to the file ``log``."""
    port = free_port()
    command = ["-m", "gunicorn", "--threads", "2", "kdsite.wsgi"]
    with _running(log, [*command, "--bind", f"127.0.0.1:{port}"], environment):
        until_it_answers(port, seconds=60)
        yield f"http://127.0.0.1:{port}"


def production_scheduler(log, **environment):
    """The process, for as long as it is needed."""
    return _running(log, ["manage.py", "scheduler"], environment)
