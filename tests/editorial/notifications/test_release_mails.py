"""Who hears of translations and of releases, in their own language."""

import pytest
from django.core import mail

from kdsite.editorial.models import Mode
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases import publish_due
from tests.editorial.notifications.mails import names, only, told
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    its_time,
    make_slot,
    send,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture(autouse=True)
def _site_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://blogi.example.fi"


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
    """The translation that follows is an event of its own, and its mail leads to it."""
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
    message = only(told())
    assert message.to == ["writer@example.fi"]
    assert fresh(target).full_url in message.body
    assert fresh(original).full_url not in message.body


def test_a_release_that_fails_is_told_to_the_editors_and_the_writer(
    people, submitted, monkeypatch
):
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
    assert names(mails) == {"editor", "editor2", "writer"}
    assert not any("the disk is full" in each.body for each in mails.values())
    assert "Toimitus tietää asiasta." in mails["writer@example.fi"].body


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
