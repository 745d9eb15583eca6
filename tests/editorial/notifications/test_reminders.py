"""Reminders come once, at their time, to those who can act."""

from datetime import date, time, timedelta

import pytest
from django.core import mail

from home.create_site import groups
from home.models import AccessibilityStatementPage
from kdsite.editorial.notifications.notify import tell
from kdsite.editorial.notifications.reminders import remind
from tests.editorial.notifications.clock import DAY, at, names, reminded, slot_for, told
from tests.support.factories import make_post, make_user
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    publish,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.mailed]


@pytest.fixture(autouse=True)
def statement_is_current(site):
    """Its reminder has tests of its own (tests/home/test_accessibility_reviews.py)."""
    AccessibilityStatementPage.objects.update(reviewed_on=DAY)


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
