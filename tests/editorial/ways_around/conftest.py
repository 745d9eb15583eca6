"""Settings as a stock installation has them; the scene's pages."""

import pytest
from wagtail.models import Locale

from tests.support.helpers import publish_translation


@pytest.fixture(autouse=True)
def stock_settings(settings):
    """Settings that keep a hole shut are defence in depth: the rule must hold without them."""
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    settings.WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = True


@pytest.fixture
def author(scene):
    """The writer's profile."""
    return scene.author


@pytest.fixture
def post(scene):
    """A public Finnish post."""
    return scene.post


@pytest.fixture
def swedish(people, post):
    """Its public Swedish translation."""
    return publish_translation(post, people.translator, people.reviewer)


@pytest.fixture
def sv():
    return Locale.objects.get(language_code="sv")
