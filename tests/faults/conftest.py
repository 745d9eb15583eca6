"""A database of the test's own, and gunicorn on it."""

import pytest

from tests.support.servers.forked import forked_server
from tests.support.servers.postgresql import own_server


@pytest.fixture
def database(scene):
    with own_server() as server:
        yield server


@pytest.fixture
def address(database, settings, tmp_path):
    settings.PAGE_CACHE = True
    with forked_server(tmp_path, threads=4) as address:
        yield address
