"""What machines ask: is it alive, is it ready?"""

import pytest


@pytest.mark.django_db
@pytest.mark.both_databases
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_machines_can_ask_how_it_is(client, path):
    """Alive, and ready with every migration in place."""
    assert client.get(path).status_code == 200
