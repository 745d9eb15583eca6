"""A publication that fails."""

import pytest

from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.publish_due import publish_due


@pytest.fixture
def failing(scene, monkeypatch):
    """Publishing fails as nobody foresaw; returns what puts it right."""
    original = guard.publish

    def fails(revision, user=None):
        raise KeyError("luonnos")

    monkeypatch.setattr(guard, "publish", fails)
    assert publish_due() == []
    return lambda: monkeypatch.setattr(guard, "publish", original)
