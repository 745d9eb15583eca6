"""A save is no word: whoever saved last stands behind it once they have sent it, or corrected it by
the button."""

import pytest
from django.urls import reverse
from wagtail.rich_text import RichText

from blog.models import BlogPageTheme
from kdsite.editorial.publishing.manifest import manifest_of, words_of
from tests.support.factories import make_author, make_post, make_theme
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    ask_for_changes,
    edit_url,
    form_data,
    fresh,
    logged_in,
    post_form,
    publish,
    revise,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    author = make_author(user=people.writer)
    publish(author, people.writer, people.editor)
    return {"post": make_post(people.writer, authors=[author])}


def press_approve(page, user):
    """As the screen, or a forged form, does it."""
    client, url = logged_in(user), reverse("editorial:review", args=[page.pk])
    form = form_on(client, url)
    seen = form.initial["seen"] if form else ""
    return client.post(url, {"action": "approve", "seen": seen})


def comment(page, user):
    """As Wagtail's script does while somebody writes beside the text."""
    client = logged_in(user)
    data = form_data(form_on(client, edit_url(page))) | {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-text": "Tätä ei voi julkaista.",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-id": "",
        "comments-0-DELETE": "",
        "comments-0-resolved": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    return client.post(edit_url(page), data, headers={"accept": "application/json"})


def is_public(page):
    return fresh(page).live


def test_a_comment_is_no_correction(people, scene):
    """Its writer does not publish by agreeing to it; the commenter may still approve."""
    post = scene.post
    post_form(logged_in(people.writer), post)
    submit(post, people.writer)
    before = fresh(post).get_latest_revision()
    answer = comment(post, people.editor)
    assert answer.status_code == 200, answer.content
    now = fresh(post).get_latest_revision()
    assert fresh(post).wagtail_admin_comments.count() == 1
    assert (now.user, now.created_at) == (people.writer, before.created_at)
    press_approve(post, people.writer)
    assert not is_public(post)
    press_approve(post, people.editor)
    assert is_public(post)


def test_a_form_sent_as_it_stands_has_the_words_of_the_version_before(people):
    """Also of a text that was made by code or an importer: the first form numbers its rows and names
    its paragraphs."""
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    post = make_post(people.writer, post_themes=[BlogPageTheme(theme=theme)])
    before = fresh(post).latest_revision
    post_form(logged_in(people.writer), post)
    now = fresh(post).latest_revision
    assert now.content != before.content
    assert words_of(now) == words_of(before)
    post_form(logged_in(people.writer), post, title="Toiset sanat")
    assert words_of(fresh(post).latest_revision) != words_of(before)


@pytest.mark.parametrize("field", ["title", "lead"])
def test_letters_that_look_like_a_paragraphs_name_are_words(people, scene, field):
    """Where readers see them: in a plain text, and between the tags of a formatted one."""
    name = '<p data-block-key="{}">'.format
    revise(scene.post, people.writer, **{field: name("eka")})
    before = words_of(fresh(scene.post).latest_revision)
    revise(scene.post, people.writer, **{field: name("toka")})
    assert words_of(fresh(scene.post).latest_revision) != before
    for key, visible in (("a1", "x"), ("b2", 'x data-block-key="toka"')):
        body = [("paragraph", RichText(f'<p data-block-key="{key}">{visible}</p>'))]
        revise(scene.post, people.writer, body=body)
        was, before = before, words_of(fresh(scene.post).latest_revision)
        assert was != before


def test_what_a_script_saved_is_nobodys_word(people, scene):
    """Half a correction, which the editor never saved."""
    post = scene.post
    submit(post, people.writer)
    revise(post, people.editor, lead="Puolikas lau")
    press_approve(post, people.writer)
    assert not is_public(post)


def test_a_saved_draft_of_an_editor_is_not_confirmed_by_its_author(people, scene):
    """Neither before it was ever sent, nor of a text that is public."""
    for post in (
        scene.post,
        publish(make_post(people.writer), people.writer, people.editor),
    ):
        revise(post, people.editor, lead="Kesken")
        send_after_reading(logged_in(people.writer), fresh(post))
        press_approve(post, people.writer)
        assert fresh(post).lead != "Kesken" or not is_public(post)


@pytest.mark.parametrize("history", ["never sent", "taken back", "refused"])
def test_nobody_sends_what_its_writer_does_not_send(people, scene, history):
    """An editor who sends it anyway and approves it is one person."""
    post = scene.post
    if history != "never sent":
        submit(post, people.writer)
    if history == "taken back":
        logged_in(people.writer).post(reverse("editorial:take_back", args=[post.pk]))
    if history == "refused":
        ask_for_changes(post, people.editor2)
    send_after_reading(logged_in(people.editor), post)
    press_approve(post, people.editor)
    assert not is_public(post)
    press_approve(post, people.editor2)
    assert is_public(post)


def test_a_translation_is_sent_whole(people, scene):
    """Not by the screen of pages either: readers would get the original's words."""
    post = publish(scene.post, people.writer, people.editor)
    target, _record = translate(post, people.translator)
    reviewer, url = logged_in(people.reviewer), reverse("before_send", args=[target.pk])
    reviewer.get(url)
    reviewer.post(url, {"seen": manifest_of(fresh(target).get_latest_revision())})
    assert fresh(target).current_workflow_state is None
    assert not is_public(target)
