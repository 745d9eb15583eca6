"""Decisions hold under load: real parallel connections (reliability.md R1 to R5, R8, R9, R18).

Each race is run several times with a barrier, so that both sides really start together.
"""

import os
import threading

import pytest
from django.db import close_old_connections, connection, transaction
from wagtail.models import Page, PageLogEntry, WorkflowState

from blog.models import BlogPage
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.publishing import guard
from kdsite.editorial.review import decisions, submission
from tests.support.factories import BlogIndexPage, index, make_author, make_post
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    post_form,
    publish,
    send_after_reading,
    submit,
    task_state,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
]

# Five in the suite; `make soak` asks for a hundred.
ROUNDS = int(os.environ.get("SOAK_ROUNDS", "5"))


def at_once(*acts):
    """Run ``acts`` in threads with connections of their own; their results or exceptions."""
    barrier = threading.Barrier(len(acts))
    results = [None] * len(acts)

    def run(number, act):
        close_old_connections()
        try:
            barrier.wait(timeout=20)
            results[number] = act()
        except Exception as error:  # noqa: BLE001 - the test looks at what was raised
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def refusals(results):
    return [result for result in results if isinstance(result, Exception)]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_r1_approve_and_ask_for_changes_give_one_decision(people, number):
    """R1: one of the two counts; the other editor is told who decided."""
    post = make_post(people.writer)
    submit(post, people.writer)
    state = task_state(post)
    results = at_once(
        lambda: decisions.approve(state, people.editor),
        lambda: decisions.ask_for_changes(state, people.editor2, comment="Lyhennä."),
    )
    (loser,) = refusals(results)
    assert isinstance(loser, Conflict)
    assert people.editor.email in str(loser) or people.editor2.email in str(loser)
    page = fresh(post)
    status = page.workflow_states.get().status
    assert (page.live, status) in {
        (True, WorkflowState.STATUS_APPROVED),
        (False, WorkflowState.STATUS_NEEDS_CHANGES),
    }


@pytest.mark.parametrize("number", range(ROUNDS))
def test_r2_approving_twice_is_one_approval(people, number):
    """R2: one log entry, one publication."""
    post = make_post(people.writer)
    submit(post, people.writer)
    state = task_state(post)
    results = at_once(
        lambda: decisions.approve(state, people.editor),
        lambda: decisions.approve(state, people.editor2),
    )
    assert len(refusals(results)) == 1
    entries = PageLogEntry.objects.filter(page=post.pk)
    assert entries.filter(action="wagtail.workflow.approve").count() == 1
    assert entries.filter(action="wagtail.publish").count() == 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_r3_a_save_beside_the_approval_does_not_ride_along(people, number):
    """R3: what is published is what the reviewer saw, whoever comes first."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    state = task_state(post)
    seen = decisions.token_of_review(fresh(post))
    client = logged_in(people.editor2)
    results = at_once(
        lambda: decisions.approve(state, people.editor, seen=seen),
        lambda: post_form(client, post, title="Korjattu toisaalla"),
    )
    page = fresh(post)
    assert page.title == "Samaan suuntaan"
    assert page.live != any(isinstance(result, Conflict) for result in results)


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
    assert 'value="Toinen"' in response.content.decode()
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
    assert not page.latest_revision.approvals.exists()
    approve(post, people.editor)
    assert fresh(post).live


def test_r9_a_crash_inside_the_door_leaves_nothing(people):
    """R9: a page is never public without its log entry."""
    from wagtail.signals import published

    def crash(*args, **kwargs):
        raise RuntimeError("the power fails")

    post = publish(make_post(people.writer), people.writer, people.editor)
    draft = post.get_latest_revision_as_object()
    draft.title = "Uusi"
    revision = draft.save_revision(user=people.writer)
    revision.approvals.create(
        saved_at=revision.created_at, user=people.editor, role="member"
    )
    published.connect(crash)
    try:
        with pytest.raises(RuntimeError):
            guard.publish(revision, user=people.editor)
    finally:
        published.disconnect(crash)
    assert fresh(post).title == "Samaan suuntaan"
    assert PageLogEntry.objects.filter(page=post, action="wagtail.publish").count() == 1


def test_r18_twenty_new_pages_at_once(people):
    """R18: none answers 500, on SQLite as it is set up and on PostgreSQL; nothing is lost."""
    from tests.support.helpers import form_data

    author = make_author(user=people.writer)
    parent = index(BlogIndexPage)
    url = f"/admin/pages/add/blog/blogpage/{parent.pk}/"
    clients = [logged_in(people.writer) for _number in range(20)]
    data = form_data(clients[0].get(url).context["form"]) | {
        "lead": "Ingressi",
        "body-count": "0",
        "bylines-0-author": str(author.pk),
    }

    def create(client, number):
        return client.post(url, data | {"title": f"Kirjoitus {number}", "slug": ""})

    results = at_once(
        *[
            lambda client=client, number=number: create(client, number)
            for number, client in enumerate(clients)
        ]
    )
    assert [getattr(result, "status_code", result) for result in results] == [302] * 20
    assert BlogPage.objects.count() == 20
    assert len(set(Page.objects.values_list("path", flat=True))) == Page.objects.count()


def test_a_submission_beside_a_withdrawal(people):
    """Taking back and deciding at once give one outcome."""
    post = make_post(people.writer)
    submit(post, people.writer)
    state = task_state(post)
    results = at_once(
        lambda: decisions.approve(state, people.editor),
        lambda: submission.take_back(post, people.writer),
    )
    assert len([r for r in results if isinstance(r, Refusal)]) == 1
    page = fresh(post)
    assert page.live != (page.workflow_states.get().status == "cancelled")


def test_the_lock_is_held_until_the_transaction_ends(people):
    """A second decision waits for the first instead of reading what it is about to change."""
    post = make_post(people.writer)
    order = []
    inside, go_on = threading.Event(), threading.Event()

    def first():
        with transaction.atomic():
            guard.lock_page(post.pk)
            inside.set()
            go_on.wait(timeout=5)
            order.append("first")

    def second():
        inside.wait(timeout=5)
        threading.Timer(0.3, go_on.set).start()
        with transaction.atomic():
            guard.lock_page(post.pk)
            order.append("second")

    assert refusals(at_once(first, second)) == []
    assert order == ["first", "second"]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_an_author_who_answers_twice_at_once_is_one_person(people, number):
    """A double click: one answer, one approval, one publication, nothing refused."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    link = links.send(post, people.editor, "m@example.org", "fi", author_id=author.pk)
    seen = decisions.token_of(fresh(post).latest_revision)
    results = at_once(
        lambda: answers.answer(link, seen, is_fine=True),
        lambda: answers.answer(link, seen, is_fine=True),
    )
    assert refusals(results) == []
    assert results[0] == results[1]
    assert fresh(post).live
    assert fresh(post).live_revision.approvals.count() == 1
    entries = PageLogEntry.objects.filter(page=post.pk, action="wagtail.publish")
    assert entries.count() == 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_an_answer_beside_a_decision_and_a_revocation(people, number):
    """Whoever comes first: one publication at most, and a revoked link's word counts nothing."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    link = links.send(post, people.editor, "m@example.org", "fi", author_id=author.pk)
    seen, state = decisions.token_of(fresh(post).latest_revision), task_state(post)
    results = at_once(
        lambda: answers.answer(link, seen, is_fine=True),
        lambda: links.revoke(link, people.editor2),
        lambda: decisions.ask_for_changes(state, people.editor2, comment="Odota."),
    )
    assert all(isinstance(error, Conflict) for error in refusals(results))
    page = fresh(post)
    asked, answered = results[2], results[0]
    assert page.live == isinstance(asked, Conflict)
    if isinstance(answered, Conflict):
        assert not page.live
    entries = PageLogEntry.objects.filter(page=post.pk, action="wagtail.publish")
    assert entries.count() == int(page.live)
