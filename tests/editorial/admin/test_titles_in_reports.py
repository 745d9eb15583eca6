"""A title that holds what no spreadsheet can is stored without it: reports are made of titles."""

import pytest
from django.urls import reverse

from tests.support.factories import make_post
from tests.support.helpers import fresh, logged_in, post_form, submit

pytestmark = pytest.mark.django_db
REPORTS = ["site_history", "workflow", "workflow_tasks"]


def test_reports_are_made_of_any_title(people):
    """By the form as a person types it."""
    post = make_post(people.writer, "Silta")
    post_form(logged_in(people.writer), post, title="Sil\x08ta\x1f ja \x0bvene")
    assert fresh(post).draft_title == "Silta ja vene"
    submit(post, people.writer)
    client = logged_in(people.admin)
    for name in REPORTS:
        answer = client.get(reverse(f"wagtailadmin_reports:{name}"), {"export": "xlsx"})
        assert answer.status_code == 200
        assert b"".join(answer).startswith(b"PK")
