"""B17 to B19: titles that are shown in passing, the admin's API, and copies."""

import json

import pytest
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

from kdsite.editorial.exceptions import Refusal
from tests.editorial.ways_around import steps
from tests.editorial.ways_around.steps import MARKER, try_to
from tests.support.factories import make_post, short_name
from tests.support.helpers import logged_in, public_state, publish, revise

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_b17_the_move_confirmation_shows_no_titles(people, scene, name):
    """B17: asking to move somebody else's draft does not reveal what it is called."""
    draft = scene.draft
    url = reverse(
        "wagtailadmin_pages:move_confirm", args=[draft.pk, draft.get_parent().pk]
    )
    response = logged_in(getattr(people, name)).get(url, follow=True)
    assert MARKER not in response.content.decode()


@pytest.mark.parametrize("name", ["writer2", "translator"])
@pytest.mark.parametrize("action", ["publish", "delete", "unpublish", "move"])
def test_b18_bulk_confirmations_show_no_titles(people, scene, name, action):
    """B18: nor does selecting it for a bulk action."""
    draft = scene.draft
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    response = logged_in(getattr(people, name)).get(f"{url}?id={draft.pk}", follow=True)
    assert MARKER not in response.content.decode()


def set_the_scene(people):
    made = steps.set_the_scene(people)
    other = make_post(people.writer, title="Toinen", authors=[made["author"]])
    publish(other, people.writer, people.editor)
    revise(other, people.writer, title="Salaa muutettu")
    draft = make_post(people.writer, title=MARKER)
    return made | {"other": other, "draft": draft}


API_ACTIONS = {
    "copy": {"keep_live": True, "slug": "kopio"},
    "create_alias": {"update_slug": "alias"},
    "copy_for_translation": {"locale": "sv", "alias": True},
    "move": {"position": "first-child"},
    "publish": {},
    "unpublish": {},
    "delete": {},
}


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
@pytest.mark.parametrize("action", API_ACTIONS)
def test_b19_the_admin_api_changes_nothing(people, post, scene, name, action):
    """B19: its actions change what is public without passing the publish action."""
    other = scene.other
    before = public_state(other), list(Page.objects.order_by("path").values("path"))
    try_to(
        logged_in(getattr(people, name)),
        "post",
        f"/admin/api/main/pages/{other.pk}/action/{action}/",
        json.dumps({"destination_page_id": post.get_parent().pk} | API_ACTIONS[action]),
        content_type="application/json",
    )
    after = public_state(other), list(Page.objects.order_by("path").values("path"))
    assert after == before


def test_b19_copies_are_drafts(people, post):
    """B19: copying with “keep live” is refused, by code and in the copy view."""
    with pytest.raises(Refusal):
        CopyPageAction(
            post, to=post.get_parent(), keep_live=True, update_attrs={"slug": "kopio"}
        ).execute(skip_permission_checks=True)
    for person in (people.editor, people.admin):
        logged_in(person).post(
            reverse("wagtailadmin_pages:copy", args=[post.pk]),
            {
                "new_title": "Kopio",
                "new_slug": f"kopio-{short_name(person)}",
                "new_parent_page": post.get_parent().pk,
                "publish_copies": "on",
            },
        )
    assert not Page.objects.filter(slug__startswith="kopio", live=True).exists()
