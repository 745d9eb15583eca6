"""A string that says nothing is not translated: no translation goes out with the original's words."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from kdsite.editorial.models import EarlierWording
from tests.editorial.translations.in_the_editor import (
    open_editor,
    press_send,
    put,
    saved_to,
)
from tests.support.factories import make_post
from tests.support.helpers import fill_in, fresh, logged_in, publish, translate

pytestmark = pytest.mark.django_db

MISSING = "1 text är inte översatt ännu"
# The last two: a space that does not break, and characters without a width.
NOTHING = ["", "   ", "<b> </b>", "&nbsp;", "\u200b\u00ad"]


def set_the_scene(people):
    """A translation that the translator has filled in."""
    body = [("paragraph", "<p>Vene kulkee.</p>")]
    post = make_post(people.writer, "Silta", lead="Kuka soutaa?", body=body)
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    return {"target": target, "record": record}


@pytest.fixture
def segment(scene):
    return StringSegment.objects.get(source=scene.record.source, context__path="title")


def said(segment):
    return StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context
    )


def check_not_translated(people, scene, segment):
    """The words are gone but kept, the screen counts the string, and nothing is sent."""
    assert not said(segment).exists()
    kept = EarlierWording.objects.get(string=segment.string)
    assert (kept.data, kept.written_by) == ("sv Silta", people.translator)
    assert kept.replaced_by == people.translator
    html = open_editor(people.translator, scene.target)
    assert MISSING in html
    assert "Allt är översatt" not in html
    assert fresh(scene.target).draft_title == "Silta"


@pytest.mark.parametrize("words", NOTHING)
def test_a_string_of_nothing_is_not_translated(people, scene, segment, words):
    """Whether it is emptied or filled with what nobody sees; the answer says so."""
    before = open_editor(people.translator, scene.target)
    assert "Allt är översatt" in before
    address = saved_to(people.translator, scene.target)["string", segment.pk]
    answer = put(people.translator, address, words)
    assert answer.status_code == 200
    assert answer.json()["data"] == ""
    assert "inte översatt" in answer.json()["said"]
    check_not_translated(people, scene, segment)
    html = press_send(people.translator, before).content.decode()
    assert MISSING in html
    assert not fresh(scene.target).workflow_in_progress


def test_nothing_in_the_place_of_nothing(people, scene, segment):
    said(segment).delete()
    address = saved_to(people.translator, scene.target)["string", segment.pk]
    assert put(people.translator, address, " ").status_code == 200
    assert not said(segment).exists()


def test_nobody_elses_words_are_emptied_unread(people, scene, segment):
    address = saved_to(people.reviewer, scene.target)["string", segment.pk]
    put(people.translator, address, "Bron")
    assert put(people.reviewer, address, " ").status_code == 409
    assert said(segment).get().data == "Bron"


def test_a_string_of_another_page_is_not_emptied(people, scene, segment):
    other = publish(make_post(people.writer, "Toinen"), people.writer, people.editor)
    target, record = translate(other, people.translator)
    address = saved_to(people.translator, target).popitem()[1]
    address = re.sub(r"strings/[0-9]+/", f"strings/{segment.pk}/", address)
    assert put(people.translator, address, " ").status_code in (404, 409)
    assert put(people.translator, address.partition("?")[0], " ").status_code == 404
    assert said(segment).exists()


def test_where_the_original_says_nothing_so_may_the_translation(people, scene, segment):
    """A string of the original that nobody sees is written as ever."""
    segment.string.data = "&nbsp;"
    segment.string.save(update_fields=["data"])
    address = saved_to(people.translator, scene.target)["string", segment.pk]
    assert put(people.translator, address, "&nbsp;").status_code == 200
    assert said(segment).get().data == "\u00a0"
    assert "Allt är översatt" in open_editor(people.translator, scene.target)


def test_a_string_that_was_emptied_before_keeps_it_from_being_sent(
    people, scene, segment
):
    """Whichever way it came to say nothing."""
    before = open_editor(people.translator, scene.target)
    said(segment).update(data=" ")
    assert MISSING in open_editor(people.translator, scene.target)
    assert MISSING in press_send(people.translator, before).content.decode()
    assert not fresh(scene.target).workflow_in_progress


# By a PO file.


def download(people, scene):
    url = reverse("wagtail_localize:download_pofile", args=[scene.record.pk])
    return logged_in(people.translator).get(url).content.decode()


def upload(people, scene, po):
    url = reverse("wagtail_localize:upload_pofile", args=[scene.record.pk])
    file = SimpleUploadedFile("sv.po", po.encode())
    logged_in(people.translator).post(url, {"file": file})


def emptied(po, words):
    found = po.replace('msgstr "sv Silta"', f'msgstr "{words}"')
    assert found != po
    return found


@pytest.mark.parametrize("words", NOTHING)
def test_a_string_that_is_emptied_in_the_file(people, scene, segment, words):
    """The rest of the file comes in."""
    po = download(people, scene).replace("sv Kuka soutaa?", "Vem ror?")
    upload(people, scene, emptied(po, words))
    check_not_translated(people, scene, segment)
    assert StringTranslation.objects.filter(data="Vem ror?").exists()


@pytest.mark.parametrize("words", NOTHING)
def test_what_was_not_in_the_file_is_not_emptied_by_it(people, scene, segment, words):
    """Where it was empty when the file was fetched, what has been written since stays."""
    said(segment).delete()
    po = download(people, scene)
    po = re.sub(r'(?<=msgid "Silta"\nmsgstr )""', f'"{words}"', po)
    address = saved_to(people.translator, scene.target)["string", segment.pk]
    put(people.translator, address, "Bron")
    upload(people, scene, po)
    assert said(segment).get().data == "Bron"


def test_a_file_without_its_moment_empties_nothing(people, scene, segment):
    po = download(people, scene)
    po = re.sub(r'"POT-Creation-Date: [^\n]+\n', "", emptied(po, ""))
    upload(people, scene, po)
    assert said(segment).get().data == "sv Silta"
