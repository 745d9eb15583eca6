"""What a recorded word is worth: whose it is, what it is about, and what ends it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import Word
from kdsite.editorial.models.words import Answer, Way
from kdsite.editorial.private_links import links
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.review import words
from tests.editorial.private_links.steps import approve_shown, press, read, send
from tests.support.factories import make_author, make_image, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fresh,
    logged_in,
    publish_by_review,
    revise,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture
def author():
    """Without an account."""
    return make_author("Maija", "Malli")


@pytest.fixture
def post(people, author):
    return make_post(people.editor, authors=[author])


def decide(client, page, action, **data):
    """Press a button of the review screen, as it is now."""
    url = reverse("editorial:review", args=[page.pk])
    seen = form_on(client, url).initial["seen"]
    data = {"seen": seen, "action": action, "comment": ""} | data
    return client.post(url, data, follow=True)


def test_a_word_is_about_exactly_what_was_shown(people, post):
    """A manifest of before is refused, whatever has changed in it."""
    image = make_image(people.editor)
    revise(post, people.editor, hero_image=image, hero_alt="Vene")
    shown = manifest_of(fresh(post).latest_revision)
    image.photographer = "Joku muu"
    image.save()
    with pytest.raises(Conflict):
        words.record(fresh(post), Answer.YES, shown, user=people.editor2)
    assert not Word.objects.exists()


def test_a_word_keeps_all_that_was_shown(people):
    """Of the page, and of the profile that goes out with it."""
    profile = make_author("Aino", "Airo", user=people.writer)
    post = make_post(people.writer, authors=[profile])
    submit(post, people.writer)
    versions = fresh(post).latest_revision, fresh(profile).latest_revision
    decide(logged_in(people.editor), post, "approve")
    word = Word.objects.get(user=people.editor, page_id=post.pk)
    assert sorted(word.shown.split()) == sorted(manifest_of(*versions).split())
    assert (word.way, word.answer) == (Way.REVIEW, Answer.YES)


def test_the_sender_of_a_link_does_not_read_its_answer(people, author, post):
    """C7: whoever chose the mailbox is not the one who has looked."""
    submit(post, people.editor)
    press(send(post, people.editor, author))
    assert not fresh(post).live
    screen = logged_in(people.editor).get(reverse("editorial:review", args=[post.pk]))
    assert "read" not in screen.context["actions"]
    decide(logged_in(people.editor), post, "read")
    assert not fresh(post).live


def test_another_member_reads_it_on_the_review(people, author, post):
    """The address that answered is on the screen; to read is not to approve."""
    submit(post, people.editor)
    press(send(post, people.editor, author))
    client = logged_in(people.editor2)
    screen = client.get(reverse("editorial:review", args=[post.pk])).content.decode()
    assert "maija@example.org" in screen
    decide(client, post, "read")
    assert fresh(post).live
    roles = Word.objects.filter(page_id=post.pk).exclude(role="")
    assert [word.role for word in roles] == ["author"]


def test_what_was_read_is_exactly_what_was_answered_to(people, author, post):
    """An answer after the reading waits for another reading."""
    submit(post, people.editor)
    link = send(post, people.editor, author)
    other = links.send(post, people.editor, "m@example.net", "fi", author_id=author.pk)
    press(link)
    press(other, answer="changes", text="Ei vielä.")
    read(post, people.editor2)
    press(link)
    assert not fresh(post).live
    read(post, people.editor2)
    assert fresh(post).live


def test_a_writer_who_takes_it_back_stands_behind_it_no_more(people):
    """“Change it”, said by a link to their own version: one approval does not do."""
    profile = make_author(user=people.writer)
    post = make_post(people.writer, authors=[profile])
    submit(post, people.writer)
    link = send(post, people.editor, profile, address="writer@example.fi")
    press(link, answer="changes", text="Älä julkaise tätä.")
    approve_shown(post, people.editor2)
    assert not fresh(post).live
    approve_shown(post, people.editor)
    assert fresh(post).live, "two other people stand behind it"


def test_sending_it_again_is_the_writers_new_word(people):
    """They took it back, took it out of the review, and changed their mind."""
    profile = make_author(user=people.writer)
    post = make_post(people.writer, authors=[profile])
    submit(post, people.writer)
    link = send(post, people.editor, profile, address="writer@example.fi")
    press(link, answer="changes", text="Älä julkaise tätä.")
    fresh(post).current_workflow_state.cancel(user=people.writer)
    submit(post, people.writer)
    approve_shown(post, people.editor)
    assert fresh(post).live


def test_taking_the_review_up_again_restores_no_yes(people):
    """A member's “no” has ended the first approval; it is not there when the page is sent again."""
    post = make_post(people.writer)
    post.latest_revision.user = None
    post.latest_revision.save()
    submit(post, people.writer)
    approve(post, people.editor)
    ask_for_changes(post, people.editor2)
    submit(post, people.editor2)
    approve(post, people.editor2)
    assert not fresh(post).live


def test_c6_who_invited_a_guest_is_not_the_only_approver_of_their_first_text(people):
    """C6: an account that an editor made may be the editor; somebody else meets it first."""
    guest = people.writer
    guest.invited_by = people.editor
    guest.save()
    post = make_post(guest, authors=[make_author(user=guest)])
    submit(post, guest)
    response = decide(logged_in(people.editor), post, "approve")
    assert not fresh(post).live
    assert "Vielä yhden" in response.content.decode()
    approve(post, people.editor2)
    assert fresh(post).live


def test_c6_nor_the_only_writer_of_what_the_guest_confirms(people):
    """C6: the same two, the other way round."""
    guest = people.writer
    guest.invited_by = people.editor
    guest.save()
    post = make_post(people.editor, authors=[make_author(user=guest)])
    submit(post, people.editor)
    approve(post, guest)
    assert not fresh(post).live


def test_after_a_first_publication_the_two_are_two(people):
    """Somebody else has met the guest's words by then."""
    guest = people.writer
    publish_by_review(make_post(guest), guest, people.editor2)
    guest.invited_by = people.editor
    guest.save()
    post = publish_by_review(make_post(guest, title="Toinen"), guest, people.editor)
    assert post.live


def test_what_is_public_is_not_sent_again_unchanged(people):
    """There would be nothing to decide on."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    with pytest.raises(Refusal):
        submit(post, people.writer)


def test_a_stand_in_where_no_other_editor_can_act(people):
    """With one editor, who invited the guest, a member of the other group approves."""
    people.editor2.is_active = False
    people.editor2.save()
    guest = people.writer
    guest.invited_by = people.editor
    guest.save()
    post = make_post(guest)
    submit(post, guest)
    approve(post, people.reviewer)
    assert fresh(post).live


def test_c6_a_profile_is_no_first_text(people):
    """C6: what others wrote, or a mere profile, has met nobody but its host."""
    guest = people.writer
    guest.invited_by = people.editor
    guest.save()
    profile = make_author("Aino", "Airo", user=guest)
    publish_by_review(profile, guest, people.editor2)
    other = make_post(people.editor2, authors=[profile], title="Toisen kirjoittama")
    other.owner = guest
    other.save()
    publish_by_review(other, people.editor2, people.editor)
    post = make_post(guest, authors=[profile])
    submit(post, guest)
    approve(post, people.editor)
    assert not fresh(post).live


def test_c10_who_made_an_editor_is_no_second_person_beside_them_for_a_week(people):
    """C10: every editor has the mail about it by then."""
    people.editor2.invited_by, people.editor2.invited_at = people.editor, timezone.now()
    people.editor2.save()
    post = make_post(people.editor)
    submit(post, people.editor)
    approve(post, people.editor2)
    assert not fresh(post).live
    approve(post, people.reviewer)
    assert fresh(post).live, "a stand-in, where no other editor can act"
    people.editor2.invited_at -= timedelta(days=8)
    people.editor2.save()
    post = make_post(people.editor, title="Toinen")
    assert publish_by_review(post, people.editor, people.editor2).live


def test_c7_nor_does_whoever_wrote_the_text_read_the_answer(people, author):
    """C7: one editor sends the link before another one writes what it shows."""
    post = make_post(people.editor, authors=[author])
    link = send(post, people.editor2, author)
    submit(post, people.editor)
    press(link)
    with pytest.raises(Refusal):
        read(post, people.editor)
    assert not fresh(post).live
