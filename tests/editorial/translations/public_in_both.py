"""A public original with a hero picture and two paragraphs, and its public translation."""

import pytest

from tests.support.factories import make_image, make_post
from tests.support.helpers import (
    publish_by_review,
    publish_translation_by_review,
    revise,
)

PARAGRAPHS = [
    ("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>"),
    ("paragraph", "<p>Ensin kuunnellaan.</p><p>Sitten päätetään.</p>"),
]


def set_the_scene(people):
    image = make_image(people.editor)
    post = make_post(
        people.writer, body=PARAGRAPHS, hero_image=image, hero_alt="Venesatama"
    )
    post = publish_by_review(post, people.writer, people.editor)
    swedish = publish_translation_by_review(post, people.translator, people.reviewer)
    return {"post": post, "swedish": swedish}


@pytest.fixture
def post(scene):
    """A public original with a hero picture and two paragraphs."""
    return scene.post


def change(post, people, **changes):
    """A correction by the writer, approved by the editor."""
    revise(post, people.writer, **changes)
    return publish_by_review(post, people.writer, people.editor)
