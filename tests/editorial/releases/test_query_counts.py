"""What the steps towards a release cost, in queries: no step costs more without anybody noticing.

For one post with a new profile, and the translations of both. Most of what is left is Wagtail's
own: its checks of every row and log entry, its indexes of references and of search. What follows a release is counted with it, pictures too.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.releases import publish_due
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    its_time,
    make_slot,
    send,
    submit,
    translate,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.indexed,
    pytest.mark.mailed,
]

MOST = {
    "submit": 110,
    "approve": 142,
    "send the translation": 270,
    "approve the translation": 112,
    "release": 295,
}


def test_a_release_with_author_and_translation_stays_within_its_queries(people):
    """From the writer's click to the readers, each step within its bound."""
    counts = {}

    def count(step, function, *arguments):
        with CaptureQueriesContext(connection) as queries:
            function(*arguments)
        counts[step] = len(queries)

    author = make_author(user=people.writer, biography="<p>Kirjoittaa kunnista.</p>")
    post = make_post(people.writer, authors=[author])
    slot = make_slot(post)
    count("submit", submit, post, people.writer)
    count("approve", approve, post, people.editor)
    target, record = translate(post, people.translator)
    profile = author.get_translations().get()
    fill_in(translation_of(profile), people.translator)
    fill_in(record, people.translator)
    count("send the translation", send, record, people.translator)
    count("approve the translation", approve, target, people.reviewer)
    its_time(slot)
    count("release", publish_due.publish_due)
    assert all(fresh(page).live for page in (post, author, target, profile))
    assert {step: n for step, n in counts.items() if n > MOST[step]} == {}, counts
