"""Two who save at once, and what a crash leaves (reliability.md R4, R5, R8, R9)."""

import pytest
from wagtail.models import PageLogEntry

from kdsite.editorial.models.words import Answer, Role
from kdsite.editorial.publishing import guard
from kdsite.editorial.review import words
from tests.support.at_once import ROUNDS, at_once
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    post_form,
    publish_by_review,
    send_after_reading,
    submit,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.both_databases,
    pytest.mark.mailed,
]


def test_r4_the_second_of_two_stale_saves_is_told(people):
    """R4: the older base does not win silently; what was typed is kept on the screen."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    shown = fresh(post)
    stale = {
        "loaded_revision_id": str(shown.latest_revision_id),
        "loaded_revision_created_at": shown.latest_revision.created_at.isoformat(),
    }
    post_form(logged_in(people.editor), post, title="Ensimmäinen")
    response = post_form(logged_in(people.writer), post, title="Toinen", **stale)
    assert response.status_code == 200
    assert "Toinen</textarea>" in response.content.decode()
    assert fresh(post).draft_title == "Ensimmäinen"
    assert response.context["autosave_enabled"] is False
    newest = str(fresh(post).latest_revision_id)
    assert f'name="loaded_revision_id" value="{newest}"' in response.content.decode()


def test_r4_ones_own_autosaves_are_no_conflict(people):
    """After autosaves the button still carries the version of page load: that is oneself."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    base = fresh(post).latest_revision
    loaded = {
        "loaded_revision_id": str(base.pk),
        "loaded_revision_created_at": base.created_at.isoformat(),
    }
    client = logged_in(people.writer)
    autosave = {"headers": {"accept": "application/json"}}
    first = post_form(client, post, title="Yksi", **loaded, **autosave).json()
    post_form(
        client,
        post,
        title="Kaksi",
        overwrite_revision_id=str(first["revision_id"]),
        **loaded,
        **autosave,
    )
    response = post_form(
        client, post, title="Kolme", **loaded, **{"action-submit": "1"}
    )
    assert response.status_code == 302
    assert fresh(post).draft_title == "Kolme"
    send_after_reading(client, post)
    assert fresh(post).workflow_in_progress


@pytest.mark.parametrize("number", range(ROUNDS))
def test_r5_two_autosaves_from_one_base(people, number):
    """R5: one is taken, the other is told; nothing is hidden."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    base = fresh(post).latest_revision
    stale = {
        "loaded_revision_id": str(base.pk),
        "loaded_revision_created_at": base.created_at.isoformat(),
        "headers": {"accept": "application/json"},
    }
    one, two = logged_in(people.writer), logged_in(people.editor)
    results = at_once(
        lambda: post_form(one, post, title="Yksi", **stale),
        lambda: post_form(two, post, title="Kaksi", **stale),
    )
    assert sorted(result.status_code for result in results) == [200, 400]
    assert fresh(post).revisions.count() == 2


def test_r8_a_crash_inside_an_approval_leaves_nothing(people, monkeypatch):
    """R8: neither a decision nor a public page nor a log entry."""
    post = make_post(people.writer)
    submit(post, people.writer)

    def crash(*args, **kwargs):
        raise RuntimeError("the power fails")

    from wagtail.signals import page_published

    page_published.connect(crash)
    try:
        with pytest.raises(RuntimeError):
            approve(post, people.editor)
    finally:
        page_published.disconnect(crash)
    page = fresh(post)
    assert not page.live
    assert page.workflow_in_progress
    assert not page.latest_revision.words.filter(user=people.editor).exists()
    approve(post, people.editor)
    assert fresh(post).live


def test_r9_a_crash_inside_the_door_leaves_nothing(people):
    """R9: a page is never public without its log entry."""
    from wagtail.signals import published

    def crash(*args, **kwargs):
        raise RuntimeError("the power fails")

    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    draft = post.get_latest_revision_as_object()
    draft.title = "Uusi"
    revision = draft.save_revision(user=people.writer)
    words.record(fresh(post), Answer.YES, user=people.writer)
    words.record(fresh(post), Answer.YES, user=people.editor, role=Role.MEMBER)
    published.connect(crash)
    try:
        with pytest.raises(RuntimeError):
            guard.publish(revision, user=people.editor)
    finally:
        published.disconnect(crash)
    assert fresh(post).title == "Samaan suuntaan"
    assert PageLogEntry.objects.filter(page=post, action="wagtail.publish").count() == 1
