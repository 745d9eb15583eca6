"""A translation stays with its words when blocks of the original are parted, joined or moved."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.texts import translation_strings
from kdsite.editorial.texts.left_to_do import missing
from tests.editorial.translations.public_in_both import change
from tests.support.factories import make_image, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    logged_in,
    publish,
    send,
    translate,
)

pytestmark = pytest.mark.django_db

FIRST = '<h2>Kysy</h2><p>Vene <b>kulkee</b> <a href="https://example.fi/">näin</a>.</p>'
SECOND = "<ul><li>Joki virtaa.</li><li>Silta kantaa.</li></ul><p>Kuka soutaa?</p>"


def set_the_scene(people):
    """A text in one block, public in both languages."""
    post = make_post(people.writer, "Soutu", body=[("text", FIRST + SECOND)])
    post = publish(post, people.writer, people.editor)
    page, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(page, people.reviewer)
    return {"post": post, "page": page, "picture": make_image(people.writer)}


def block(kind, value, block_id=None):
    return {"type": kind, "value": value} | ({"id": block_id} if block_id else {})


def picture(scene):
    image = {"image": scene.picture.pk, "decorative": True, "alt_text": ""}
    return block("image", {"image": image, "caption": ""})


def body(post, *blocks):
    stream = fresh(post).body
    return type(stream)(stream.stream_block, list(blocks), is_lazy=True)


def bring_up_to_date(people, scene, blocks):
    """The original becomes ``blocks`` and is approved, then the button of the translation's editor."""
    change(scene.post, people, body=body(scene.post, *blocks))
    address = reverse("editorial:translate", args=[scene.post.pk, "sv"])
    logged_in(people.translator).post(address)
    return translation_of(fresh(scene.page))


def test_a_picture_in_the_middle_costs_no_translation(scene, people):
    """The text is parted at it: every string is translated as before, by who wrote it, and the
    translation can be sent as it is."""
    own = fresh(scene.post).body[0].id
    said = {t.data for t in StringTranslation.objects.all()}
    record = bring_up_to_date(
        people,
        scene,
        [block("text", FIRST, own), picture(scene), block("text", SECOND)],
    )
    assert missing(record) == 0
    assert {t.data for t in StringTranslation.objects.all()} == said
    assert translation_strings.writers(record) == {people.translator.pk}
    draft = fresh(scene.page).get_latest_revision_as_object()
    assert [each.block_type for each in draft.body] == ["text", "image", "text"]
    assert "sv Joki virtaa." in draft.body[2].value.source
    send(record, people.translator)
    approve(scene.page, people.reviewer)
    assert "sv Silta kantaa." in fresh(scene.page).body[2].value.source


def test_joined_and_moved_texts_keep_theirs(scene, people):
    """Also where the block that they stood in is gone, and they stand in another order."""
    own = fresh(scene.post).body[0].id
    parted = [block("text", SECOND), block("text", FIRST, own)]
    record = bring_up_to_date(people, scene, parted)
    assert missing(record) == 0
    record = bring_up_to_date(people, scene, [block("text", FIRST + SECOND)])
    assert missing(record) == 0
    draft = fresh(scene.page).get_latest_revision_as_object()
    assert '<a href="https://example.fi/">' in draft.body[0].value.source


def test_what_reads_otherwise_is_written_anew(scene, people):
    """Only that."""
    other = SECOND.replace("Silta kantaa.", "Silta kantoi.")
    record = bring_up_to_date(
        people, scene, [block("text", FIRST), picture(scene), block("text", other)]
    )
    assert missing(record) == 1
