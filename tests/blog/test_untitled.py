"""Who writes before they have a title loses nothing, and sends nothing without one."""

import pytest
from django.urls import reverse

from blog import checks
from blog.models import BlogIndexPage, BlogPage
from tests.support.factories import index, make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    edit_url,
    form_data,
    fresh,
    logged_in,
    post_form,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "called"), [("fi", "Ilman otsikkoa"), ("sv", "Utan rubrik")]
)
def test_a_text_without_a_title_is_kept(people, language, called):
    """By hand and by the autosave alike; the form asks for the title with an empty field."""
    client = logged_in(people.writer)
    author = make_author(user=people.writer)
    blog = index(BlogIndexPage, language)
    url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", blog.pk])
    data = form_data(form_on(client, url)) | {"title": "", "lead": "Alku", "slug": ""}
    data |= {"bylines-TOTAL_FORMS": "1", "bylines-0-author": str(author.pk)}
    data |= {"bylines-0-id": "", "bylines-0-ORDER": "1"}
    answer = client.post(url, data, headers={"Accept": "application/json"})
    assert answer.json()["success"], answer.json()
    post = BlogPage.objects.get(pk=answer.json()["pk"])
    assert (post.title, post.lead) == (called, "Alku")
    assert form_on(client, edit_url(post))["title"].value() == ""


def test_it_is_not_sent_before_it_has_one(people):
    post = make_post(people.writer, "Ilman otsikkoa")
    (found,) = [each for each in checks.blocking(post) if each.code == "title"]
    assert found.anchor == "id_title"
    client = logged_in(people.writer)
    post_form(client, post, title="", **{"action-submit": "1"})
    assert not fresh(post).workflow_in_progress
    post_form(client, post, title="Kenen kunta?")
    assert checks.blocking(fresh(post).get_latest_revision_as_object()) == []


def test_what_readers_see_keeps_its_title(people):
    """There it is asked for, as ever."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    answer = post_form(logged_in(people.editor), post, title="", lead="Toinen")
    assert answer.status_code == 200
    assert fresh(post).get_latest_revision_as_object().lead != "Toinen"
