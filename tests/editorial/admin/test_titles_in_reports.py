"""A title that holds what no spreadsheet can is stored without it: reports are made of titles."""

import pytest
from bs4 import BeautifulSoup
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


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_header_says_none(people, language):
    """A search among all pages has no name for what it lists."""
    user = people.editor
    user.wagtail_userprofile.preferred_language = language
    user.wagtail_userprofile.save()
    html = logged_in(user).get(reverse("wagtailadmin_pages:search")).content.decode()
    cells = BeautifulSoup(html, "html.parser").select("th")
    assert cells
    assert "None" not in "".join(cell.get_text() for cell in cells)
