"""Answers of authors without an account, beside other answers and decisions."""

import pytest
from wagtail.models import PageLogEntry

from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.private_links import answers, links
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.review import author_confirmation, decisions
from kdsite.editorial.review.decisions import token_of_review
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
    """A double click: one answer, one word, one publication; so is a member's who reads it."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    link = links.send(post, people.editor, "m@example.org", "fi", author_id=author.pk)
    seen = manifest_of(fresh(post).latest_revision)
    results = at_once(
        lambda: answers.answer(link, seen, is_fine=True),
        lambda: answers.answer(link, seen, is_fine=True),
    )
    assert refusals(results) == []
    assert results[0] == results[1]
    assert fresh(post).latest_revision.words.filter(link=link).count() == 1
    state, shown = task_state(post), token_of_review(fresh(post))
    results = at_once(
        lambda: author_confirmation.read(state, people.editor2, shown),
        lambda: author_confirmation.read(state, people.editor2, shown),
    )
    assert fresh(post).live
    entries = PageLogEntry.objects.filter(page=post.pk, action="wagtail.publish")
    assert entries.count() == 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_an_answer_beside_a_decision_and_a_revocation(people, number):
    """Whoever comes first: one publication at most, and a revoked link's word counts nothing."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    link = links.send(post, people.editor, "m@example.org", "fi", author_id=author.pk)
    seen, state = manifest_of(fresh(post).latest_revision), task_state(post)
    results = at_once(
        lambda: answers.answer(link, seen, is_fine=True),
        lambda: links.revoke(link, people.editor2),
        lambda: decisions.ask_for_changes(state, people.editor2, comment="Odota."),
        lambda: author_confirmation.read(
            state, people.editor2, token_of_review(fresh(post))
        ),
    )
    # Who read before there was an answer had nothing to read.
    assert all(isinstance(error, Refusal) for error in refusals(results))
    page = fresh(post)
    answered, _revoked, asked, has_read = results
    assert page.live == isinstance(asked, Conflict)
    if isinstance(answered, Conflict) or isinstance(has_read, Refusal):
        assert not page.live
    entries = PageLogEntry.objects.filter(page=post.pk, action="wagtail.publish")
    assert entries.count() == int(page.live)
