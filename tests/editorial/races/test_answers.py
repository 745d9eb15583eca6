"""Answers of authors without an account, beside other answers and decisions."""

import pytest
from wagtail.models import PageLogEntry

from kdsite.editorial.exceptions import Conflict
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.review import decisions
from tests.support.at_once import ROUNDS, at_once, refusals
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    fresh,
    submit,
    task_state,
)

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.both_databases,
    pytest.mark.mailed,
]


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
