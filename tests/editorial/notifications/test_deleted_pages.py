"""Nothing that somebody wrote is deleted by somebody else without a word."""

import pytest
from django.core import mail
from django.urls import reverse

from blog.models import BlogPage
from tests.support.factories import make_author, make_post
from tests.support.helpers import logged_in, revise

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture
def post(people):
    """A draft that a guest owns, a second one wrote in, and a third is named on."""
    author = make_author("Maija", "Malli", user=people.translator)
    post = make_post(people.writer, title="Samassa veneessä", authors=[author])
    body = [("paragraph", "<p>Vene <b>kulkee</b> hiljaa &amp; hyvin.</p>")]
    revise(post, people.writer2, lead="Kuka soutaa?", body=body)
    return post


def one(post):
    return reverse("wagtailadmin_pages:delete", args=[post.pk])


def bulk(post):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return f"{url}?id={post.pk}"


@pytest.mark.parametrize("address", [one, bulk])
def test_whose_page_it_was_gets_its_text(people, post, address):
    """Owner, writer and named author, with the title, the text and who did it; nobody else."""
    logged_in(people.editor).post(address(post))
    assert not BlogPage.objects.exists()
    assert {each.to[0] for each in mail.outbox} == {
        "writer@example.fi", "writer2@example.fi", "translator@example.fi"
    }  # fmt: skip
    for each in mail.outbox:
        assert "Samassa veneessä" in each.subject
        for words in ("editor", "Kuka soutaa?", "Vene kulkee hiljaa & hyvin."):
            assert words in each.body


def test_who_deletes_the_own_draft_hears_nothing(people):
    post = make_post(people.writer)
    logged_in(people.writer).post(one(post))
    assert not BlogPage.objects.exists()
    assert mail.outbox == []
