"""Who made or invited an account is said until something of its owner's has been public."""

import pytest
from django.utils.formats import date_format
from django.utils.timezone import localtime

from kdsite.editorial.review.account_origin import account_origin
from tests.support.factories import make_author, make_post
from tests.support.helpers import publish_by_review
from tests.support.invited import invite

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def test_an_invited_writer_is_said_to_be_invited(people):
    """By whom, when and at which address."""
    user = invite(people.editor).user
    sentence = account_origin(user)
    day = date_format(localtime(user.invited_at), "SHORT_DATE_FORMAT")
    for part in ("editor@example.fi", "maija.malli@example.fi", day):
        assert part in sentence


def test_an_account_that_nobody_invited_says_when_it_was_made(people):
    assert "Tili on avattu" in account_origin(people.writer)


def test_nothing_is_said_of_somebody_whose_words_were_public(people):
    """The last writer's words count, not what others made of a text of theirs."""
    post = make_post(people.writer, authors=[make_author(user=people.writer)])
    publish_by_review(post, people.writer, people.editor)
    assert account_origin(people.writer) == ""
    assert account_origin(people.writer2) != ""
    assert account_origin(None) == ""


def test_a_profile_of_theirs_is_no_text(people):
    """An editor may have published it before anybody has read a line of theirs."""
    author = make_author(user=people.writer, saved_by=people.writer)
    publish_by_review(author, people.writer, people.editor)
    assert account_origin(people.writer) != ""
