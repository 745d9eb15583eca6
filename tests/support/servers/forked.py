"""gunicorn with all that this process has loaded already: to start it anew takes three seconds of
computing. It has the settings of the test, and connections to the database of its own."""

import multiprocessing
import os
from contextlib import contextmanager, suppress

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from gunicorn.app.base import BaseApplication

from scripts.waiting import free_port, until_it_answers

fork = multiprocessing.get_context("fork")


class Address(str):
    """Where the server is, and the number ``pid`` of its process; its workers are below that."""

    def __new__(cls, text, pid):
        found = super().__new__(cls, text)
        found.pid = pid
        return found


class Application(BaseApplication):
    def __init__(self, options):
        self.options = options
        super().__init__()

    def load_config(self):
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self):
        return WSGIHandler()


def forget_connections():
    """What was open where this process was forked belongs to its parent."""
    with suppress(AttributeError):
        del connections["default"]


@contextmanager
def forked_server(folder, prepare=lambda: None, **options):
    """Its address, for as long as it is needed; what it says goes to the file ``log``.

    :param prepare: called in the server's process before it serves.
    :param options: gunicorn's.
    """
    port = free_port()
    options = {
        "bind": f"127.0.0.1:{port}",
        "errorlog": str(folder / "log"),
        "capture_output": True,
        "control_socket_disable": True,
        "graceful_timeout": 5,
    } | options

    def serve():
        # Its own group, so that nothing that it starts outlives it.
        os.setpgrp()
        forget_connections()
        prepare()
        Application(options).run()

    # Nobody inherits an open connection.
    connections.close_all()
    process = fork.Process(target=serve)
    process.start()
    try:
        until_it_answers(port, seconds=20)
        yield Address(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        process.join(timeout=20)
        process.kill()
