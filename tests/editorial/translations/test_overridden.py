"""What a translation shows in the place of what its original does: another link, picture or file."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail_localize.models import OverridableSegment, SegmentOverride

from kdsite.editorial.models import EarlierWording
from kdsite.editorial.review import submission
from kdsite.editorial.translations.translating import save_draft
from tests.editorial.translations.in_the_editor import (
    open_editor,
    press_send,
    saved_to,
)
from tests.support.factories import make_image, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    edit_url,
    fill_in,
    fresh,
    logged_in,
    publish,
    send,
    translate,
)

pytestmark = pytest.mark.django_db
LINK, EMBED = "https://www.example.fi/silta", "https://www.example.fi/video"
NOWHERE = ["javascript:alert(1)", "data:text/html,x", "java\tscript:alert(1)", "//evil.example",
           "x", "999999", "ftp://example.fi", "https:x"]  # fmt: skip


def new_document(user):
    file = ContentFile(b"x", name="x.txt")
    return get_document_model().objects.create(
        title="Ohje", file=file, uploaded_by_user=user
    )


def set_the_scene(people):
    """A translation of a post with a link, a video, a picture and a file, to which the translator
    has written every string."""
    image, document = make_image(people.writer), new_document(people.writer)
    body = [
        ("paragraph", f'<p><a href="{LINK}">Silta</a></p>'),
        ("embed", {"title": "Video", "url": EMBED}),
        ("file", {"document": document, "title": "Ohje"}),
    ]
    post = make_post(
        people.writer, "Silta", hero_image=image, hero_alt="Silta", body=body
    )
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    return {
        "image": image,
        "document": document,
        "target": target,
        "record": record,
        "others_image": make_image(people.writer2, "red"),
        "others_document": new_document(people.writer2),
    }


def segment_of(scene, value):
    return OverridableSegment.objects.get(
        source=scene.record.source, data_json=json.dumps(value)
    )


def put(user, scene, segment, value):
    url = reverse("wagtail_localize:edit_override", args=[scene.record.pk, segment.pk])
    return logged_in(user).put(
        url,
        f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{value}\r\n--x--\r\n',
        content_type="multipart/form-data; boundary=x",
    )


@pytest.mark.parametrize("value", NOWHERE)
@pytest.mark.parametrize("what", [LINK, EMBED])
def test_a_link_leads_somewhere(people, scene, what, value):
    """One sentence in the translator's language; nothing is stored."""
    answer = put(people.translator, scene, segment_of(scene, what), value)
    assert answer.status_code == 400
    assert "https://" in answer.json()["error"]
    assert not SegmentOverride.objects.exists()


@pytest.mark.parametrize(
    ("what", "value", "status"),
    [
        (LINK, "https://www.example.se/bro", 201),
        (LINK, "mailto:bro@example.org", 201),
        (LINK, "tel:+358401234567", 201),
        (EMBED, "https://www.example.se/video", 201),
        (EMBED, "http://www.example.se/video", 400),
        (EMBED, "mailto:bro@example.org", 400),
    ],
)
def test_a_link_may_lead_elsewhere(people, scene, what, value, status):
    answer = put(people.translator, scene, segment_of(scene, what), value)
    assert answer.status_code == status


def set_and_take_away(scene, people, by):
    """The reviewer sets another link, the translator opens the editor, ``by`` takes it away.

    :returns: the screen of the translator.
    """
    segment = segment_of(scene, LINK)
    put(people.reviewer, scene, segment, "https://www.example.se/bro")
    html = open_editor(people.translator, scene.target)
    address = saved_to(by, scene.target)["synchronised_value", segment.pk]
    assert logged_in(by).delete(address).status_code == 200
    return html


def test_what_another_took_away_is_not_sent_unread(people, scene):
    """The version would show what its sender never saw. The list says who did it."""
    html = set_and_take_away(scene, people, by=people.reviewer)
    answer = press_send(people.translator, html).content.decode()
    assert "Någon annan har ändrat översättningen" in answer
    assert not fresh(scene.target).workflow_in_progress
    earlier = reverse("translation_strings:earlier", args=[scene.record.pk])
    shown = logged_in(people.translator).get(earlier).content.decode()
    assert "Ändrat av reviewer" in shown
    press_send(people.translator, open_editor(people.translator, scene.target))
    assert fresh(scene.target).workflow_in_progress


def test_who_took_it_away_sends_without_it(people, scene):
    """What one has done oneself one has seen."""
    html = set_and_take_away(scene, people, by=people.translator)
    press_send(people.translator, html)
    assert fresh(scene.target).workflow_in_progress


@pytest.mark.parametrize("what", ["image", "document"])
def test_a_file_is_one_that_the_translator_may_choose(people, scene, what):
    """Neither another writer's own, nor one that is not there; their own, and the original's."""
    segment = OverridableSegment.objects.get(
        source=scene.record.source, context__path__endswith=what
    )
    mine = (make_image if what == "image" else new_document)(people.translator)
    for value, status in (
        (getattr(scene, f"others_{what}").pk, 400),
        (999_999, 400),
        ("x", 400),
        (mine.pk, 201),
        (getattr(scene, what).pk, 200),
    ):
        answer = put(people.translator, scene, segment, value)
        assert answer.status_code == status, value


def test_an_earlier_target_is_not_taken_back(people, scene):
    """What was written before there was a rule."""
    segment = segment_of(scene, LINK)
    earlier = EarlierWording.objects.create(
        locale=scene.record.target_locale,
        context=segment.context,
        data=json.dumps("javascript:alert(1)"),
        written_at=segment.source.created_at,
    )
    url = reverse("translation_strings:earlier", args=[scene.record.pk])
    data = {"earlier": earlier.pk, "seen": "none"}
    logged_in(people.translator).post(url, data)
    assert not SegmentOverride.objects.exists()


def store(scene, user, address):
    SegmentOverride.objects.create(
        locale=scene.record.target_locale,
        context=segment_of(scene, LINK).context,
        data_json=json.dumps(address),
        last_translated_by=user,
    )


@pytest.mark.parametrize("address", NOWHERE[:3])
def test_a_target_from_before_is_not_sent(people, scene, address):
    """One sentence names the link, and the translation stays a draft."""
    store(scene, people.translator, address)
    url = reverse("editorial:send_translation", args=[scene.record.pk])
    data = {"opened": timezone.now().isoformat()}
    answer = logged_in(people.translator).post(url, data, follow=True)
    assert "kan inte publiceras" in answer.content.decode()
    assert not fresh(scene.target).workflow_in_progress


def test_nor_is_it_approved(people, scene):
    """Where it came into a review before there was a rule."""
    send(scene.record, people.translator)
    store(scene, people.translator, "javascript:alert(1)")
    save_draft(scene.record.source, scene.record.target_locale, people.translator)
    submission.correct(fresh(scene.target), people.translator)
    url = reverse("editorial:review", args=[scene.target.pk])
    client = logged_in(people.reviewer)
    seen = form_on(client, url).initial["seen"]
    answer = client.post(url, {"seen": seen, "action": "approve"}, follow=True)
    assert "kan inte publiceras" in answer.content.decode()
    assert not fresh(scene.target).live
    assert client.get(edit_url(scene.target)).status_code == 200
