"""A text that goes out at another time: whoever reckoned with the old one is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.formats import date_format

from kdsite.editorial.calendar import changes
from kdsite.editorial.dates import moment
from kdsite.editorial.models import Slot
from tests.support.factories import make_post
from tests.support.helpers import approve, make_slot, submit

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def set_the_scene(people):
    post = make_post(people.writer, "Laituri")
    return {"post": post, "slot": make_slot(post, days=30)}


def move(scene, user, days=7):
    """To so many days later."""
    slot = Slot.objects.get(pk=scene.slot.pk)
    slot.at += timedelta(days=days)
    changes.change(slot, user)
    return slot


def told():
    return {letter.to[0]: letter for letter in mail.outbox}


def test_the_writer_hears_of_the_old_and_the_new_time(people, scene):
    """By whom it was moved, in one mail; the language team has nothing to translate yet."""
    slot = move(scene, people.editor)
    assert set(told()) == {people.writer.email}
    letter = told()[people.writer.email]
    day = date_format(timezone.localtime(slot.at), "SHORT_DATE_FORMAT")
    assert letter.subject == f"Uusi julkaisuaika {day}: Laituri"
    for at in (scene.slot.at, slot.at):
        assert moment(timezone.localtime(at)) in letter.body
    assert "editor@example.fi on siirtänyt" in letter.body


def test_the_language_team_hears_of_it_once_the_text_is_approved(people, scene):
    """In Swedish, with the day by which the translation is needed."""
    submit(scene.post, people.writer)
    approve(scene.post, people.editor)
    mail.outbox.clear()
    slot = move(scene, people.editor, days=-7)
    assert set(told()) == {
        people.writer.email,
        people.translator.email,
        people.reviewer.email,
    }
    due = date_format(slot.translation_due, "SHORT_DATE_FORMAT")
    letter = told()[people.translator.email]
    assert f"Översättningen behövs senast {due}" in letter.body


def test_what_is_moved_for_nobody_is_told_to_nobody(people, scene):
    """An empty time."""
    empty = make_slot(days=60)
    empty.at += timedelta(days=1)
    changes.change(empty, people.editor)
    assert mail.outbox == []


def test_a_text_that_is_put_into_another_slot_has_moved(people, scene):
    """With both times, in one mail."""
    other = make_slot(days=60)
    changes.put_into(other, scene.post, people.editor)
    assert set(told()) == {people.writer.email}
    letter = told()[people.writer.email]
    for at in (scene.slot.at, other.at):
        assert moment(timezone.localtime(at)) in letter.body


def test_who_writes_hears_that_a_text_has_no_time_any_more(people, scene):
    """And of one that is given a time."""
    slot = Slot.objects.get(pk=scene.slot.pk)
    slot.page = None
    changes.change(slot, people.editor)
    assert set(told()) == {people.writer.email}
    assert told()[people.writer.email].subject == "Ei enää julkaisuaikaa: Laituri"
    mail.outbox.clear()
    changes.put_into(slot, scene.post, people.editor2)
    letter = told()[people.writer.email]
    assert "on lisännyt tekstin ”Laituri” kalenteriin" in letter.body


def test_who_translates_hears_of_another_slot_too(people, scene):
    """Once the text is theirs to translate."""
    submit(scene.post, people.writer)
    approve(scene.post, people.editor)
    mail.outbox.clear()
    changes.put_into(make_slot(days=60), scene.post, people.editor)
    assert set(told()) == {
        people.writer.email,
        people.translator.email,
        people.reviewer.email,
    }
