"""Uses the site for half an hour as people do, by hand: make soak.

The demo is served with the settings of production as ``deploy/`` has it: nginx, gunicorn's workers for
readers and for the desk, the scheduler. Readers read, ten writers write and their browsers save, editors approve, and a post comes
out in both languages in the middle. Then kept pages are asked for as fast as they come. Prints one
table; ends non-zero where something of it was promised and not kept. ``SOAK_MINUTES=3`` takes three
minutes. Logs and statistics are in ``var/soak/`` and ``var/bench/``.
"""

import json
import shutil
import subprocess
import sys
from contextlib import contextmanager

from scripts import nginx
from scripts.bench import serving, table
from scripts.bench.table import Row
from scripts.soak import judging, load, plan
from scripts.soak.memory import Memory, row, workers_of
from scripts.soak.reading import to_read
from scripts.soak.release import Release, rows

# As deploy/kdsite-web@.service has it.
WORKERS = "2"
# Where nginx has what is its own.
FRONT = plan.FOLDER / "nginx"
KEPT = FRONT / nginx.KEPT
# How many ask at once when it is measured how many kept pages there are a second, and for how long.
AT_ONCE, SECONDS = 16, 30


@contextmanager
def scheduler(site):
    with (plan.FOLDER / "scheduler.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "scheduler"],
            cwd=serving.ROOT,
            env=site.environment,
            stdout=log,
            stderr=log,
        )
        try:
            yield process.pid
        finally:
            process.terminate()
            process.wait()


def errors():
    """The lines of the site's logs that tell of an error."""
    logs = serving.KEPT / "gunicorn.log", plan.FOLDER / "scheduler.log"
    found = [
        f"{log.name}: {line[:300]}"
        for log in logs
        for line in log.read_text().splitlines()
        if '"level": "ERROR"' in line or "Traceback" in line or "[ERROR]" in line
    ]
    yield Row("errors in the logs", len(found), at_most=0, wrong=found[:20])


@contextmanager
def desk_and_nginx(site):
    """The desk's gunicorn, and the port of the nginx before it and the readers'."""
    with (
        serving.gunicorn(site.environment, WORKERS) as desk,
        nginx.nginx_server(
            FRONT,
            site.web.address,
            desk=desk.address,
            media=site.environment["MEDIA_ROOT"],
        ) as port,
    ):
        yield desk, port


def watched(readers, desk):
    """The numbers of their workers' processes, by name."""
    return {
        f"{name}, worker {number}": pid
        for name, server in {"readers": readers, "desk": desk}.items()
        for number, pid in enumerate(workers_of(server.pid), 1)
    }


def use(site, told):
    """The load; rows of what came of it."""
    seconds = plan.MINUTES * 60
    users = plan.READERS + len(told["writers"]) + len(told["editors"])
    with desk_and_nginx(site) as (desk, port), scheduler(site) as pid:
        memory = Memory(watched(site.web, desk) | {"scheduler": pid})
        release = Release(site, told["slot"], told["release"], seconds / 2)
        memory.start()
        release.start()
        host = f"https://127.0.0.1:{port}"
        done = load.run("load", host, seconds, users, "readers", "writers", "editors")
        memory.end()
        release.end()
    yield from judging.load(*done)
    yield from texts(site)
    yield from rows(release.seen)
    yield from (row(name, seen) for name, seen in memory.seen.items())
    statistics, failed = load.run(
        "capacity", site.web.address, SECONDS, AT_ONCE, "capacity"
    )
    yield judging.capacity(statistics)
    yield Row("kept pages that failed", len(failed), at_most=0, wrong=failed)
    yield from errors()


def texts(site):
    saves, approved = plan.noted(plan.SAVES), plan.noted(plan.APPROVALS)
    asked = {
        "revisions": sorted({save["revision"] for save in saves}),
        "drafts": sorted({save["draft"] for save in saves}),
        "approved": approved,
    }
    return judging.texts(saves, site.ask("soak.kept", asked), approved)


def main():
    shutil.rmtree(plan.FOLDER, ignore_errors=True)
    KEPT.mkdir(parents=True)
    plan.SAVES.touch()
    plan.APPROVALS.touch()
    found = []
    kept = {"WEB_SERVER_CACHE": str(KEPT)}
    with serving.production(1, [], WORKERS, **kept) as site:
        told = site.ask("soak.scene") | {"to_read": to_read(site)}
        plan.PLAN.write_text(json.dumps(told))
        try:
            found.extend(use(site, told))
        finally:
            table.show(found)
    sys.exit(any(each.kept == "missed" for each in found))


main()
