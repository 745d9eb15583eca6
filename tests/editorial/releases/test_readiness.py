"""What keeps a slot from going out: the calendar and the release say the same."""

import pytest

from kdsite.editorial.models import Slot
from kdsite.editorial.releases import publish_due
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.releases.publish import publish_slot
from kdsite.editorial.releases.readiness import read_state
from kdsite.editorial.releases.states import State
from kdsite.editorial.releases.waiting import approved_version, is_current
from kdsite.editorial.texts.outdated import is_outdated
from kdsite.editorial.translations import translating
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    its_time,
    make_slot,
    publish,
    revise,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def states(slot):
    return [part.state for part in read_state(Slot.objects.get(pk=slot.pk)).languages]


def test_the_states_of_both_languages(people):
    """From an empty slot to a public post whose translation is behind."""
    slot = make_slot(days=30)
    assert states(slot) == [State.EMPTY]
    slot.working_title = "Aihe"
    slot.save()
    assert states(slot) == [State.PLANNED]
    post = make_post(people.writer)
    slot.page = post.page_ptr
    slot.save()
    assert states(slot) == [State.DRAFT, State.MISSING]
    submit(post, people.writer)
    assert states(slot)[0] == State.IN_REVIEW
    approve(post, people.editor)
    assert states(slot) == [State.APPROVED, State.MISSING]
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    assert states(slot) == [State.APPROVED, State.TRANSLATION_IN_REVIEW]
    approve(target, people.reviewer)
    assert states(slot) == [State.READY, State.READY]
    its_time(slot)
    publish_due.publish_due()
    assert states(slot) == [State.LIVE, State.LIVE]
    revise(post, people.writer, lead="Uusi ingressi.")
    submit(post, people.writer)
    approve(post, people.editor)
    assert states(slot) == [State.LIVE, State.OUTDATED]


def test_the_calendar_and_the_release_agree_on_what_is_missing(people):
    """Whatever the calendar says is missing keeps the slot from going out; each step lacks
    something else, and with nothing missing both languages go out."""

    def missing():
        again = its_time(Slot.objects.get(pk=slot.pk))
        sentences = read_state(again).missing
        if sentences:
            assert publish_slot(again) is None
        Slot.objects.filter(pk=slot.pk).update(at=slot.at)
        return tuple(sentences)

    post = make_post(people.writer)
    slot = make_slot(post)
    seen = [missing()]
    submit(post, people.writer)
    approve(post, people.editor)
    seen.append(missing())
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    seen.append(missing())
    send(record, people.translator)
    approve(target, people.reviewer)
    assert missing() == ()
    take_back_to_draft(fresh(post), people.editor)
    seen.append(missing())
    revise(post, people.writer, lead="Aivan uusi ingressi.")
    submit(post, people.writer)
    approve(post, people.editor)
    seen.append(missing())
    assert len(set(seen)) == 4
    take_back_to_draft(fresh(target), people.editor)
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    assert missing() == ()
    assert len(publish_slot(its_time(slot)).pages.all()) == 2


def approved_translation(post, people):
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    return target, record


def draft_by_the_software(record, text):
    """A version that no person saved: the page is locked for people while it waits."""
    translating._read_anew(record.source, text)
    translating.save_draft(record.source, record.target_locale)


def test_a_newer_draft_does_not_let_an_outdated_translation_go_out(people):
    """What counts is the version that is approved and waits; the calendar says the same."""
    post = make_post(people.writer)
    slot = make_slot(post)
    publish(post, people.writer, people.editor)
    target, record = approved_translation(post, people)
    take_back_to_draft(fresh(post), people.editor)
    revise(post, people.writer, lead="Aivan uusi ingressi.")
    publish(post, people.writer, people.editor)
    draft_by_the_software(record, approved_version(fresh(post)))
    assert is_current(fresh(target).latest_revision, approved_version(fresh(post)))
    assert states(slot) == [State.APPROVED, State.OUTDATED]
    assert len(read_state(slot).missing) == 1
    assert publish_due.release_slot(its_time(slot)) is None
    assert not Slot.objects.get(pk=slot.pk).problem
    assert is_outdated(target)


def test_a_newer_draft_does_not_make_a_current_translation_outdated(people):
    """It is not kept back in silence: the door refuses the older of two versions, and the slot
    says so."""
    post = make_post(people.writer)
    slot = make_slot(post)
    publish(post, people.writer, people.editor)
    target, record = approved_translation(post, people)
    other = approved_version(fresh(post))
    other.lead = "Jotakin, jota kukaan ei ole hyväksynyt."
    draft_by_the_software(record, other)
    assert not is_current(fresh(target).latest_revision, approved_version(fresh(post)))
    assert states(slot) == [State.READY, State.READY]
    assert read_state(slot).missing == []
    assert publish_due.release_slot(its_time(slot)) is None
    assert Slot.objects.get(pk=slot.pk).problem
    assert not is_outdated(target)


def test_what_is_late_says_so(people):
    """Ten days ahead the text should be there; four days ahead the translation."""
    late = [part.is_late for part in read_state(make_slot(days=10)).languages]
    assert late == [True]
    post = make_post(people.writer)
    slot = make_slot(post, days=4)
    submit(post, people.writer)
    assert [part.is_late for part in read_state(slot).languages] == [False, True]
    assert [part.is_late for part in read_state(make_slot(days=30)).languages] == [
        False
    ]
