"""Ports, and waiting for a server that was just started."""

import socket
import time


def free_port():
    """One on which nobody listens now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def until_it_answers(port, seconds=5):
    """Or until so many ``seconds`` are over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


def until(happens, seconds=60):
    """What ``happens()`` asks for is so within so many ``seconds``."""
    end = time.monotonic() + seconds
    while not happens():
        if time.monotonic() >= end:
            raise TimeoutError
        time.sleep(0.05)
