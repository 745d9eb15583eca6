"""A page and its translation become public in one moment, at the time of their slot."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import Mode, Release, Waiting
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases import publish_due
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.releases.readiness import read_state
from kdsite.editorial.review import submission
from kdsite.editorial.signals import release_failed, released
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    its_time,
    make_slot,
    publish,
    read,
    revise,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(people):
    """A post that is approved, and waits for its slot."""
    post = make_post(people.writer)
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    return fresh(post)


def approved_translation(post, people):
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    return fresh(target)


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
    target = approved_translation(post, people)
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
    target = approved_translation(post, people)
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
    target = approved_translation(post, people)
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
    target = approved_translation(post, people)
    take_back_to_draft(fresh(post), people.editor)
    revise(post, people.writer, lead="Aivan uusi ingressi.")
    submit(post, people.writer)
    approve(post, people.editor)
    its_time(post.slot)
    assert publish_due.publish_due() == []
    assert len(read_state(post.slot).missing) == 1
    assert not fresh(target).live


def test_back_to_draft(post, people):
    """An editor takes a page out of its release; it is logged, and needs approval again."""
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
    approve(post, people.editor)
    assert Waiting.objects.get().page_id == post.pk


def test_what_was_taken_down_stays_down(post, people):
    """A page that was public, and is not any more, does not wait for anything."""
    approved_translation(post, people)
    its_time(post.slot)
    publish_due.publish_due()
    fresh(post).unpublish()
    assert publish_due.publish_due() == []
    assert not fresh(post).live


def test_a_correction_of_a_public_page_does_not_wait(post, people):
    approved_translation(post, people)
    its_time(post.slot)
    publish_due.publish_due()
    make_slot_later = timezone.now() + timedelta(days=9)
    type(post.slot).objects.filter(pk=post.slot.pk).update(at=make_slot_later)
    revise(post, people.writer, title="Korjattu")
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).title == "Korjattu"


def test_one_release_that_fails_keeps_no_other_back(people, monkeypatch):
    """The others go out, nothing of the failed one is public, and it is told (R7)."""
    posts = [make_post(people.writer, title=f"Otsikko {n}") for n in range(3)]
    for number, post in enumerate(posts):
        make_slot(post, days=number + 1, mode=Mode.ORIGINAL_FIRST)
        submit(post, people.writer)
        approve(post, people.editor)
        its_time(fresh(post).slot)
    told = []

    def listen(sender, slot, error, **kwargs):
        told.append(slot.page_id)

    release_failed.connect(listen)
    publish_one = guard.publish

    def fail(revision, user=None):
        publish_one(revision, user)
        if int(revision.object_id) == posts[1].pk:
            raise RuntimeError("the disk is full")

    monkeypatch.setattr(guard, "publish", fail)
    assert len(publish_due.publish_due()) == 2
    release_failed.disconnect(listen)
    assert [fresh(post).live for post in posts] == [True, False, True]
    assert told == [posts[1].pk]
    assert fresh(posts[1]).slot.problem
    assert not PageLogEntry.objects.filter(
        page_id=posts[1].pk, action="wagtail.publish"
    ).exists()
    monkeypatch.setattr(guard, "publish", publish_one)
    assert len(publish_due.publish_due()) == 1
    assert not fresh(posts[1]).slot.problem


def test_after_days_of_downtime_everything_due_goes_out(people):
    for number in range(3):
        post = make_post(people.writer, title=f"Otsikko {number}")
        slot = make_slot(post, mode=Mode.ORIGINAL_FIRST)
        submit(post, people.writer)
        approve(post, people.editor)
        type(slot).objects.filter(pk=slot.pk).update(
            at=timezone.now() - timedelta(days=number + 1)
        )
    call_command("publish_scheduled")
    assert Page.objects.live().filter(title__startswith="Otsikko").count() == 3
    assert all(made.due_at < made.happened_at for made in Release.objects.all())


def test_a_release_is_heard_of_once_after_the_commit(
    post, people, django_capture_on_commit_callbacks
):
    heard = []

    def listen(sender, release, **kwargs):
        heard.append([page.language for page in release.pages.all()])

    approved_translation(post, people)
    its_time(post.slot)
    released.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        publish_due.publish_due()
        assert heard == []
        publish_due.publish_due()
    released.disconnect(listen)
    assert heard == [["fi", "sv"]]


def test_new_profiles_are_submitted_and_published_with_the_post(people):
    """One decision covers the post and its authors' unpublished profiles."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    assert fresh(author).workflow_in_progress
    approve(post, people.editor)
    assert fresh(author).live
    assert Release.objects.get().pages.count() == 2


def test_profiles_wait_for_the_slot_with_their_post(people):
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    assert not fresh(author).live
    target = approved_translation(post, people)
    its_time(fresh(post).slot)
    publish_due.publish_due()
    assert fresh(author).live
    assert fresh(target).live


def test_the_translated_profile_goes_out_with_the_translation(people):
    """The translation likewise: what is new and complete is submitted with it."""
    author = make_author(user=people.writer, biography="<p>Kirjoittaa kunnista.</p>")
    post = make_post(people.writer, authors=[author])
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    profile = author.get_translations().get()
    fill_in(translation_of(profile), people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    assert fresh(profile).workflow_in_progress
    approve(target, people.reviewer)
    its_time(fresh(post).slot)
    publish_due.publish_due()
    assert fresh(profile).live
    assert fresh(target).live


def test_changes_asked_for_give_the_profiles_back_too(people):
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    ask_for_changes(post, people.editor)
    assert not fresh(author).workflow_in_progress
    submit(post, people.writer)
    assert fresh(author).workflow_in_progress
    submission.take_back(fresh(post), people.writer)
    assert not fresh(author).workflow_in_progress


def test_an_author_confirms_the_profile_that_an_editor_wrote(people):
    """Sent by its author it needs no third person: editor and author stand behind it."""
    author = make_author(user=people.writer, saved_by=people.editor)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(author).live


def test_a_profile_the_approver_wrote_waits_for_somebody_else(people):
    """It does not keep the post back; its author is shown by name."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).live
    assert not fresh(author).live
    approve(author, people.editor2)
    assert fresh(author).live


def test_a_public_page_needs_no_slot(people):
    """Pages outside the calendar go out when they are approved, as ever."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    assert post.live
    assert Release.objects.get().due_at is None
