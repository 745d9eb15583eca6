"""What every test stands on: a site with its groups, and people in their roles."""

import gc

import pytest
from django.core.cache import cache
from django.test import TransactionTestCase
from django.utils import translation

from home import site_setup
from tests import factories, snapshot

# What takes longest begins first, so that no process is left with it at the end.
LONG = ("tests/test_site.py::test_the_demo", "tests/test_every_address.py")


# The ORM makes many small objects, and looking through all of Wagtail's for garbage each time
# takes a good part of the suite's time.
gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    items.sort(
        key=lambda item: (
            not item.nodeid.startswith(LONG)
            and not item.get_closest_marker("xdist_group")
        )
    )


@pytest.fixture(autouse=True)
def _clean_slate(settings):
    """Each test starts in Finnish, with nothing remembered from the one before."""
    translation.activate(settings.LANGUAGE_CODE)
    cache.clear()
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The site is made once for each test database; tests that commit find it as it was."""
    with django_db_blocker.unblock():
        site_setup.make_site()
        snapshot.remember()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda self: snapshot.restore()
        )
        yield


@pytest.fixture
def site(db):
    """The site's skeleton, as ``create_site`` makes it."""


@pytest.fixture
def people(site):
    """One account for each role of the site; see :class:`tests.factories.People`."""
    return factories.People()


@pytest.fixture
def untranslated():
    """Sentences are compared in the language that they are written in."""
    with translation.override(None):
        yield
