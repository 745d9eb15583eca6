"""A text that one person has saved and another has sent: whoever saved it may be the second person, and
no screen leaves both without a button."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.models.words import Answer, Role
from kdsite.editorial.review import decisions, words
from tests.editorial.translations.in_the_editor import open_editor, press_send
from tests.support.factories import make_author, make_image, make_post
from tests.support.helpers import (
    edit_url,
    fill_in,
    fresh,
    logged_in,
    make_slot,
    post_form,
    publish,
    revise,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    theirs = make_author(user=people.writer)
    publish(theirs, people.writer, people.editor)
    nobodys = make_author("Pekka", "Ponsi", saved_by=people.editor)
    publish(nobodys, people.editor, people.editor2)
    return {"theirs": theirs, "nobodys": nobodys}


def review_url(page):
    return reverse("editorial:review", args=[page.pk])


def review_of(page, user):
    return logged_in(user).get(review_url(page))


def press(page, user, action="approve"):
    """As the screen, or a forged form, does it."""
    seen = decisions.token_of_review(fresh(page))
    return logged_in(user).post(review_url(page), {"action": action, "seen": seen})


def saved_and_sent(scene, saver, sender):
    """``saver`` saves a draft, and ``sender`` sends it from the editor."""
    post = make_post(saver, authors=[scene.nobodys])
    post_form(logged_in(saver), post, title="Yhdessä tehty")
    post_form(logged_in(sender), post, **{"action-submit": "1"})
    if not fresh(post).workflow_in_progress:
        send_after_reading(logged_in(sender), fresh(post))
    assert fresh(post).workflow_in_progress
    assert fresh(post).get_latest_revision().user == saver
    return post


def can_press(page, user):
    return "approve" in review_of(page, user).context["actions"]


def is_public(page):
    return fresh(page).live


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
