"""B10 to B13 and B16: publishing without a decision, or by a decision about another text."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from kdsite.editorial.exceptions import Refusal
from tests.editorial.ways_around.steps import set_the_scene, try_to
from tests.support import factories
from tests.support.factories import make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fresh,
    logged_in,
    post_form,
    public_state,
    revise,
    submit,
    task_state,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b10_the_edit_view_publishes_nothing(people, post, name):
    """B10: ``action-publish`` in the edit view, by whoever can open it."""
    before = public_state(post)
    post_form(
        logged_in(getattr(people, name)),
        post,
        **{"title": "Suoraan julki", "action-publish": "1"},
    )
    assert public_state(post) == before


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b10_bulk_publishing_is_closed(people, name):
    """B10: the bulk action, by whoever can select the draft."""
    draft = make_post(people.writer)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    try_to(logged_in(getattr(people, name)), "post", f"{url}?id={draft.pk}")
    assert not fresh(draft).live


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b10_the_admin_api_publishes_nothing(people, name):
    """B10: the admin API's action."""
    draft = make_post(people.writer)
    url = reverse("wagtailadmin_api:pages:action", args=[draft.pk, "publish"])
    try_to(logged_in(getattr(people, name)), "post", url)
    assert not fresh(draft).live


def test_b10_code_does_not_publish_either(people):
    """B10: ``revision.publish()`` and saving ``live=True`` from a script are refused."""
    draft = make_post(people.writer)
    with pytest.raises(Refusal):
        draft.get_latest_revision().publish()
    draft = fresh(draft)
    draft.live = True
    with pytest.raises(Refusal):
        draft.save()
    assert not fresh(draft).live


def test_b11_finishing_a_review_publishes_no_newer_text(people):
    """B11: what was saved after the reviewer read it does not ride along."""
    post = make_post(people.writer)
    submit(post, people.writer)
    state = task_state(post)
    revise(post, people.writer, title="Salaa lisätty")
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[post.pk, "approve", state.pk]
    )
    try_to(logged_in(people.editor), "post", url)
    assert not fresh(post).live


@pytest.mark.parametrize("name", ["editor", "admin"])
def test_b12_the_decision_belongs_to_the_task_state_not_to_the_address(people, name):
    """B12: naming another page's id does not pass the rule of the page that is decided on."""
    person = getattr(people, name)
    own = make_post(person, title="Oma teksti")
    submit(own, person)
    other = make_post(people.writer, title="Toisen teksti")
    submit(other, people.writer)
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[other.pk, "approve", task_state(own).pk],
    )
    try_to(logged_in(person), "post", url)
    assert not fresh(own).live


@pytest.mark.parametrize("name", ["writer", "editor"])
def test_b13_autosave_after_approval_changes_nothing_public(people, name):
    """B13: writing over the approved revision leaves the public page and the record alone."""
    person = getattr(people, name)
    post = make_post(person, authors=[make_author(saved_by=people.editor)])
    submit(post, person)
    approve(post, people.editor2)
    approved = fresh(post).live_revision
    content = approved.content
    before = public_state(post)
    post_form(
        logged_in(person),
        post,
        title="Päälle kirjoitettu",
        overwrite_revision_id=str(approved.pk),
    )
    approved.refresh_from_db()
    assert public_state(post) == before
    assert approved.content == content


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b16_the_create_view_adds_nothing_public(people, author, name):
    """B16: ``action-publish`` on a new page leaves at most a draft."""
    parent = factories.index(factories.BlogIndexPage)
    url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", parent.pk])
    client = logged_in(getattr(people, name))
    from tests.support.helpers import form_data

    data = form_data(form_on(client, url))
    data |= {
        "title": "Suoraan julki",
        "lead": "Ingressi",
        "body-count": "0",
        "bylines-TOTAL_FORMS": "1",
        "bylines-INITIAL_FORMS": "0",
        "bylines-0-author": str(author.pk),
        "bylines-0-ORDER": "1",
        "action-publish": "1",
    }
    try_to(client, "post", url, data)
    assert not Page.objects.filter(title="Suoraan julki", live=True).exists()


def test_a_review_that_asked_for_changes_gives_no_way_in(people):
    """After changes were asked for, the old approval link decides nothing."""
    post = make_post(people.writer)
    submit(post, people.writer)
    state = task_state(post)
    ask_for_changes(post, people.editor)
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[post.pk, "approve", state.pk]
    )
    try_to(logged_in(people.editor2), "post", url)
    assert not fresh(post).live
