"""Taking back from review: asked once, while a review runs, and told to those who were to decide."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.review import submission
from tests.editorial.notifications.mails import names, only, told
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    ask_for_changes,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    post_form,
    publish,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

OPENS = "[data-a11y-dialog-show=take-back]"


def set_the_scene(people):
    author = make_author(user=people.writer)
    return {"post": make_post(people.writer, "Laituri", authors=[author])}


def editor_of(client, page):
    return BeautifulSoup(client.get(edit_url(page)).content, "html.parser")


def test_the_editors_are_told(people, scene):
    submit(scene.post, people.writer)
    told()
    post_form(logged_in(people.writer), scene.post, **{"action-cancel-workflow": "1"})
    mails = told()
    assert names(mails) == {"editor", "editor2"}
    letter = next(iter(mails.values()))
    assert letter.subject == "Otettu takaisin tarkistuksesta: Laituri"
    assert "luonnos" in letter.body


def test_the_writer_is_told_where_an_editor_does(people, scene):
    submit(scene.post, people.writer)
    told()
    submission.take_back(fresh(scene.post), people.editor)
    assert names(told()) == {"writer", "editor2"}


def test_the_language_team_is_told_of_its_own(people, scene):
    post = publish(scene.post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    told()
    submission.take_back(fresh(target), people.translator)
    mails = told()
    assert names(mails) == {"reviewer"}
    assert "från granskning" in only(mails).subject


def test_it_is_offered_only_while_a_review_runs(people, scene):
    """Not of a draft, and not of what came back with a wish for changes."""
    client = logged_in(people.writer)
    assert not editor_of(client, scene.post).select(OPENS)
    submit(scene.post, people.writer)
    assert editor_of(client, scene.post).select(OPENS)
    told()
    ask_for_changes(scene.post, people.editor)
    assert not editor_of(client, scene.post).select(OPENS)
    told()
    with pytest.raises(Conflict):
        submission.take_back(fresh(scene.post), people.writer)
    client.post(reverse("editorial:take_back", args=[scene.post.pk]))
    assert told() == {}


def test_it_asks_once(people, scene):
    """The button opens a question; the answer is part of the form."""
    submit(scene.post, people.writer)
    page = editor_of(logged_in(people.writer), scene.post)
    (button,) = page.select(OPENS)
    assert button["type"] == "button"
    (answer,) = page.select("[name=action-cancel-workflow]")
    assert answer["form"] == page.select_one("form[data-edit-form]")["id"]
    assert answer.find_parent("div", id="take-back")
