"""For a list the same is read of many pages at once as of each by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.policy.many_decisions import decisions_on
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    publish,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

READ = ("task", "member_ids", "author_ids", "writer", "deciders_left", "held_by")


def set_the_scene(people):
    """An original that one has approved, a translation, a profile, all in review."""
    original = make_post(people.writer, "Alkuperäinen")
    submit(original, people.writer)
    public = publish(make_post(people.writer, "Julki"), people.writer, people.editor)
    target, record = translate(public, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    profile = make_author("Maija", "Malli", saved_by=people.editor)
    submit(profile, people.editor)
    approve(original, people.editor)
    draft = make_post(people.writer, "Luonnos")
    return {"original": original, "target": target, "profile": profile, "draft": draft}


def pages(scene):
    names = ("original", "target", "profile", "draft")
    return [fresh(getattr(scene, name)) for name in names]


def test_they_say_what_each_says_by_itself(scene):
    found = decisions_on(pages(scene))
    for page in pages(scene):
        alone, together = Decision(page), found[page.pk]
        for name in READ:
            assert getattr(together, name) == getattr(alone, name), (page, name)
        assert list(together.words) == list(alone.words)
        assert together.revision == alone.revision


def test_many_take_as_many_queries_as_one_of_each_kind(scene):
    def count(chosen):
        with CaptureQueriesContext(connection) as queries:
            decisions_on(chosen)
        return len(queries)

    _original, target, profile, _draft = pages(scene)
    assert count(pages(scene)) == count([target, profile])
