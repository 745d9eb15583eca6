"""What a screen about a page asks the database, it asks once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.support.factories import make_author, make_post
from tests.support.helpers import edit_url, fresh, logged_in, post_form, submit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["writer", "editor"])
@pytest.mark.parametrize("screen", ["edit", "review"])
def test_which_review_a_page_is_in(people, name, screen):
    """However many buttons, locks and rules depend on it; a few times more where the page is read anew."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    url = {
        "edit": edit_url(post),
        "review": reverse("editorial:review", args=[post.pk]),
    }[screen]
    client = logged_in(getattr(people, name))
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    asked = [
        query["sql"]
        for query in queries
        if 'FROM "wagtailcore_workflowstate"' in query["sql"]
    ]
    assert len(asked) <= 5, asked


def test_the_review_that_a_page_is_in_now(people):
    """A screen that was opened before knows no less: the review is read where it is changed."""
    post = make_post(people.writer, authors=[make_author(user=people.writer)])
    client = logged_in(people.writer)
    assert client.get(edit_url(post)).status_code == 200
    submit(post, people.writer)
    assert "action-cancel-workflow" in client.get(edit_url(post)).content.decode()
    post_form(client, post, **{"action-cancel-workflow": "1"})
    assert not fresh(post).workflow_in_progress
    assert "action-cancel-workflow" not in client.get(edit_url(post)).content.decode()
