"""A migration that is broken off, and two that migrate at once (reliability.md R16)."""

import shutil
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

from home.apps import HomeConfig
from scripts.waiting import until
from tests.support.servers.forked import forget_connections, fork

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

LATE = """
import os, signal, time
from pathlib import Path
from django.db import migrations

HERE = Path(__file__).parents[1]

def begin(apps, schema_editor):
    with (HERE / "begun").open("a") as begun:
        begun.write("1")
    apps.get_model("home", "HomePage").objects.update(network="Kesken")
    if (HERE / "dies").exists():
        os.kill(os.getpid(), signal.SIGKILL)
    while (HERE / "waits").exists():
        time.sleep(0.05)

class Migration(migrations.Migration):
    dependencies = [("home", "{last}")]
    operations = [
        migrations.RunSQL("CREATE TABLE late (number integer)", "DROP TABLE late"),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
"""


@pytest.fixture
def late(settings, tmp_path, monkeypatch):
    """The migrations of an app with one more; the folder of what is said about it."""
    package = tmp_path / "migrations_with_one_more"
    shutil.copytree(
        Path(HomeConfig.__module__.replace(".", "/")).parent / "migrations", package
    )
    last = max(path.stem for path in package.glob("0*.py"))
    (package / "9999_late.py").write_text(LATE.replace("{last}", last))
    monkeypatch.syspath_prepend(tmp_path)
    settings.MIGRATION_MODULES = {"home": package.name}
    yield tmp_path
    if "late" in connection.introspection.table_names():
        call_command("migrate", "home", last, verbosity=0)
    for name in [name for name in sys.modules if name.startswith(package.name)]:
        del sys.modules[name]


def deployer(said):
    """A process that migrates; what it says goes to the file ``said``."""

    def migrate():
        forget_connections()
        with said.open("w", buffering=1) as stdout:
            call_command("migrate", "home", stdout=stdout)

    said.touch()
    process = fork.Process(target=migrate, daemon=True)
    process.start()
    return process


def state():
    """Is the table there, is the migration noted, what do readers see?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT network FROM home_homepage")
        words = {row[0] for row in cursor.fetchall()}
    return (
        "late" in connection.introspection.table_names(),
        ("home", "9999_late") in MigrationRecorder(connection).applied_migrations(),
        "Kesken" in words,
    )


def test_broken_off(late, site):
    """Nothing of it is left; the next one makes it whole."""
    connections.close_all()
    (late / "dies").touch()
    process = deployer(late / "first")
    process.join(timeout=60)
    assert process.exitcode == -9
    assert (late / "begun").exists()
    assert state() == (False, False, False)
    (late / "dies").unlink()
    connections.close_all()
    process = deployer(late / "second")
    process.join(timeout=60)
    assert process.exitcode == 0
    assert state() == (True, True, True)


def test_two_at_once(late, site):
    """The second one says that it waits, and finds everything done."""
    connections.close_all()
    (late / "waits").touch()
    try:
        one = deployer(late / "first")
        until(lambda: (late / "begun").exists())
        two = deployer(late / "second")
        until(lambda: "odottaa" in (late / "second").read_text())
    finally:
        (late / "waits").unlink()
    for process in (one, two):
        process.join(timeout=60)
    assert (one.exitcode, two.exitcode) == (0, 0)
    assert (late / "begun").read_text() == "1"
    assert state() == (True, True, True)
