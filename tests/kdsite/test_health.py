"""What machines ask: is it alive, is it ready?"""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from kdsite.backups import services
from kdsite.editorial.models import Heartbeat, Message

READY = {
    "database": True,
    "migrations": True,
    "scheduler": False,
    "mail": True,
    "backup": True,
}


@pytest.mark.django_db
@pytest.mark.both_databases
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_machines_can_ask_how_it_is(client, path):
    """Alive, and ready with every migration in place."""
    assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_it_is_not_ready_where_the_database_is_newer_than_the_code(client):
    """As after going back to the former code, and not to its database."""
    MigrationRecorder(connection).record_applied("blog", "9999_of_tomorrow")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["migrations"] is False
    assert "backup" in answer.json()["newer"]


@pytest.mark.django_db
def test_it_says_whether_mail_leaves_and_a_backup_is_there(client):
    """And is ready without them: readers are served."""
    assert client.get("/readyz").json() == READY | {"backup": False}
    Heartbeat.beat(services.NAME)
    assert client.get("/readyz").json() == READY
    Message.objects.create(recipient="a@example.fi", problem="refused")
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == READY | {"mail": False}
