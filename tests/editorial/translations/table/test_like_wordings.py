"""How strings like this one were translated before: only what is approved; and what the front page says."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    logged_in,
    make_slot,
    publish,
    publish_translation,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

LIKE = "Kunnan asukkaat päättivät yhdessä keväällä tuhansista euroista"


def post_with(people, title, text):
    post = make_post(people.writer, title, body=[("paragraph", f"<p>{text}</p>")])
    return publish(post, people.writer, people.editor)


def hints(people, name="translator"):
    post = post_with(people, "Uusi", f"{LIKE} taas.")
    _target, record = translate(post, people.translator)
    segment = StringSegment.objects.get(
        source=record.source, string__data__startswith="Kunnan asukkaat"
    )
    url = reverse("editorial:translating:hints", args=[record.pk, segment.pk])
    return logged_in(getattr(people, name)).get(url).content.decode()


def test_an_approved_translation_of_a_like_string_is_shown(people):
    publish_translation(
        post_with(people, "Vanha", LIKE), people.translator, people.reviewer
    )
    assert f"sv {LIKE}" in hints(people)


def test_what_is_not_approved_is_not(people):
    """Neither a draft, nor what was written since the approval."""
    old = post_with(people, "Vanha", LIKE)
    _target, record = translate(old, people.translator)
    fill_in(record, people.translator)
    assert LIKE not in hints(people)


def test_what_was_written_since_the_approval_is_not(people):
    old = post_with(people, "Vanha", LIKE)
    publish_translation(old, people.translator, people.reviewer)
    row = StringTranslation.objects.get(data=f"sv {LIKE}")
    row.data = "sv inte godkänt"
    row.save()
    html = hints(people)
    assert "inte godkänt" not in html


def test_others_get_nothing(people):
    publish_translation(
        post_with(people, "Vanha", LIKE), people.translator, people.reviewer
    )
    assert LIKE not in hints(people, "writer2")


def test_the_front_page_says_how_much_is_left_who_has_it_and_by_when(people):
    post = make_post(people.writer, "Venevaja")
    slot = make_slot(post, days=20)
    submit(post, people.writer)
    approve(post, people.editor)
    translate(fresh(post), people.translator)
    html = logged_in(people.reviewer).get("/admin/").content.decode()
    assert "ord kvar" in html
    assert "translator" in html
    due = slot.translation_due
    assert f"{due.day}.{due.month}.{due.year}" in html
