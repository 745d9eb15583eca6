"""What is public stays where it is, but for an editor who takes it down."""

import pytest
from django.urls import reverse

from tests.editorial.ways_around.steps import set_the_scene, try_to
from tests.support import factories
from tests.support.helpers import fresh, logged_in, post_form, public_state, read

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("action", ["unpublish", "delete", "move", "set_privacy"])
def test_a_writer_takes_nothing_down(people, post, action):
    """Unpublishing, deleting, moving and restricting a published page is not the writer's."""
    client = logged_in(people.writer)
    before = public_state(post)
    path_before = post.path
    if action == "set_privacy":
        url = reverse("wagtailadmin_pages:set_privacy", args=[post.pk])
        try_to(client, "post", url, {"restriction_type": "login"})
    elif action == "move":
        other = factories.index(factories.ThemeIndexPage)
        url = reverse("wagtailadmin_pages:move_confirm", args=[post.pk, other.pk])
        try_to(client, "post", url)
    else:
        try_to(client, "post", reverse(f"wagtailadmin_pages:{action}", args=[post.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    try_to(client, "post", f"{bulk}?id={post.pk}")
    assert public_state(post) == before
    assert fresh(post).path == path_before
    assert read(post)[0] == 200


def test_a_writer_neither_schedules_nor_expires(people, post):
    """Times posted with the edit form are ignored: publication follows the calendar."""
    post_form(
        logged_in(people.writer),
        post,
        go_live_at="2030-01-01 10:00",
        expire_at="2020-01-01 10:00",
    )
    draft = fresh(post).get_latest_revision_as_object()
    assert draft.go_live_at is None
    assert draft.expire_at is None
    from django.core.management import call_command

    call_command("publish_scheduled")
    assert fresh(post).live


def test_a_writer_does_not_rename_a_published_page(people, post):
    """The address of a published page is not in the writer's hands, even through review."""
    post_form(logged_in(people.writer), post, slug="toinen-osoite")
    assert fresh(post).get_latest_revision_as_object().slug == post.slug


def test_an_editor_takes_down_alone(people, post):
    """Putting up takes two people; taking down takes one editor."""
    logged_in(people.editor).post(
        reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    )
    assert not fresh(post).live
