"""A row that was added in the editor is there once, however often the form that added it arrives."""

import pytest

from blog.models import BlogPage
from tests.support.factories import make_author, make_post, make_theme
from tests.support.helpers import (
    edit_url,
    fresh,
    logged_in,
    opened_form,
    publish,
    revise,
)

pytestmark = pytest.mark.django_db

AUTOSAVE = {"accept": "application/json"}


def set_the_scene(people):
    author = publish(
        make_author(user=people.writer, saved_by=people.writer),
        people.writer,
        people.editor,
    )
    other = publish(make_author(saved_by=people.editor), people.editor, people.editor2)
    post = make_post(people.writer, authors=[author])
    return {"author": author, "other": other, "post": post, "theme": make_theme()}


def with_another_author(form, author):
    """The posted ``form`` with one more row, which has no id yet."""
    number = int(form["bylines-TOTAL_FORMS"])
    row = {
        "id": "",
        "author": str(author.pk),
        "name": "",
        "ORDER": str(number + 1),
        "DELETE": "",
    }
    return (
        form
        | {f"bylines-{number}-{name}": value for name, value in row.items()}
        | {"bylines-TOTAL_FORMS": str(number + 1)}
    )


def authors_of(page):
    newest = fresh(page).get_latest_revision_as_object()
    return [byline.author_id for byline in newest.bylines.all()]


def test_a_button_that_is_pressed_while_the_script_saves_adds_nothing_twice(
    people, scene
):
    """The form has not heard yet which id the row got."""
    client = logged_in(people.writer)
    form = with_another_author(opened_form(client, scene.post), scene.other)
    wanted = [scene.author.pk, scene.other.pk]
    for headers in (AUTOSAVE, AUTOSAVE, None):
        client.post(edit_url(scene.post), form, headers=headers)
        assert authors_of(scene.post) == wanted
    stored = BlogPage.objects.get(pk=scene.post.pk)
    assert [byline.author_id for byline in stored.bylines.all()] == wanted


def test_what_others_added_since_is_not_taken_away(people, scene):
    """The form is shown again, and says who was faster."""
    client = logged_in(people.writer)
    form = opened_form(client, scene.post)
    other = logged_in(people.editor)
    other.post(
        edit_url(scene.post),
        with_another_author(opened_form(other, scene.post), scene.other),
    )
    wanted = [scene.author.pk, scene.other.pk]
    assert authors_of(scene.post) == wanted
    html = client.post(edit_url(scene.post), form).content.decode()
    assert "on tallentanut uudemman version" in html
    assert authors_of(scene.post) == wanted


def test_a_row_that_is_refused_can_be_deleted(people, scene):
    """A file names somebody whose profile this writer could not have chosen."""
    hidden = make_author(user=people.writer2, saved_by=people.writer2)
    revise(scene.post, people.writer, title="Toinen")
    client = logged_in(people.writer)
    form = with_another_author(opened_form(client, scene.post), hidden)
    refused = client.post(edit_url(scene.post), form)
    assert "Valitse jokin toinen" in refused.content.decode()
    saved = client.post(edit_url(scene.post), form | {"bylines-1-DELETE": "on"})
    assert saved.status_code == 302
    assert authors_of(scene.post) == [scene.author.pk]
