"""What lists say of a page, and what the review offers before one language goes out alone."""

import pytest
from django.urls import reverse

from tests.support.factories import make_post
from tests.support.helpers import approve, logged_in, make_slot, submit

pytestmark = [pytest.mark.django_db]


def test_what_is_approved_and_waits_is_no_draft(people):
    post = make_post(people.writer, "Laituri")
    make_slot(post, days=30)
    blog = post.get_parent()
    explorer = reverse("wagtailadmin_explore", args=[blog.pk])

    def shown():
        return logged_in(people.editor).get(explorer).content.decode()

    assert "luonnos" in shown().lower()
    submit(post, people.writer)
    approve(post, people.editor)
    assert "hyväksytty, odottaa" in shown()


def test_a_time_is_offered_where_one_language_would_go_out_alone(people):
    """To who plans the calendar, on the review, with the way back to it."""
    post = make_post(people.writer, "Laituri")
    submit(post, people.writer)
    review = reverse("editorial:review", args=[post.pk])
    put = reverse("calendar:put", args=[post.pk])
    free = make_slot(days=30)
    client = logged_in(people.editor)
    assert f'href="{put}?next={review}"' in client.get(review).content.decode()
    form = client.get(f"{put}?next={review}").content.decode()
    assert f'name="next" value="{review}"' in form
    answer = client.post(put, {"slot": free.pk, "next": review})
    assert answer["Location"] == review
    html = client.get(review).content.decode()
    assert "offers-slot" not in html
    assert "Julkaistaan" in html
