"""The table in which a page is translated: one row a string, saved by itself; what is missing is named."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from kdsite.editorial.admin.translating.state import state_of
from kdsite.editorial.models import EarlierWording
from kdsite.editorial.page_kinds import translation_of
from tests.editorial.translations.in_the_editor import (
    open_editor,
    put,
)
from tests.editorial.translations.table.linked_post import (
    LINKED,
    TABLE,
    address_of,
    linked,
    set_the_scene,
)
from tests.support.factories import make_post
from tests.support.forms.undrawn import context_of
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    make_slot,
    publish,
    revise,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

__all__ = ["set_the_scene"]


def rows_for(scene, user):
    return context_of(logged_in(user), edit_url(scene.target))["rows"]


def test_rows_are_in_the_order_and_with_the_look_of_the_page(scene, people):
    """The picture stands before its alternative text; a heading looks like one."""
    rows = [each["row"] for each in rows_for(scene, people.translator)]
    assert [(row.sort, row.place.look) for row in rows[:4]] == [
        ("text", "title"),
        ("text", "intro"),
        ("value", "text"),
        ("text", "text"),
    ]
    assert rows[2].what == "picture"
    assert rows[3].segment.string.data == "Kuva"
    assert [row.place.look for row in rows].count("cell") == 6


def test_no_tag_is_ever_seen(scene, people):
    """Marks are shown as such; links lead nowhere, and say where the original's do."""
    html = open_editor(people.translator, scene.target)
    assert '<a data-link="a1" title="https://example.org/">sivu</a>, <b>nyt</b>' in html
    assert "&lt;a" not in html
    assert "&lt;b" not in html


def test_numbers_and_addresses_are_filled_in(scene, people):
    """By who began the translation, and open to be written otherwise."""
    rows = StringTranslation.objects.filter(context__object=scene.record.source.object)
    found = {row.data: row.last_translated_by for row in rows}
    assert found == dict.fromkeys(
        ["2026", "5\u00a0000 €", "–", "x@example.org"], people.translator
    )


def test_a_cell_is_saved_as_it_may_be_stored(scene, people):
    """An unclosed mark is closed, a link of the original stays one, anything else is text."""
    segment = linked(scene)
    typed = 'Se <a data-link="a1">sidan</a>, <b>nu<img src=x onerror=alert(1)>'
    answer = put(
        people.translator, address_of(scene, people.translator, segment), typed
    )
    assert answer.status_code == 200
    row = StringTranslation.objects.get(translation_of=segment.string)
    assert row.data == 'Se <a id="a1">sidan</a>, <b>nu</b>'
    assert row.last_translated_by == people.translator
    assert not row.has_error
    body = answer.json()
    assert body["html"].startswith('Se <a data-link="a1"')
    assert body["said"].startswith("Sparat")
    assert "tt-remark" not in body["remarks"]


def test_who_says_again_what_is_there_has_not_written_it(scene, people):
    """The record of who typed what stays."""
    segment = linked(scene)
    put(people.translator, address_of(scene, people.translator, segment), "Se sidan")
    put(people.reviewer, address_of(scene, people.reviewer, segment), "<p>Se sidan</p>")
    row = StringTranslation.objects.get(translation_of=segment.string)
    assert row.last_translated_by == people.translator


def test_an_unclosed_mark_in_a_po_file_is_closed(scene, people):
    """Bold does not go on where nobody sees it."""
    client = logged_in(people.translator)
    url = reverse("wagtail_localize:download_pofile", args=[scene.record.pk])
    po = client.get(url).content.decode()
    po = po.replace('nyt</b>."\nmsgstr ""', 'nyt</b>."\nmsgstr "Se <b>nu"')
    assert "Se <b>nu" in po
    url = reverse("translation_strings:upload_po", args=[scene.record.pk])
    client.post(url, {"file": SimpleUploadedFile("sv.po", po.encode())})
    row = StringTranslation.objects.get(translation_of=linked(scene).string)
    assert row.data == "Se <b>nu</b>"


def test_both_texts_are_shown_where_two_typed(scene, people):
    """Nothing is written over; who has chosen their own saves it, and the other's is kept."""
    segment = linked(scene)
    mine = address_of(scene, people.translator, segment)
    put(people.reviewer, address_of(scene, people.reviewer, segment), "Deras <b>ord")
    answer = put(people.translator, mine, "Mina ord")
    assert answer.status_code == 409
    body = answer.json()
    assert "Deras <b>ord</b>" in body["remarks"]
    assert "Mina ord" in body["remarks"]
    again = f"{mine.partition('?')[0]}?seen={body['seen']}"
    assert put(people.translator, again, "Mina ord").status_code == 200
    assert EarlierWording.objects.filter(data="Deras <b>ord</b>").exists()


def test_what_somebody_typed_is_never_markup_beside_the_others_words(scene, people):
    segment = linked(scene)
    mine = address_of(scene, people.translator, segment)
    put(people.reviewer, address_of(scene, people.reviewer, segment), "Deras")
    answer = put(people.translator, mine, "<script>alert(1)</script>Mina")
    assert "<script>" not in answer.json()["remarks"]


def test_who_translates_is_said_and_can_change(scene, people):
    """Who began has claimed it; another member takes it over, or it is left."""
    url = reverse("editorial:translating:claim", args=[scene.record.pk])
    assert scene.record.claim.user == people.translator
    logged_in(people.reviewer).post(url)
    record = translation_of(scene.target)
    assert record.claim.user == people.reviewer
    logged_in(people.reviewer).post(url, {"leave": "1"})
    assert not hasattr(translation_of(scene.target), "claim")


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_nobody_else_claims(scene, people, name):
    url = reverse("editorial:translating:claim", args=[scene.record.pk])
    logged_in(getattr(people, name)).post(url)
    assert scene.record.claim.user == people.translator


def test_the_deadline_is_that_of_the_originals_time(people):
    post = make_post(people.writer, "Venevaja")
    slot = make_slot(post, days=20)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(fresh(post), people.translator)
    state = state_of(record, target, people.translator)
    assert state["due"] == slot.translation_due


def test_a_table_takes_as_many_queries_for_many_rows_as_for_few(scene, people):
    """The marks, places and links of each row are found together."""
    client = logged_in(people.translator)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(edit_url(scene.target))
    body = [("paragraph", LINKED * 12), ("table", TABLE), ("table", TABLE)]
    post = make_post(people.writer, "Pitkä", body=body)
    post = publish(post, people.writer, people.editor)
    target, _record = translate(post, people.translator)
    with CaptureQueriesContext(connection) as many:
        client.get(edit_url(target))
    assert len(many) <= len(few) + 2


def test_what_changed_in_the_original_stands_in_its_row(scene, people):
    """With what it said before, and what the translation of that says."""
    fill_in(scene.record, people.translator)
    send(scene.record, people.translator)
    approve(scene.target, people.reviewer)
    revise(scene.post, people.writer, title="Uusi silta")
    submit(scene.post, people.writer)
    approve(scene.post, people.editor)
    translate(scene.post, people.translator)
    row = rows_for(scene, people.translator)[0]["row"]
    assert (row.change.before, row.change.present) == ("Silta", "sv Silta")


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_a_guest_never_sees_the_table(scene, people, name):
    assert (
        logged_in(getattr(people, name)).get(edit_url(scene.target)).status_code == 302
    )
