"""New profiles of its authors go out with a post; releases that fail or are late keep none back."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from kdsite.editorial.models import Mode, Release
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases import publish_due
from kdsite.editorial.review import submission
from kdsite.editorial.signals import release_failed
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish_translation_by_review,
    send,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


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
        page = publish_one(revision, user)
        if int(revision.object_id) == posts[1].pk:
            raise RuntimeError("the disk is full")
        return page

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
    target = publish_translation_by_review(post, people.translator, people.reviewer)
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
    send_after_reading(logged_in(people.writer), post)
    approve(post, people.editor)
    assert fresh(author).live


def test_a_profile_the_approver_wrote_waits_for_somebody_else(people):
    """It does not keep the post back; its author is shown by name."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor2, authors=[author])
    submit(post, people.editor2)
    approve(post, people.editor)
    assert fresh(post).live
    assert not fresh(author).live
    approve(author, people.editor2)
    assert fresh(author).live
