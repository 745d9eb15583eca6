"""Decisions hold under load: one counts, the other is told (reliability.md R1 to R3, R18)."""

import threading

import pytest
from django.db import transaction
from wagtail.models import Page, PageLogEntry, WorkflowState

from blog.models import BlogPage
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.publishing import guard
from kdsite.editorial.review import decisions, submission
from tests.support.at_once import ROUNDS, at_once, refusals
from tests.support.factories import BlogIndexPage, index, make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    fresh,
    logged_in,
    post_form,
    submit,
    task_state,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.both_databases,
    pytest.mark.mailed,
]


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


def test_r18_twenty_new_pages_at_once(people):
    """R18: none answers 500, on SQLite as it is set up and on PostgreSQL; nothing is lost."""
    from tests.support.helpers import form_data

    author = make_author(user=people.writer)
    parent = index(BlogIndexPage)
    url = f"/admin/pages/add/blog/blogpage/{parent.pk}/"
    clients = [logged_in(people.writer) for _number in range(20)]
    data = form_data(form_on(clients[0], url)) | {
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
    assert len([r for r in results if isinstance(r, Refusal)]) == 1, results
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
