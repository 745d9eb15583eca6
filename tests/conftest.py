"""What every test stands on: a site with its groups, and people in their roles."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import translation
from wagtail.models import Collection, Locale, Page, Site

from home import site_setup
from home.models import HomePage
from tests import factories


@pytest.fixture(autouse=True)
def _clean_slate(settings):
    """Each test starts in Finnish, with nothing remembered from the one before."""
    translation.activate(settings.LANGUAGE_CODE)
    ContentType.objects.clear_cache()
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The site is made once for each test database."""
    with django_db_blocker.unblock():
        make_site()


def make_site():
    """The site's skeleton; after a flush also what Wagtail's migrations had put there."""
    Site.clear_site_root_paths_cache()
    if HomePage.objects.exists():
        return
    if not Locale.objects.exists():
        Locale.objects.create(language_code="fi")
    if not Page.objects.exists():
        Page.add_root(
            title="Root",
            slug="root",
            live=False,
            content_type=ContentType.objects.get_for_model(Page),
        )
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    site_setup.make_site()


@pytest.fixture
def site(db):
    make_site()


@pytest.fixture
def people(site):
    """One account for each role of the site; see :class:`tests.factories.People`."""
    return factories.People()


@pytest.fixture
def untranslated():
    """Sentences are compared in the language that they are written in."""
    with translation.override(None):
        yield
