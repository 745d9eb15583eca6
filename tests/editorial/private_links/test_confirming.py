"""What an author's word counts, given by a private link."""

import pytest
from django.test import Client
from wagtail.models import PageLogEntry

from blog.models import Consent
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import Word
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.review import submission
from tests.editorial.private_links import steps
from tests.editorial.private_links.steps import ADDRESS, fine, path, read, seen, send
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    ask_for_changes,
    fresh,
    logged_in,
    make_slot,
    post_form,
    publish,
    revise,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def test_an_author_confirms_an_editors_version(people, author, post):
    """Once another editor has read it two people stand behind it: the review ends, and the consent
    is kept."""
    submit(post, people.editor)
    link = send(post, people.editor, author)
    fine(link)
    assert not fresh(post).live
    read(post, people.editor2)
    post = fresh(post)
    assert post.live
    approval = Word.objects.get(revision=post.live_revision, role="author")
    assert (approval.user, approval.author_name, approval.role) == (
        None,
        "Maija Malli",
        "author",
    )
    consent = Consent.objects.get(page=post)
    assert (consent.name, consent.user, consent.language) == ("Maija Malli", None, "fi")
    entry = PageLogEntry.objects.get(page=post.pk, action="editorial.approve")
    assert (entry.user, entry.data["address"]) == (None, ADDRESS)


def test_the_consent_is_on_the_screen(people, author, post):
    """Only of an author it is asked."""
    text = Client().get(path(send(post, people.editor, author))).content.decode()
    assert "minulla on oikeus julkaista" in text
    text = Client().get(path(send(post, people.editor))).content.decode()
    assert "minulla on oikeus julkaista" not in text


def test_a_draft_waits_for_being_sent(people, author, post):
    """Outside a review the author's word makes nothing public; it ends with a change of the text, not
    with a form that is sent as it stands."""
    link = send(post, people.editor, author)
    fine(link)
    assert not fresh(post).live
    client = logged_in(people.editor)
    post_form(client, post, title="Toinen")
    response = post_form(client, post, **{"action-submit": "1"})
    assert response.status_code == 302
    with pytest.raises(Refusal):
        read(post, people.editor2)
    fine(link)
    post_form(client, post)
    read(post, people.editor2)
    assert fresh(post).live, "the form has changed nothing"


def test_sending_it_ends_the_review_at_once(people):
    """Where nothing was changed since an author with an account read it; whoever sends it is
    told."""
    author = make_author(user=people.writer)
    post = make_post(people.editor, authors=[author])
    fine(send(post, people.editor, author, address="writer@example.fi"))
    state = submit(post, people.editor)
    assert state.status == state.STATUS_APPROVED
    assert "hyväksytty" in submission.sent_sentence(state)
    assert fresh(post).live


def test_it_waits_for_its_slot(people, author, post):
    """Ended by an author's word, the review schedules like any other."""
    make_slot(post, mode="original_first")
    submit(post, people.editor)
    fine(send(post, people.editor, author))
    read(post, people.editor2)
    assert not fresh(post).live
    assert fresh(post).waiting.approved_by is None


def test_an_ordinary_readers_word_counts_nothing(people, author, post):
    """“Fine as it is” from anybody else is an opinion."""
    submit(post, people.editor)
    fine(send(post, people.editor, name="Maija Malli"))
    with pytest.raises(Refusal):
        read(post, people.editor2)
    assert not Consent.objects.exists()
    assert not fresh(post).live


def test_an_author_confirms_nothing_but_a_members_words(people, author):
    """A guest's version needs an editor: the author's word is only consent."""
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    Consent.objects.all().delete()
    fine(send(post, people.editor, author))
    read(post, people.editor2)
    assert not fresh(post).live
    assert Consent.objects.get().name == "Maija Malli"
    steps.approve_shown(post, people.editor)
    assert fresh(post).live


def test_what_should_change_confirms_nothing(people, author, post):
    submit(post, people.editor)
    link = send(post, people.editor, author)
    answers.answer(link, seen(post), is_fine=False, text="Ei näin.")
    assert not fresh(post).live
    assert not Consent.objects.exists()


def test_a_correction_needs_the_authors_word_anew(people, author, post):
    """The answer is of exactly the version that was read."""
    link = send(post, people.editor, author)
    fine(link)
    revise(post, people.editor, title="Korjattu")
    submit(post, people.editor)
    with pytest.raises(Refusal):
        read(post, people.editor2)
    fine(link)
    read(post, people.editor2)
    assert fresh(post).title == "Korjattu"


def test_text_written_over_in_place_was_not_read(people, author, post):
    """Autosave keeps the revision's id (B13): the answer does not count for the new words."""
    fine(send(post, people.editor, author))
    draft = fresh(post).get_latest_revision_as_object()
    draft.title = "Vaihdettu"
    draft.save_revision(
        user=people.editor, overwrite_revision=fresh(post).latest_revision
    )
    submit(post, people.editor)
    with pytest.raises(Refusal):
        read(post, people.editor2)
    assert not fresh(post).live


def test_who_is_no_author_any_more_confirms_nothing(people, author, post):
    link = send(post, people.editor, author)
    steps.name_author(post, people.editor, make_author("Aino", "Toinen"))
    submit(post, people.editor)
    with pytest.raises(answers.Closed):
        fine(link)
    with pytest.raises(Refusal):
        read(post, people.editor2)
    assert not fresh(post).live
    assert not Consent.objects.exists()


def test_a_revoked_links_answer_does_not_count_later(people, author, post):
    """It was sent to the wrong address: what came from there is worth nothing."""
    link = send(post, people.editor, author)
    fine(link)
    links.revoke(link, people.editor2)
    submit(post, people.editor)
    with pytest.raises(Refusal):
        read(post, people.editor2)
    assert not fresh(post).live
    with pytest.raises(answers.Closed):
        fine(link)


def test_an_answer_does_not_undo_a_decision(people, author):
    """An editor asked for changes after the author had answered: sent again unchanged, the page
    needs a new word, even where the rule would let the old one count by now."""
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    link = send(post, people.editor, author)
    fine(link)
    ask_for_changes(post, people.editor)
    people.writer.groups.add(people.editor.groups.get())
    submit(post, people.writer)
    with pytest.raises(Refusal):
        read(post, people.editor2)
    assert not fresh(post).live


def test_what_was_taken_down_does_not_come_back_by_an_old_answer(people, author, post):
    """Taking down takes one editor; putting up again takes two people anew."""
    link = send(post, people.editor, author)
    submit(post, people.editor)
    fine(link)
    steps.approve_shown(post, people.editor2)
    fresh(post).unpublish(user=people.editor)
    submit(post, people.editor)
    read(post, people.editor2)
    assert not fresh(post).live


def test_a_translation_is_not_confirmed_by_its_author(people, author):
    """The language team decides; the author may read, as anybody."""
    post = publish(
        make_post(people.writer, authors=[author]), people.writer, people.editor
    )
    target, _record = translate(post, people.translator)
    with pytest.raises(Refusal):
        send(target, people.editor, author)
    assert send(target, people.editor).pk


def test_an_author_with_an_account_answers_as_that_account(people):
    """Nobody is two people: the account approves once, whichever way."""
    author = make_author(user=people.writer)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    fine(send(post, people.editor, author, address="Writer@example.fi"))
    approval = Word.objects.get(revision=fresh(post).live_revision, role="author")
    assert (approval.user, approval.author) == (people.writer, None)


def test_an_author_does_not_confirm_their_own_version_by_a_link(people):
    """Whoever saved last is one person, also without logging in."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    fine(send(post, people.editor, author, address="writer@example.fi"))
    assert not fresh(post).live
    assert not Word.objects.exclude(role="").exists()


def test_a_profile_that_got_an_account_meanwhile(people, author, post):
    """The link was for somebody without one: its answer is not that account's word."""
    submit(post, people.editor)
    link = send(post, people.editor, author)
    type(author).objects.filter(pk=author.pk).update(user=people.writer)
    fine(link)
    read(post, people.editor2)
    assert not fresh(post).live
