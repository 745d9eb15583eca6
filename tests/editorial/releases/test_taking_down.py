"""Taking down is one act of one editor: both languages, unless they say which and why."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from tests.support.factories import make_post
from tests.support.helpers import fresh, logged_in, publish, publish_translation

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def set_the_scene(people):
    post = publish(make_post(people.writer), people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    return {"post": post, "swedish": swedish}


def take_down(page, user, **data):
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    return logged_in(user).post(url, data)


def letters():
    return {letter.to[0].partition("@")[0]: letter for letter in mail.outbox}


@pytest.mark.parametrize("name", ["post", "swedish"])
def test_both_languages_go_at_once(people, scene, name):
    """From either of them; readers of both are told the same, and nobody is told a half."""
    take_down(getattr(scene, name), people.editor, which="both")
    assert not scene.post.live
    assert not scene.swedish.live
    for address in (scene.post.url, scene.swedish.url):
        answer = Client().get(address)
        assert answer.status_code == 404
        assert "vielä" not in answer.content.decode()


def test_the_screen_has_both_chosen(people, scene):
    url = reverse("wagtailadmin_pages:unpublish", args=[scene.post.pk])
    form = logged_in(people.editor).get(url).context["form"]
    assert form["which"].value() == "both"


def test_only_one_needs_a_reason(people, scene):
    """What was typed is kept, nothing is taken down, and one sentence says what is missing."""
    response = take_down(scene.swedish, people.editor, which="this", why=" ")
    assert response.status_code == 200
    assert "Kerro, miksi" in response.content.decode()
    assert scene.swedish.live
    take_down(scene.swedish, people.editor, which="this", why="Käännös on väärä.")
    assert not scene.swedish.live
    assert scene.post.live


def test_the_reason_reaches_writer_and_language_team(people, scene):
    """And stands in the history of both."""
    take_down(scene.post, people.editor, which="both", why="Luvut olivat vääriä.")
    sent = letters()
    assert set(sent) == {"writer", "translator", "reviewer"}
    for letter in sent.values():
        assert "Luvut olivat vääriä." in letter.body
    assert "kummallakaan kielellä" in sent["writer"].body
    assert "inte längre på något språk" in sent["translator"].body
    entries = PageLogEntry.objects.filter(action="editorial.take_down")
    assert {entry.page_id for entry in entries} == {scene.post.pk, scene.swedish.pk}
    assert {entry.message for entry in entries} == {"Luvut olivat vääriä."}


def test_a_translation_alone_is_told_as_one(people, scene):
    take_down(scene.swedish, people.editor, which="this", why="Väärä käännös.")
    sent = letters()
    assert "käännöksen" in sent["writer"].body
    assert "Originalet är fortfarande publicerat" in sent["reviewer"].body


def test_a_page_in_one_language_is_not_asked_which(people):
    post = publish(make_post(people.writer, "Yksin"), people.writer, people.editor)
    url = reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    assert "which" not in logged_in(people.editor).get(url).context["form"].fields
    take_down(post, people.editor)
    assert not fresh(post).live


def test_not_in_bulk(people, scene):
    """There nobody is asked which and why."""
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    logged_in(people.editor).post(f"{url}?id={scene.post.pk}")
    assert scene.post.live
