"""A former address leads on only where readers had it, and only to what they may read."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from tests.support.factories import make_post
from tests.support.helpers import (
    fresh,
    logged_in,
    post_form,
    publish,
    revise,
)

pytestmark = pytest.mark.django_db


def readdress(people, page, slug):
    revise(page, people.writer, slug=slug)
    return publish(page, people.writer, people.editor)


def test_a_draft_has_no_former_address(people, django_capture_on_commit_callbacks):
    """Not when it is renamed, not back and forth, and not once it is public."""
    post = make_post(people.writer, "Salaisuus")
    old = post.url
    for slug in ("toinen", "salaisuus", "kolmas"):
        with django_capture_on_commit_callbacks(execute=True):
            post_form(logged_in(people.writer), post, slug=slug)
        assert fresh(post).slug == slug
        assert Client().get(old).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        readdress(people, post, "julkinen")
    assert not Redirect.objects.exists()
    assert Client().get(old).status_code == 404


def test_a_page_does_not_lead_to_itself(people, django_capture_on_commit_callbacks):
    """There and back: the address in between leads on, and the page is found at its own."""
    post = publish(make_post(people.writer, "Lossi"), people.writer, people.editor)
    own = post.url
    for slug in ("silta", "lossi"):
        with django_capture_on_commit_callbacks(execute=True):
            post = readdress(people, post, slug)
    assert Client().get(own).status_code == 200
    assert [each.old_path for each in Redirect.objects.all()] == [
        own.replace("lossi", "silta").rstrip("/")
    ]


def test_nothing_leads_to_what_is_taken_down(
    people, django_capture_on_commit_callbacks
):
    """Its new address may tell a title that nobody has approved; public again, it is led to."""
    post = publish(make_post(people.writer, "Lossi"), people.writer, people.editor)
    old = post.url
    with django_capture_on_commit_callbacks(execute=True):
        post = readdress(people, post, "silta")
    assert Client().get(old).status_code == 301
    post.unpublish()
    assert Client().get(old).status_code == 404
    assert Client().get(f"{old}?a=b").status_code == 404
    publish(post, people.writer, people.editor)
    assert Client().get(old).status_code == 301


def test_what_is_put_back_at_another_address_is_found_at_the_old_one(
    people, django_capture_on_commit_callbacks
):
    """Not before it is public again."""
    post = publish(make_post(people.writer, "Lossi"), people.writer, people.editor)
    old = post.url
    post.unpublish()
    with django_capture_on_commit_callbacks(execute=True):
        post_form(logged_in(people.editor), fresh(post), slug="silta")
    assert Client().get(old).status_code == 404
    assert "silta" not in Client().get(old).content.decode()
    publish(post, people.editor, people.editor2)
    answer = Client().get(old)
    assert (answer.status_code, answer["Location"]) == (301, fresh(post).url)
