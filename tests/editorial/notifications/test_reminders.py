"""Reminders come once, at their time, to those who can act."""

from datetime import date, time, timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment

from home.create_site import groups
from home.models import AccessibilityStatementPage
from kdsite.editorial.models import MailChoice, Mode, Notice, Slot
from kdsite.editorial.models.slots import local_moment
from kdsite.editorial.notifications.digest import send_digests
from kdsite.editorial.notifications.notify import tell
from kdsite.editorial.notifications.release_countdown import count_down
from kdsite.editorial.notifications.reminders import remind
from tests.support.factories import make_post, make_user
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    logged_in,
    post_form,
    publish,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

DAY = date(2031, 3, 18)
AT = local_moment(DAY, time(9))


@pytest.fixture(autouse=True)
def statement_is_current(site):
    """Its reminder has tests of its own (test_accessibility_statement.py)."""
    AccessibilityStatementPage.objects.update(reviewed_on=DAY)


def slot_for(page=None, **fields):
    return Slot.objects.create(at=AT, page=page and fresh(page), **fields)


def told():
    """Who was written to since the last call, and the subjects."""
    found = {
        (each.to[0].removesuffix("@example.fi"), each.subject) for each in mail.outbox
    }
    assert len(found) == len(mail.outbox), "somebody got the same mail twice"
    mail.outbox.clear()
    return found


def names(mails):
    return {name for name, _subject in mails}


def at(days_before, clock=time(8)):
    return time_machine.travel(
        local_moment(DAY - timedelta(days_before), clock), tick=False
    )


def reminded(days_before, clock=time(8)):
    with at(days_before, clock):
        remind()
        remind()
    return told()


def counted(moment):
    with time_machine.travel(moment, tick=False):
        count_down()
        count_down()
    return told()


def test_the_writer_is_reminded_three_days_before_the_text_is_due(people):
    """Once, and the editors only when it is late; a text that was sent reminds nobody."""
    post = make_post(people.writer)
    slot_for(post)
    assert reminded(14 + 4) == set()
    assert reminded(14 + 3) == {("writer", "Tekstisi määräpäivä on 4.3.2031")}
    assert reminded(14) == set()
    late = reminded(13)
    assert names(late) == {"writer", "editor", "editor2"}
    assert {subject for _name, subject in late} == {
        "Teksti on myöhässä: Samaan suuntaan"
    }
    assert reminded(12) == set()


def test_a_text_that_was_sent_is_not_asked_for(people):
    """Neither before nor after its day; one with changes asked is."""
    post = make_post(people.writer)
    slot_for(post)
    with at(14):
        submit(post, people.writer)
    told()
    assert reminded(14) == set()
    assert reminded(13) == set()
    ask_for_changes(post, people.editor)
    told()
    assert "writer" in names(reminded(13))


def test_a_planned_writer_is_reminded_without_a_draft(people):
    """The invited writer of a plan; the link leads to the front page."""
    slot_for(writer=people.writer, working_title="Kesän kuulemiset")
    assert names(reminded(15)) == {"writer"}


def test_a_slot_that_moves_reminds_for_its_new_day(people):
    """The day that was told has changed, so it is told again."""
    slot = slot_for(make_post(people.writer), own_text_due=DAY - timedelta(20))
    assert names(reminded(22)) == {"writer"}
    slot.own_text_due = DAY - timedelta(10)
    slot.save()
    assert reminded(14) == set()
    assert reminded(12) == {("writer", "Tekstisi määräpäivä on 8.3.2031")}


def test_an_empty_slot_reminds_the_editors(people):
    """Three weeks before, once; a planned or skipped one does not."""
    slot = slot_for()
    assert reminded(22) == set()
    assert names(reminded(21)) == {"editor", "editor2"}
    assert reminded(20) == set()
    slot.delete()
    planned = slot_for(note="Kysytään Turusta")
    assert reminded(19) == set()
    planned.note, planned.is_skipped = "", True
    planned.save()
    assert reminded(19) == set()


def test_nobody_is_reminded_at_night(people):
    slot_for()
    assert reminded(21, time(6, 59)) == set()
    assert names(reminded(21, time(7))) == {"editor", "editor2"}


def test_a_review_that_waits_for_three_days(people):
    """Whoever can decide is told once; a decision ends it."""
    post = make_post(people.writer)
    with at(30):
        submit(post, people.writer)
    told()
    assert reminded(28) == set()
    assert names(reminded(27)) == {"editor", "editor2"}
    assert reminded(26) == set()


def test_a_missing_translation_reminds_the_language_team(people):
    """Five days before; before the original is approved nobody could translate it."""
    post = make_post(people.writer)
    slot_for(post)
    submit(post, people.writer)
    told()
    with at(5):
        remind()
    assert not {"translator", "reviewer"} & names(told())
    approve(post, people.editor)
    told()
    mails = reminded(5)
    assert names(mails) == {"translator", "reviewer"}
    assert {subject for _name, subject in mails} == {
        "Översättning saknas, publiceras 18.3.2031: Samaan suuntaan"
    }


def test_a_translation_in_review_reminds_who_can_approve_it(people):
    post = make_post(people.writer)
    slot_for(post)
    submit(post, people.writer)
    approve(post, people.editor)
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    told()
    with at(5):
        remind()
    missing = {name for name, subject in told() if "Översättning saknas" in subject}
    assert missing == {"reviewer"}


def test_the_facebook_address_is_asked_for_on_the_day(people):
    """The editors, once, and only where nobody has given it."""
    with at(0, time(9)):
        without = publish(make_post(people.writer), people.writer, people.editor)
        post = make_post(people.writer, title="Osoite on")
        post.facebook_url = "https://www.facebook.com/groups/kuntademokratia/posts/1"
        post.save()
        publish(post, people.writer, people.editor)
        older = make_post(people.writer, title="Vanha teksti", date=date(2024, 5, 2))
        publish(older, people.writer, people.editor)
    told()
    mails = reminded(0, time(10))
    assert mails == {
        ("editor", f"Missä tästä keskustellaan? {without.title}"),
        ("editor2", f"Missä tästä keskustellaan? {without.title}"),
    }
    assert reminded(-1) == set()


def test_the_editors_hear_what_is_missing_before_and_on_the_spot(people):
    """Five days, one day and one hour before, and when the time has come: once each."""
    post = make_post(people.writer)
    slot_for(post)
    submit(post, people.writer)
    approve(post, people.editor)
    told()
    assert counted(AT - timedelta(days=5, minutes=1)) == set()
    for moment in (
        AT - timedelta(days=5),
        AT - timedelta(days=1),
        AT - timedelta(hours=1),
    ):
        mails = counted(moment)
        assert names(mails) == {"editor", "editor2"}
        assert "Ei vielä valmis" in str(mails)
    with time_machine.travel(AT, tick=False):
        count_down()
    body = mail.outbox[0].body
    assert names(told()) == {"editor", "editor2"}
    assert "Käännöstä ei ole aloitettu." in body
    assert counted(AT + timedelta(hours=3)) == set()


def test_after_a_standstill_only_the_last_stage_is_told(people):
    slot_for()
    mails = counted(AT - timedelta(minutes=30))
    assert len(mails) == 2


def test_original_first_lacks_nothing_without_its_translation(people):
    """The translation may follow; a missing original is told."""
    post = make_post(people.writer)
    slot_for(post, mode=Mode.ORIGINAL_FIRST)
    assert names(counted(AT - timedelta(days=2))) == {"editor", "editor2"}
    submit(post, people.writer)
    approve(post, people.editor)
    told()
    assert counted(AT - timedelta(hours=2)) == set()


def choose(user, when):
    MailChoice.objects.update_or_create(user=user, defaults={"when": when})


def test_the_digest_is_one_mail_a_day(people):
    """What happened since yesterday's, in one mail; nothing of it at once, nothing twice."""
    choose(people.editor, MailChoice.When.DIGEST)
    with at(3, time(12)):
        for title in ("Ensimmäinen", "Toinen"):
            submit(make_post(people.writer, title=title), people.writer)
        send_digests()
    assert {each.to[0] for each in mail.outbox} == {"editor2@example.fi"}
    mail.outbox.clear()
    with at(2, time(6, 59)):
        send_digests()
    assert told() == set()
    with at(2, time(7)):
        send_digests()
        send_digests()
    (message,) = mail.outbox
    assert message.to == ["editor@example.fi"]
    assert "Ensimmäinen" in message.body
    assert "Toinen" in message.body
    assert "1. " in message.body
    assert not Notice.objects.exclude(text="").exists()


def test_nothing_means_nothing(people):
    """Also what was collected before the choice."""
    choose(people.editor, MailChoice.When.DIGEST)
    with at(3):
        submit(make_post(people.writer), people.writer)
    told()
    choose(people.editor, MailChoice.When.NEVER)
    with at(2):
        submit(make_post(people.writer, title="Toinen"), people.writer)
        send_digests()
    assert names(told()) == {"editor2"}


@pytest.mark.parametrize("name", ["writer", "editor", "translator"])
def test_everybody_chooses_in_their_account(people, name):
    """The form says it in words, and is the only choice of mail there."""
    user = getattr(people, name)
    client = logged_in(user)
    url = reverse("wagtailadmin_account")
    page = client.get(url)
    names_of_panels = [
        panel.name
        for group in page.context["panels_by_tab"].values()
        for panel in group
    ]
    assert "mail" in names_of_panels
    assert "notifications" not in names_of_panels
    data = {}
    for group in page.context["panels_by_tab"].values():
        for panel in group:
            for bound in panel.get_form():
                value = bound.value()
                if isinstance(value, str):
                    data[bound.html_name] = value
    changes = {"mail-when": "digest", "name_email-first_name": "Maija"}
    response = client.post(url, data | changes | {"name_email-last_name": "Malli"})
    assert response.status_code == 302
    assert MailChoice.of(user) == MailChoice.When.DIGEST


def test_comments_are_told_to_the_writer(people):
    """Whoever invited writes beside the text; the writer hears of it, the commenter does not."""
    post = make_post(people.writer)
    post_form(
        logged_in(people.editor),
        post,
        **{
            "comments-TOTAL_FORMS": "1",
            "comments-0-text": "Olisiko lyhyempi parempi?",
            "comments-0-contentpath": "title",
            "comments-0-position": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
        },
    )
    assert Comment.objects.count() == 1
    (message,) = mail.outbox
    assert message.to == ["writer@example.fi"]
    assert "Olisiko lyhyempi parempi?" in message.body


def test_superusers_are_reminded_only_as_members(people):
    slot_for()
    make_user("third", groups.EDITORS)
    assert names(reminded(21)) == {"editor", "editor2", "third"}


def test_a_reminder_that_fails_stops_no_other(people, monkeypatch, caplog):
    """It is logged, and told again when it works."""

    def broken(today):
        raise RuntimeError("broken")

    monkeypatch.setattr("kdsite.editorial.notifications.reminders._reminders", [broken])
    with at(21):
        remind()
    assert "broken" in caplog.text
    tell("slot_empty", [people.editor], key="x", slot=slot_for())
    assert len(mail.outbox) == 1
