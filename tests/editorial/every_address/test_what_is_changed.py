"""No address of the admin publishes anything or changes a public word."""

import pytest
from django.template.base import Template
from wagtail.models import Page, PageViewRestriction

from blog.models import BlogPage
from tests.editorial.every_address.scene import (
    admin_addresses,
    set_the_scene,
    undone_after_each,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def undrawn(monkeypatch):
    """Nobody looks at the answers, so no page is drawn."""
    monkeypatch.setattr(Template, "render", lambda self, context=None: "")


@pytest.mark.parametrize("name", ["writer", "translator", "editor", "admin"])
def test_no_post_changes_what_is_public(visitor, values, undrawn, name):
    """An empty POST to every address publishes nothing and changes no public word."""
    client = visitor(name)
    # Upstream's forms take their own fields for granted; here only the outcome counts.
    client.raise_request_exception = False
    before = public_words()
    changed = []
    for address, written in undone_after_each(admin_addresses(values, limit=6)):
        query = f"?id={values['page_id'][0]}" if "/bulk/" in address else ""
        client.post(address + query)
        if written and public_words() - before:
            changed.append(address)
    approvals = [address for address in changed if "/approve/" in address]
    # The one way: an editor approves what a guest has sent.
    assert bool(approvals) == (name == "editor")
    assert [address for address in changed if address not in approvals] == []


def public_words():
    """Every public page's words, as a set that can be compared."""
    rows = Page.objects.live().values_list("pk", "title", "url_path", "live_revision")
    posts = BlogPage.objects.live().values_list("pk", "lead", "own_question")
    restricted = PageViewRestriction.objects.values_list("page", "restriction_type")
    return {*rows, *posts, *restricted}
