"""How many queries saving and sending a long text may take beside those that stock Wagtail takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import Consent
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    edit_url,
    fresh,
    logged_in,
    opened_form,
    publish,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.indexed, pytest.mark.mailed]

# What Wagtail 8.0 itself asks on PostgreSQL for a page with the fields of a post, by one press of the
# button in its editor; with what follows: indexes, mail.
STOCK = {"save": 85, "send": 144}
OURS = 10
# A text of 2,000 words.
BODY = [("paragraph", f"<p>{'kunta ' * 100}</p>")] * 20


def set_the_scene(people):
    author = publish(make_author(user=people.writer), people.writer, people.editor)
    post = make_post(people.writer, authors=[author], body=BODY)
    Consent.give(post, fresh(post).latest_revision, people.writer)
    # What a process remembers of kinds of rows, it has asked for once.
    submit(make_post(people.writer, "Edellinen"), people.writer)
    return {"post": post}


@pytest.mark.parametrize("pressed", STOCK)
def test_at_most_10_more_than_stock(people, scene, pressed):
    """By its writer, in the editor, with nothing to look at before it is sent."""
    client, post = logged_in(people.writer), scene.post
    client.post(edit_url(post), opened_form(client, post) | {"title": "Ensin"})
    data = opened_form(client, post) | {"title": "Toiseksi"}
    if pressed == "send":
        data["action-submit"] = "1"
    with CaptureQueriesContext(connection) as captured:
        client.post(edit_url(post), data)
    assert fresh(post).draft_title == "Toiseksi"
    assert fresh(post).workflow_in_progress == (pressed == "send")
    assert len(captured) <= STOCK[pressed] + OURS
