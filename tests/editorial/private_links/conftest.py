"""A draft by an author without an account, whom an editor writes for."""

import pytest

from tests.support.factories import make_author, make_post


@pytest.fixture
def author(people):
    """A profile without an account."""
    return make_author(saved_by=people.editor)


@pytest.fixture
def post(people, author):
    """An editor's version of a post by somebody without an account."""
    return make_post(people.editor, title="SALAOTSIKKO", authors=[author])
