"""Debian's Redis on this machine, for as long as it is needed."""

import shutil
import socket
import subprocess
import time
from contextlib import contextmanager


@contextmanager
def redis_server(folder, port):
    """The process, which answers by then; it keeps nothing on the disk."""
    # One program with several names: Debian has this one in redis-tools.
    program = folder / "redis-server"
    if not program.exists():
        program.symlink_to(shutil.which("redis-check-rdb"))
    process = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--save", ""],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield process
    finally:
        process.kill()
        process.wait()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def wait_for(port):
    """Until somebody answers at ``port``, ten seconds at most."""
    for _time in range(200):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
