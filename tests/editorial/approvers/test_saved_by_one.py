"""Whoever saved a text is no second person beside themselves, nor beside who answers for them (B, C)."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.models.words import Answer, Role
from kdsite.editorial.review import decisions, words
from tests.editorial.approvers.saving_and_sending import (
    can_press,
    is_public,
    press,
    review_of,
    review_url,
    saved_and_sent,
    set_the_scene,
)
from tests.support.factories import make_image, make_post
from tests.support.helpers import (
    edit_url,
    fresh,
    logged_in,
    revise,
    send_after_reading,
    submit,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["editor", "admin", "writer"])
def test_nothing_is_public_by_the_saver_alone(people, scene, name):
    """Saving, sending and approving, also after each of them was taken back, and by plain saves in
    review."""
    person = getattr(people, name)
    post = make_post(person, authors=[scene.nobodys])
    submit(post, person)
    press(post, person)
    assert not is_public(post)
    logged_in(person).post(reverse("editorial:take_back", args=[post.pk]))
    submit(post, person)
    press(post, person)
    assert not is_public(post)
    revise(post, person, lead="Vielä yksi")
    press(post, person)
    press(post, person)
    assert not is_public(post)


def test_who_has_sent_and_then_saved_is_one_person(people, scene):
    """The sender's yes was to the version before."""
    post = saved_and_sent(scene, people.editor2, people.editor)
    revise(post, people.editor, lead="Lisätty yksin")
    press(post, people.editor)
    assert not is_public(post)


def test_an_old_form_approves_no_newer_words(people, scene):
    """The word is to what was shown, of whoever saved it as well."""
    post = saved_and_sent(scene, people.editor2, people.editor)
    seen = decisions.token_of_review(fresh(post))
    revise(post, people.editor2, lead="Uudempi")
    data = {"action": "approve", "seen": seen}
    logged_in(people.editor2).post(review_url(post), data)
    assert not is_public(post)


def test_a_changed_picture_is_another_text(people, scene):
    """What the sender said yes to had another credit (C2)."""
    image = make_image(people.editor2)
    post = make_post(
        people.editor2, authors=[scene.nobodys], hero_image=image, hero_alt="Vene"
    )
    send_after_reading(logged_in(people.editor), fresh(post))
    type(image).objects.filter(pk=image.pk).update(photographer="Muu")
    press(post, people.editor2)
    assert not is_public(post)


def test_a_guest_agrees_to_what_an_editor_has_sent(people, scene):
    """As a named author; a guest whom the text does not name approves nothing."""
    post = make_post(people.writer, authors=[scene.theirs])
    send_after_reading(logged_in(people.editor), post)
    press(post, people.writer)
    assert is_public(post)
    other = make_post(people.writer2, authors=[scene.nobodys])
    send_after_reading(logged_in(people.editor), other)
    press(other, people.writer2)
    assert not is_public(other)


def test_a_guest_and_their_host_are_one_person(people, scene):
    """C6: whoever invited the guest sends the guest's first text, and the guest agrees to it."""
    people.writer.invited_by = people.editor
    people.writer.invited_at = timezone.now()
    people.writer.save()
    post = make_post(people.writer, authors=[scene.theirs])
    send_after_reading(logged_in(people.editor), post)
    press(post, people.writer)
    assert not is_public(post)
    press(post, people.editor)
    assert not is_public(post)
    press(post, people.editor2)
    assert is_public(post)


def test_two_editors_of_whom_one_invited_the_other(people, scene):
    """The one who saved it may say yes, and it takes a third; the screen says so before."""
    people.editor2.invited_by = people.editor
    people.editor2.invited_at = timezone.now()
    people.editor2.save()
    post = saved_and_sent(scene, people.editor2, people.editor)
    assert "yksi ihminen" in review_of(post, people.editor2).content.decode()
    press(post, people.editor2)
    press(post, people.editor)
    assert not is_public(post)


def test_nobody_stands_in_while_whoever_saved_it_can_act(people, scene):
    """The office is not empty; and a superuser approves nothing that they saved."""
    post = saved_and_sent(scene, people.editor2, people.editor)
    for person in (people.admin, people.reviewer):
        press(post, person)
        assert not is_public(post)
    other = saved_and_sent(scene, people.admin, people.editor)
    press(other, people.admin)
    assert not is_public(other)


def test_the_review_stays_readable_after_the_senders_old_approval(people, scene):
    """What was approved by its sender before is finished by whoever saved it."""
    post = saved_and_sent(scene, people.editor2, people.editor)
    words.record(fresh(post), Answer.YES, user=people.editor, role=Role.MEMBER)
    assert can_press(post, people.editor2)
    press(post, people.editor2)
    assert is_public(post)
    assert logged_in(people.editor).get(edit_url(post)).status_code == 200
