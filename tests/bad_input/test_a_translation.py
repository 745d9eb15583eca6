"""A string of a translation, which its editor sends by PUT and shows with the reason where it is not
taken."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation

from tests.bad_input.scene import set_the_scene
from tests.editorial.translations.in_the_editor import put, saved_to
from tests.support.helpers import fill_in, logged_in

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(scene, people):
    """Where the title is saved."""
    fill_in(scene.record, people.translator)
    segment = StringSegment.objects.get(
        source=scene.record.source, context__path="title"
    )
    return saved_to(people.translator, scene.target)["string", segment.pk]


def title(scene):
    record = scene.record
    written = StringTranslation.objects.filter(locale=record.target_locale)
    return written.get(
        context__path="title", context__object_id=record.source.object_id
    ).data


@pytest.mark.parametrize(
    ("odd", "why"), [("x" * 256, "255 tecken"), ("Bro\0n", "Null-tecken")]
)
def test_what_does_not_fit_is_refused(scene, people, address, odd, why):
    """In words, and what was typed stays in the answer: the page has a copy of the title, in a
    shorter column."""
    answer = put(people.translator, address, odd)
    assert (answer.status_code, answer.json()["data"]) == (409, odd)
    assert why in answer.json()["error"]
    assert title(scene) == "sv Julkinen"
    assert put(people.translator, address, "x" * 255).status_code == 200


@pytest.mark.parametrize(("method", "status"), [("POST", 405), ("PUT", 400)])
@pytest.mark.parametrize("kind", ["application/json", "text/x"])
def test_what_cannot_be_read_is_refused(scene, people, address, method, status, kind):
    client = logged_in(people.translator)
    assert client.generic(method, address, "NaN", kind).status_code == status
    assert title(scene) == "sv Julkinen"
