"""A page and its translation become public in one moment, at the time of their slot."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import Mode, Release, Waiting
from kdsite.editorial.releases import publish_due
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.releases.readiness import read_state
from kdsite.editorial.signals import released
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    its_time,
    make_slot,
    publish_by_review,
    publish_translation_by_review,
    read,
    revise,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.mailed]


def set_the_scene(people):
    post = make_post(people.writer)
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    return {"post": post}


@pytest.fixture
def post(scene):
    """A post that is approved, and waits for its slot."""
    return scene.post


def test_an_approved_page_waits_for_its_slot(post, people):
    """Approval before the time makes nothing public, and nobody can change the page."""
    assert not post.live
    assert Waiting.objects.get().page_id == post.pk
    for person in (people.writer, people.editor, people.admin):
        assert post.get_lock().for_user(person)
    with pytest.raises(Conflict):
        submit(post, people.writer)
    assert publish_due.publish_due() == []
    assert read(post)[0] == 404


def test_both_languages_go_out_in_one_transaction(post, people):
    """At the slot's time both become public; it is written down when it was due."""
    target = publish_translation_by_review(post, people.translator, people.reviewer)
    assert not target.live
    slot = its_time(post.slot)
    (made,) = publish_due.publish_due()
    assert fresh(post).live
    assert fresh(target).live
    assert fresh(post).last_published_at - fresh(target).last_published_at < timedelta(
        seconds=5
    )
    assert made.due_at == slot.at
    assert made.happened_at >= slot.at
    assert [page.language for page in made.pages.all()] == ["fi", "sv"]
    assert not Waiting.objects.exists()
    assert read(target)[0] == 200


def test_together_means_neither_without_the_other(post, people):
    """A release whose translation is missing waits, whole."""
    its_time(post.slot)
    assert read_state(post.slot).missing
    assert publish_due.publish_due() == []
    assert not fresh(post).live


def test_approving_after_the_time_publishes_both_at_once(post, people):
    its_time(post.slot)
    publish_due.publish_due()
    target = publish_translation_by_review(post, people.translator, people.reviewer)
    assert target.live
    assert fresh(post).live
    assert Release.objects.get().pages.count() == 2


def test_original_first(post, people):
    """The original goes out on time, the translation when it is approved."""
    slot = post.slot
    slot.mode = Mode.ORIGINAL_FIRST
    slot.save()
    its_time(slot)
    assert len(publish_due.publish_due()) == 1
    assert fresh(post).live
    target = publish_translation_by_review(post, people.translator, people.reviewer)
    assert target.live
    assert Release.objects.count() == 2


def test_a_translation_never_precedes_its_original(people):
    """Approved before its original, which went back to draft, it waits."""
    post = make_post(people.writer)
    slot = make_slot(post, mode=Mode.ORIGINAL_FIRST)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    take_back_to_draft(fresh(post), people.editor)
    send(record, people.translator)
    approve(target, people.reviewer)
    its_time(slot)
    publish_due.publish_due()
    assert not fresh(target).live


def test_the_translation_must_match_the_approved_original(post, people):
    """A translation of an older text does not go out with the newer one."""
    target = publish_translation_by_review(post, people.translator, people.reviewer)
    take_back_to_draft(fresh(post), people.editor)
    revise(post, people.writer, lead="Aivan uusi ingressi.")
    submit(post, people.writer)
    approve(post, people.editor)
    its_time(post.slot)
    assert publish_due.publish_due() == []
    assert len(read_state(post.slot).missing) == 1
    assert not fresh(target).live


def test_back_to_draft(post, people):
    """An editor takes a page out of its release; it is logged, and needs approval again, by
    somebody else than its writer."""
    with pytest.raises(Refusal):
        take_back_to_draft(post, people.writer)
    take_back_to_draft(post, people.editor)
    assert post.get_lock() is None
    its_time(post.slot)
    assert publish_due.publish_due() == []
    entry = PageLogEntry.objects.get(action="editorial.back_to_draft")
    assert entry.user == people.editor
    submit(post, people.writer)
    assert not fresh(post).live
    with pytest.raises(Refusal):
        approve(post, people.writer)
    approve(post, people.editor)
    assert Waiting.objects.get().page_id == post.pk


def test_what_was_taken_down_stays_down(post, people):
    """A page that was public, and is not any more, does not wait for anything."""
    publish_translation_by_review(post, people.translator, people.reviewer)
    its_time(post.slot)
    publish_due.publish_due()
    fresh(post).unpublish()
    assert publish_due.publish_due() == []
    assert not fresh(post).live


def test_a_correction_of_a_public_page_does_not_wait(post, people):
    publish_translation_by_review(post, people.translator, people.reviewer)
    its_time(post.slot)
    publish_due.publish_due()
    make_slot_later = timezone.now() + timedelta(days=9)
    type(post.slot).objects.filter(pk=post.slot.pk).update(at=make_slot_later)
    revise(post, people.writer, title="Korjattu")
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).title == "Korjattu"


def test_a_release_is_heard_of_once_after_the_commit(
    post, people, django_capture_on_commit_callbacks
):
    heard = []

    def listen(sender, release, **kwargs):
        heard.append([page.language for page in release.pages.all()])

    publish_translation_by_review(post, people.translator, people.reviewer)
    its_time(post.slot)
    released.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        publish_due.publish_due()
        assert heard == []
        publish_due.publish_due()
    released.disconnect(listen)
    assert heard == [["fi", "sv"]]


def test_a_public_page_needs_no_slot(people):
    """Pages outside the calendar go out when they are approved, as ever."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    assert post.live
    assert Release.objects.get().due_at is None
