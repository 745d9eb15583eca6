"""What a translation says: its address, links, bylines, tables and line breaks."""

import re

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail_localize.models import StringSegment

from blog.models import BlogPageTheme
from tests.support.factories import make_author, make_post, make_theme
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    make_slot,
    publish,
    publish_translation,
    read,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    return {"post": publish(make_post(people.writer), people.writer, people.editor)}


@pytest.fixture
def post(scene):
    """A public Finnish post."""
    return scene.post


def test_the_slug_is_made_from_the_swedish_title(people, post):
    """Not from the Finnish one, and only until the page is public."""
    target = publish_translation(
        post,
        people.translator,
        people.reviewer,
        words=lambda text: text.replace("Samaan suuntaan", "Åt samma håll, i öst"),
    )
    assert target.slug == "at-samma-hall-i-ost"
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: f"Ny {text}")
    send(record, people.translator)
    approve(target, people.reviewer)
    assert fresh(target).slug == "at-samma-hall-i-ost"


def test_links_lead_to_the_same_language_where_it_is_public(people):
    """Authors and themes: the Swedish page once it is public, the Finnish one until then."""
    author = make_author(user=people.writer)
    publish(author, people.writer, people.editor)
    theme = make_theme(saved_by=people.editor)
    publish(theme, people.editor, people.editor2)
    post = make_post(people.writer, authors=[author])
    draft = fresh(post).get_latest_revision_as_object()
    draft.post_themes = [BlogPageTheme(theme=theme)]
    draft.save_revision(user=people.writer)
    post = publish(post, people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    assert swedish.authors[0].profile.url.startswith("/fi/kirjoittajat/")
    assert swedish.themes[0].url.startswith("/fi/teemat/")
    for page in (author, theme):
        publish_translation(page, people.translator, people.reviewer)
    swedish = fresh(swedish)
    assert swedish.authors[0].profile.url.startswith("/sv/skribenter/")
    assert swedish.themes[0].url.startswith("/sv/teman/")
    text = read(swedish)[1]
    assert "/sv/skribenter/maija-malli/" in text


def test_titles_and_organisations_are_translated_with_the_post(people):
    """The byline of the Swedish page says in Swedish what the author was then."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    post = publish(post, people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    byline = swedish.bylines.get()
    assert (byline.name, byline.job_title) == ("Maija Malli", "sv valtuutettu")
    assert byline.organisation == "sv Mallilan kaupunki"


@pytest.mark.parametrize(
    "words", ["Ett<br>två", "<b>Ett<br/>två</b>", "Ett<br>två<br>"]
)
def test_a_translators_line_break_is_one_that_the_editor_opens(people, words):
    """However the tag is typed; and one of the original comes along."""
    body = [
        ("paragraph", "<p>Yksi<br/>kaksi</p>"),
        ("list", "<ul><li>Yksi<br/>kaksi</li></ul>"),
    ]
    post = publish(make_post(people.writer, body=body), people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: text)
    client = logged_in(people.translator)
    assert client.get(edit_url(target)).status_code == 200
    for segment in StringSegment.objects.filter(
        source=record.source, string__data="Yksi<br/>kaksi"
    ):
        url = reverse(
            "wagtail_localize:edit_string_translation", args=[record.pk, segment.pk]
        )
        response = client.put(
            url, f"value={words}", content_type="application/x-www-form-urlencoded"
        )
        assert response.status_code in (200, 201)
    send(record, people.translator)
    body = fresh(target).get_latest_revision_as_object().body
    for block in body:
        assert "<br/>" in block.value.source
        converter = ContentstateConverter(block.block.features)
        assert "Ett" in converter.from_database_format(block.value.source)


def test_a_table_is_translated_cell_by_cell(people):
    """Tables take part, which wagtail-localize alone leaves out."""
    table = {
        "data": [["Vuosi", "Aloitteita"], ["2026", "19"]],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_caption": "Aloitteet",
    }
    post = make_post(people.writer, body=[("table", table)])
    post = publish(post, people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    value = swedish.body[0].value
    assert value["data"][0] == ["sv Vuosi", "sv Aloitteita"]
    assert value["table_caption"] == "sv Aloitteet"
    assert fresh(post).body[0].value["data"][0] == ["Vuosi", "Aloitteita"]


def test_a_question_has_the_address_of_its_month_in_both_languages(people):
    """Its title comes from the question, which is translated first."""
    import datetime

    from tests.support.factories import make_question

    question = publish(
        make_question(datetime.date(2026, 11, 1), saved_by=people.editor),
        people.editor,
        people.editor2,
    )
    swedish = publish_translation(
        question, people.translator, people.reviewer, words=lambda _t: "Vad frågar du?"
    )
    assert (swedish.title, swedish.slug) == ("Vad frågar du?", "2026-11")


def test_an_approved_translation_offers_nothing_to_edit(people):
    """It waits for its time; who typed before it was approved is told why."""
    post = make_post(people.writer, "Venevaja")
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(fresh(post), people.translator)
    fill_in(record, people.translator)
    client = logged_in(people.translator)

    def locked():
        html = client.get(edit_url(target)).content.decode()
        cells = re.findall(r"<textarea[^>]+tt-cell[^>]+>", html)
        is_locked = {" readonly" in cell for cell in cells}
        assert ("contenteditable" in html) != is_locked.pop()
        assert not is_locked
        return "/send/" not in html

    assert not locked()
    send(record, people.translator)
    approve(target, people.reviewer)
    assert locked()
    segment = StringSegment.objects.filter(source=record.source).first()
    url = reverse(
        "wagtail_localize:edit_string_translation", args=[record.pk, segment.pk]
    )
    body = encode_multipart(BOUNDARY, {"value": "Andra ord"})
    response = client.put(url, body, content_type=MULTIPART_CONTENT)
    assert response.status_code == 403
    assert "väntar på sin publiceringstid" in response.json()["error_message"]
