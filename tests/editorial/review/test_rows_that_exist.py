"""Wagtail no longer asks for rows that are there; what it refused, it still refuses."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, WorkflowState

from tests.support.factories import make_post
from tests.support.helpers import submit

pytestmark = pytest.mark.django_db


def test_no_log_entry_of_an_unknown_action(people):
    with pytest.raises(ValidationError, match="editorial.unknown"):
        log(instance=make_post(people.writer), action="editorial.unknown")


def test_no_log_entry_of_a_page_that_nobody_has_read_and_that_is_not_there(people):
    """The database would take it: this foreign key has no constraint."""
    entry = PageLogEntry.objects.last() or PageLogEntry()
    entry.pk, entry.page_id = None, make_post(people.writer).pk + 1000
    with pytest.raises(ValidationError, match="page"):
        entry.save()


def test_no_second_review_of_a_page(people):
    post = make_post(people.writer)
    submit(post, people.writer)
    second = WorkflowState.objects.for_instance(post).get()
    second.pk, second.current_task_state = None, None
    with pytest.raises(ValidationError, match="page/snippet|sivu"):
        second.save()
