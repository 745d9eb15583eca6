"""One event of a review, one mail, to those who can act, in their own language."""

import pytest
from django.urls import reverse

from kdsite.editorial.review import decisions
from tests.editorial.notifications.mails import names, only, told
from tests.support import factories
from tests.support.factories import make_author, make_post, make_user
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fresh,
    logged_in,
    make_slot,
    post_form,
    submit,
    task_state,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture(autouse=True)
def _site_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://blogi.example.fi"


def test_a_submission_reaches_those_who_decide(people):
    """Each editor; no other writer, no superuser, no closed account. Who has sent it gets a receipt."""
    make_user("closed", factories.groups.EDITORS, is_active=False)
    submit(make_post(people.writer), people.writer)
    mails = told()
    assert names(mails) == {"editor", "editor2", "writer"}
    assert mails["writer@example.fi"].subject.startswith("Tekstisi on tullut perille:")


def test_a_mail_has_page_step_and_one_link(people):
    """It says who did what with which page, and where to go on; the link has the host."""
    people.writer.first_name, people.writer.last_name = "Maija", "Malli"
    people.writer.save()
    told()  # Of the name.
    post = make_post(people.writer)
    submit(post, people.writer)
    message = told()["editor@example.fi"]
    assert message.subject == "Tarkistettavaksi: Samaan suuntaan"
    assert "Maija Malli" in message.body
    assert "”Samaan suuntaan”" in message.body
    assert message.body.count("https://") == 1
    address = f"https://blogi.example.fi/admin/editorial/review/{post.pk}/"
    assert address in message.body.split()


def test_an_editor_is_not_told_of_their_own_submission(people):
    submit(make_post(people.editor), people.editor)
    assert names(told()) == {"editor2"}


def test_profiles_that_go_along_are_in_the_same_mail(people):
    """A post is sent, approved and published with its author's new profile: one mail each."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    assert names(told()) == {"editor", "editor2", "writer"}
    approve(post, people.editor)
    assert fresh(author).live
    assert names(told()) == {"writer", "translator", "reviewer"}


def test_changes_reach_whoever_sent_it_and_its_writers(people, submitted):
    """With the comment, word for word: nobody needs to log in to know what is asked."""
    ask_for_changes(submitted, people.editor, comment="Kerro <lisää> & lyhennä.")
    message = only(told())
    assert message.to == ["writer@example.fi"]
    assert "Kerro <lisää> & lyhennä." in message.body


def test_co_authors_hear_of_changes(people):
    authors = [make_author(user=people.writer2)]
    post = make_post(people.writer, authors=authors)
    submit(post, people.writer)
    told()
    ask_for_changes(post, people.editor)
    assert names(told()) == {"writer", "writer2"}


def test_each_round_is_told(people, submitted):
    """A second submission and a second decision are events of their own."""
    ask_for_changes(submitted, people.editor)
    told()
    submit(submitted, people.writer)
    assert names(told()) == {"editor", "editor2", "writer"}
    ask_for_changes(submitted, people.editor)
    assert names(told()) == {"writer"}


def test_approval_before_the_time_says_when(people, submitted):
    """The writer is told the day and the hour; the language team that it can begin."""
    slot = make_slot(submitted)
    approve(submitted, people.editor)
    mails = told()
    assert names(mails) == {"writer", "translator", "reviewer"}
    body = mails["writer@example.fi"].body
    assert f"{slot.day.day}.{slot.day.month}.{slot.day.year}" in body
    due_day = slot.translation_due
    team = mails["translator@example.fi"]
    assert f"{due_day.day}.{due_day.month}.{due_day.year}" in team.body
    assert "Samaan suuntaan" in team.subject


def test_approval_that_publishes_is_one_mail(people, submitted):
    """Approved and public in the same moment: the writer gets the public address, once."""
    approve(submitted, people.editor)
    mails = told()
    assert names(mails) == {"writer", "translator", "reviewer"}
    assert fresh(submitted).full_url in mails["writer@example.fi"].body


def test_the_language_team_is_told_once(people, submitted):
    """A new version of a post does not announce again that translation can begin."""
    approve(submitted, people.editor)
    told()
    fresh(submitted).save_revision(user=people.writer)
    submit(submitted, people.writer)
    told()
    approve(submitted, people.editor)
    message = only(told())
    assert message.to == ["writer@example.fi"]
    assert message.subject == "Uusi versio julkaistu: Samaan suuntaan"


def test_a_second_approval_is_asked_for(people):
    """Where the last writer is unknown, the first approval tells the other editors."""
    post = make_post(None)
    submit(post, people.writer)
    told()
    decisions.approve(task_state(post), people.editor)
    assert names(told()) == {"editor2"}


def test_a_correction_is_told_to_those_who_can_agree(people):
    """The other editor and the author, once in a review, however often it is saved."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    client = logged_in(people.editor)
    post_form(client, post, title="Ennen tarkistusta")
    submit(post, people.writer)
    told()
    post_form(client, post, title="Samaa suuntaa", **{"action-correct": "1"})
    mails = told()
    assert names(mails) == {"editor2", "writer"}
    assert (
        reverse("editorial:review", args=[post.pk]) in mails["writer@example.fi"].body
    )
    post_form(client, post, title="Samoja suuntia", **{"action-correct": "1"})
    assert told() == {}
