"""One event, one mail, to those who can act, in their own language, and never in the way."""

import pytest
from django.core import mail
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.urls import reverse

from kdsite.editorial.models import Message, Mode, Notice
from kdsite.editorial.notifications.notify import tell
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases import publish_due
from kdsite.editorial.review import decisions
from tests.support import factories
from tests.support.factories import make_author, make_post, make_user
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    post_form,
    publish,
    send,
    submit,
    task_state,
    translate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://blogi.example.fi"


def told():
    """Address and mail of everybody who was written to since the last call."""
    found = {message.to[0]: message for message in mail.outbox}
    assert len(found) == len(mail.outbox), "somebody got two mails about one event"
    mail.outbox.clear()
    return found


def names(mails):
    return {address.removesuffix("@example.fi") for address in mails}


def only(mails):
    (message,) = mails.values()
    return message


@pytest.fixture
def submitted(people):
    """A post in review, and nobody told yet."""
    post = make_post(people.writer)
    submit(post, people.writer)
    mail.outbox.clear()
    return post


def test_a_submission_reaches_those_who_decide(people):
    """Each editor: neither the writer, nor another one, nor a superuser, nor a closed account."""
    make_user("closed", factories.groups.EDITORS, is_active=False)
    submit(make_post(people.writer), people.writer)
    assert names(told()) == {"editor", "editor2"}


def test_a_mail_has_page_step_and_one_link(people):
    """It says who did what with which page, and where to go on; the link has the host."""
    people.writer.first_name, people.writer.last_name = "Maija", "Malli"
    people.writer.save()
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
    assert names(told()) == {"editor", "editor2"}
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
    assert names(told()) == {"editor", "editor2"}
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


@pytest.fixture
def translation(people, submitted):
    """A translation that its translator has filled in; the post waits for its slot."""
    make_slot(submitted)
    approve(submitted, people.editor)
    target, record = translate(submitted, people.translator)
    fill_in(record, people.translator)
    mail.outbox.clear()
    return target, record


def test_a_translation_is_mailed_in_the_readers_language(people, translation):
    """To the other members of the language team, in Swedish."""
    target, record = translation
    send(record, people.translator)
    message = only(told())
    assert message.to == ["reviewer@example.fi"]
    assert message.subject == "Översättning för granskning: sv Samaan suuntaan"
    assert message.body.startswith("Hej reviewer@example.fi!")


def test_changes_of_a_translation_reach_the_translator(people, translation):
    """Not the writer of the original, who owns the page but has no say in it."""
    target, record = translation
    send(record, people.translator)
    told()
    ask_for_changes(target, people.reviewer, comment="Byt rubrik.")
    message = only(told())
    assert message.to == ["translator@example.fi"]
    assert "Byt rubrik." in message.body


def test_the_writer_hears_of_the_release(people, translation):
    """One mail for both languages' pages, with the address of their own text."""
    target, record = translation
    send(record, people.translator)
    approve(target, people.reviewer)
    told()
    original = fresh(target).get_translations().get().specific
    its_time(original.slot)
    publish_due.publish_due()
    message = only(told())
    assert message.to == ["writer@example.fi"]
    assert "suomeksi ja ruotsiksi" in message.body
    assert fresh(original).full_url in message.body


def test_original_first_is_told_twice(people, translation):
    """The translation that follows is an event of its own."""
    target, record = translation
    original = fresh(target).get_translations().get().specific
    original.slot.mode = Mode.ORIGINAL_FIRST
    original.slot.save()
    its_time(original.slot)
    publish_due.publish_due()
    assert names(told()) == {"writer"}
    send(record, people.translator)
    told()
    approve(target, people.reviewer)
    assert names(told()) == {"writer"}


def test_a_release_that_fails_is_told_to_the_editors(people, submitted, monkeypatch):
    """Once, however many minutes it goes on failing."""
    make_slot(submitted)
    approve(submitted, people.editor)
    target, record = translate(submitted, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    its_time(fresh(submitted).slot)
    mail.outbox.clear()

    def fails(revision, user=None):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(guard, "publish", fails)
    publish_due.publish_due()
    publish_due.publish_due()
    mails = told()
    assert names(mails) == {"editor", "editor2"}
    assert "the disk is full" not in mails["editor@example.fi"].body


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
    post_form(client, post, title="Samaa suuntaa")
    mails = told()
    assert names(mails) == {"editor2", "writer"}
    assert (
        reverse("editorial:review", args=[post.pk]) in mails["writer@example.fi"].body
    )
    post_form(client, post, title="Samoja suuntia")
    assert told() == {}


def test_a_corrected_translation_is_told_to_the_others_of_the_team(people, translation):
    """Whoever sent it can approve what the reviewer wrote."""
    _target, record = translation
    send(record, people.translator)
    told()
    fill_in(record, people.reviewer, words=lambda text: f"ny {text}")
    send(record, people.reviewer)
    mails = told()
    assert names(mails) == {"translator"}
    assert mails["translator@example.fi"].subject.startswith("Godkänner du")


def test_nobody_is_told_the_title_of_a_draft_they_may_not_see(people):
    """Whoever calls: another writer and the language team get no mail about a draft."""
    post = make_post(people.writer, title="Salainen")
    everybody = [people.writer2, people.translator, people.editor]
    tell("translate", everybody, key="x", page=post)
    assert names(told()) == {"editor"}


def test_readers_of_a_public_page_get_its_public_title(people):
    """The title of a draft of it is its writer's until it is approved."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    draft = fresh(post)
    draft.title = "Salainen"
    draft.save_revision(user=people.writer)
    told()
    tell("translate", [people.writer2, people.editor], key="x", page=fresh(post))
    mails = told()
    assert "Salainen" in mails["editor@example.fi"].subject
    assert "Samaan suuntaan" in mails["writer2@example.fi"].subject


def test_nobody_hears_of_the_same_twice(people):
    """The key names the event; another key is another event."""
    for key in ("x", "x", "y"):
        tell("approved", [people.writer], key=key, page=make_post(people.writer))
    assert len(mail.outbox) == 2


def test_line_breaks_do_not_reach_the_headers(people):
    """S9: a line break in a title or a name starts no header, and ends in no error."""
    people.writer.first_name = "Maija\r\nBcc: all@example.fi"
    people.writer.save()
    post = make_post(people.writer, title="Hei\r\nBcc: all@example.fi")
    submit(post, people.writer)
    for message in told().values():
        assert message.subject == "Tarkistettavaksi: Hei Bcc: all@example.fi"
        assert "Bcc" not in message.message()


def test_a_failing_mail_stops_nothing(people, caplog):
    """A template that is missing or broken is logged; the submission stands."""
    with transaction.atomic():
        tell("no_such_event", [people.editor], key="x")
        post = make_post(people.writer)
        submit(post, people.writer)
    assert fresh(post).workflow_in_progress
    failures = [record.exc_info[0] for record in caplog.records if record.exc_info]
    assert failures == [TemplateDoesNotExist]
    assert not Notice.objects.filter(key__startswith="no_such").exists()


def test_what_is_told_is_part_of_the_transaction(people, settings):
    """A submission that is rolled back has told nobody, and can be told later."""
    settings.EMAIL_BACKEND = "kdsite.editorial.notifications.mail_queue.QueueBackend"
    post = make_post(people.writer)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        submit(post, people.writer)
        assert Message.objects.count() == 2
        raise ZeroDivisionError
    assert not Message.objects.exists()
    assert not Notice.objects.exists()
    submit(post, people.writer)
    assert Message.objects.count() == 2
