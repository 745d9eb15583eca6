"""Debian's Redis on this machine, for as long as it is needed."""

import shutil
import subprocess
from contextlib import contextmanager

from scripts.waiting import until_it_answers


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
        until_it_answers(port)
        yield process
    finally:
        process.kill()
        process.wait()
