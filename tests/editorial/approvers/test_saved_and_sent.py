"""A text that one person has saved and another has sent: whoever saved it may be the second person, and
no screen leaves both without a button."""

import pytest
from django.urls import reverse

from tests.editorial.approvers.saving_and_sending import (
    can_press,
    is_public,
    press,
    review_of,
    saved_and_sent,
    set_the_scene,
)
from tests.editorial.translations.in_the_editor import open_editor, press_send
from tests.support.factories import make_post
from tests.support.helpers import (
    fill_in,
    fresh,
    logged_in,
    make_slot,
    publish,
    revise,
    send_after_reading,
    submit,
    translate,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("names", [("editor", "editor2"), ("editor2", "editor")])
def test_whoever_saved_it_is_the_second_person(people, scene, names):
    """In either order of the two: the sender has said yes, and who saved it says so on the review."""
    saver, sender = (getattr(people, name) for name in names)
    post = saved_and_sent(scene, saver, sender)
    assert not can_press(post, sender)
    press(post, sender)
    assert not is_public(post)
    screen = review_of(post, saver)
    assert "Julkaistaan heti" in screen.content.decode()
    press(post, saver)
    assert is_public(post)


def test_the_sender_reads_who_can_approve(people, scene):
    """Why they cannot, and by name who can; nobody is named to themselves."""
    post = saved_and_sent(scene, people.editor2, people.editor)
    text = review_of(post, people.editor).context["why_not"]
    assert text.startswith("Lähetit tämän version itse")
    assert people.editor2.email in text
    assert people.editor.email not in text
    html = review_of(post, people.editor).content.decode()
    assert text in html
    assert "yksi ihminen" not in html


def test_a_third_person_may_as_well(people, scene):
    """As of every text that somebody has sent."""
    post = saved_and_sent(scene, people.writer, people.editor)
    press(post, people.editor2)
    assert is_public(post)


def test_a_draft_that_was_taken_back_from_its_release(people, scene):
    """It is a new draft in the name of whoever saved it, and the other editor sends it."""
    post = make_post(people.editor2, authors=[scene.nobodys])
    make_slot(post)
    submit(post, people.editor2)
    press(post, people.editor)
    logged_in(people.editor).post(reverse("editorial:back_to_draft", args=[post.pk]))
    send_after_reading(logged_in(people.editor), fresh(post))
    assert not can_press(post, people.editor)
    assert can_press(post, people.editor2)
    press(post, people.editor2)
    assert fresh(post).workflow_in_progress is False
    assert fresh(post).waiting


@pytest.mark.parametrize("by", ["editor", "editor2"])
def test_a_text_that_was_taken_back_from_review(people, scene, by):
    """Whoever took it back: a new yes is a yes."""
    post = make_post(people.editor2, authors=[scene.nobodys])
    submit(post, people.editor2)
    taker = logged_in(getattr(people, by))
    taker.post(reverse("editorial:take_back", args=[post.pk]))
    send_after_reading(logged_in(people.editor), fresh(post))
    assert not can_press(post, people.editor)
    press(post, people.editor2)
    assert is_public(post)


def test_one_translates_and_the_other_sends(people, scene):
    """The same in the language team."""
    post = publish(
        make_post(people.writer, authors=[scene.theirs]), people.writer, people.editor
    )
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    press_send(people.translator, open_editor(people.translator, target))
    taken = reverse("editorial:take_back", args=[target.pk])
    logged_in(people.translator).post(taken)
    press_send(people.reviewer, open_editor(people.reviewer, target))
    assert fresh(target).get_latest_revision().user == people.translator
    assert not can_press(target, people.reviewer)
    press(target, people.reviewer)
    assert not is_public(target)
    press(target, people.translator)
    assert is_public(target)


@pytest.mark.parametrize("first", ["saver", "other"])
def test_a_plain_save_in_review_is_approved_like_any_other(people, scene, first):
    """Nobody has sent that version: whoever saved it says yes, and another one, in either order."""
    post = make_post(people.writer, authors=[scene.theirs])
    submit(post, people.writer)
    revise(post, people.editor2, lead="Korjattu alku")
    order = [people.editor2, people.editor]
    for person in order if first == "saver" else reversed(order):
        assert not is_public(post)
        press(post, person)
    assert fresh(post).lead == "Korjattu alku"


def test_an_author_confirms_what_an_editor_has_approved_who_saved_it(people, scene):
    """They stand behind it then as behind a correction."""
    post = make_post(people.writer, authors=[scene.theirs])
    submit(post, people.writer)
    revise(post, people.editor2, lead="Korjattu alku")
    press(post, people.writer)
    assert not is_public(post)
    press(post, people.editor2)
    press(post, people.writer)
    assert fresh(post).lead == "Korjattu alku"
