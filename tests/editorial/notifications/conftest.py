"""A post in review, and its translation; nobody told yet."""

import pytest
from django.core import mail

from tests.support.factories import make_post
from tests.support.helpers import approve, fill_in, make_slot, submit, translate


@pytest.fixture
def submitted(people):
    """A post in review, and nobody told yet."""
    post = make_post(people.writer)
    submit(post, people.writer)
    mail.outbox.clear()
    return post


@pytest.fixture
def translation(people, submitted):
    """A translation that its translator has filled in; the post waits for its slot."""
    make_slot(submitted)
    approve(submitted, people.editor)
    target, record = translate(submitted, people.translator)
    fill_in(record, people.translator)
    mail.outbox.clear()
    return target, record
