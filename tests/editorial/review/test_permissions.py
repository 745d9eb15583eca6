"""Who may do what with which page: one table, superuser included."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.support.factories import BlogIndexPage, index, make_author, make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    post_form,
    publish,
    send,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db

AUTOSAVE = {"accept": "application/json"}
ROLES = ["writer", "writer2", "editor", "translator", "reviewer", "admin"]
ACTIONS = [
    "edit",
    "delete",
    "publish",
    "unpublish",
    "move",
    "set_view_restrictions",
    "lock",
    "copy",
]

# state: {action: roles that may}; the page is writer's, a Finnish original.
MATRIX = {
    "draft": {
        "edit": {"writer", "editor", "admin"},
        "delete": {"writer", "editor", "admin"},
        "move": {"editor", "admin"},
        "set_view_restrictions": {"editor", "admin"},
        "lock": {"editor", "admin"},
        "copy": {"editor", "admin"},
    },
    "in review": {
        "edit": {"writer", "editor", "admin"},
        "delete": {"editor", "admin"},
        "move": {"editor", "admin"},
        "set_view_restrictions": {"editor", "admin"},
        "lock": {"editor", "admin"},
        "copy": {"editor", "admin"},
    },
    "changes asked": {
        "edit": {"writer", "editor", "admin"},
        "delete": {"editor", "admin"},
        "move": {"editor", "admin"},
        "set_view_restrictions": {"editor", "admin"},
        "lock": {"editor", "admin"},
        "copy": {"editor", "admin"},
    },
    "public": {
        "edit": {"writer", "editor", "admin"},
        "delete": {"admin"},
        "unpublish": {"editor", "admin"},
        "set_view_restrictions": {"editor", "admin"},
        "lock": {"editor", "admin"},
        "copy": {"editor", "admin"},
    },
}


# The same for its Swedish translation, by translator.
TRANSLATED = {
    "draft": {
        "edit": {"editor", "translator", "reviewer", "admin"},
        "delete": {"editor", "admin"},
        "move": {"editor", "admin"},
        "set_view_restrictions": {"editor", "admin"},
        "lock": {"editor", "admin"},
        "copy": {"editor", "admin"},
    },
    "in review": {
        "edit": {"editor", "translator", "reviewer", "admin"},
        "move": {"editor", "admin"},
        "delete": {"admin"},
        "set_view_restrictions": {"editor", "admin"},
        "lock": {"editor", "admin"},
        "copy": {"editor", "admin"},
    },
    "public": {
        "edit": {"editor", "translator", "reviewer", "admin"},
        "delete": {"admin"},
        "unpublish": {"editor", "admin"},
        "set_view_restrictions": {"editor", "admin"},
        "lock": {"editor", "admin"},
        "copy": {"editor", "admin"},
    },
}


def make_in(state, people):
    post = make_post(people.writer)
    if state == "draft":
        return post
    submit(post, people.writer)
    if state == "changes asked":
        ask_for_changes(post, people.editor)
    elif state == "public":
        approve(post, people.editor)
    return fresh(post)


def make_translation_in(state, people):
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, record = translate(post, people.translator)
    if state != "draft":
        fill_in(record, people.translator)
        send(record, people.translator)
    if state == "public":
        approve(target, people.reviewer)
    return fresh(target)


def assert_matrix(page, people, expected):
    for action in ACTIONS:
        allowed = {
            name
            for name in ROLES
            if getattr(
                page.permissions_for_user(getattr(people, name)), f"can_{action}"
            )()
        }
        assert allowed == expected.get(action, set()), action


@pytest.mark.parametrize("state", MATRIX)
def test_matrix(people, state):
    """Nobody publishes; editors take down; writers work on what is theirs."""
    assert_matrix(make_in(state, people), people, MATRIX[state])


@pytest.mark.parametrize("state", TRANSLATED)
def test_matrix_of_a_translation(people, state):
    """The source's owner has no say in it; its language's team writes, editors take down."""
    assert_matrix(make_translation_in(state, people), people, TRANSLATED[state])


def test_translations_belong_to_their_language(people):
    """The Swedish team edits translations into Swedish, and no original."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, _record = translate(post, people.translator)
    may = {
        name
        for name in ROLES
        if target.permissions_for_user(getattr(people, name)).can_edit()
    }
    assert may == {"editor", "translator", "reviewer", "admin"}
    swedish = make_post(people.writer, title="Svenskt original", language="sv")
    assert not swedish.permissions_for_user(people.translator).can_edit()


def test_nobody_publishes_below_an_index(people):
    """The create view offers no publishing to anybody."""
    parent = index(BlogIndexPage)
    for name in ROLES:
        perms = parent.permissions_for_user(getattr(people, name))
        assert not perms.can_publish_subpage()
    assert parent.permissions_for_user(people.writer).can_add_subpage()
    assert not parent.permissions_for_user(people.translator).can_add_subpage()


def test_a_named_author_edits_a_post_somebody_else_owns(people):
    """A co-author with an account works on the shared draft, but does not delete it."""
    author = make_author(user=people.writer2)
    post = make_post(people.writer, authors=[author])
    perms = post.permissions_for_user(people.writer2)
    assert perms.can_edit()
    assert not perms.can_delete()
    assert logged_in(people.writer2).get(edit_url(post)).status_code == 200


@pytest.mark.parametrize("way", ["save", "autosave", "submit"])
def test_the_writer_cannot_change_a_page_in_review(people, way):
    """No path of the edit view writes while the page is being read."""
    post = make_post(people.writer)
    submit(post, people.writer)
    before = fresh(post).get_latest_revision()
    client = logged_in(people.writer)
    changes = {"title": "Salaa"}
    if way == "submit":
        changes["action-submit"] = "1"
    elif way == "autosave":
        changes |= {"overwrite_revision_id": str(before.pk), "headers": AUTOSAVE}
    post_form(client, post, **changes)
    after = fresh(post).get_latest_revision()
    assert (after.pk, after.content) == (before.pk, before.content)


def test_the_writer_takes_a_page_back(people):
    """Withdrawing ends the review, and the writer can change the page again."""
    post = make_post(people.writer)
    submit(post, people.writer)
    post_form(logged_in(people.writer), post, **{"action-cancel-workflow": "1"})
    assert not fresh(post).workflow_in_progress
    post_form(logged_in(people.writer), post, title="Uusi yritys")
    assert fresh(post).draft_title == "Uusi yritys"


def test_the_writer_sends_from_the_edit_view(people):
    """“Send for review” saves what was typed, asks once for the consent, and sends it."""
    post = make_post(people.writer)
    author = make_author(user=people.writer)
    draft = fresh(post).get_latest_revision_as_object()
    from blog.models import BlogPageAuthor

    draft.bylines = [BlogPageAuthor(author=author)]
    draft.save_revision(user=people.writer)
    client = logged_in(people.writer)
    response = post_form(client, post, title="Valmis", **{"action-submit": "1"})
    assert response["Location"] == reverse("before_send", args=[post.pk])
    assert not fresh(post).workflow_in_progress
    send_after_reading(client, post)
    page = fresh(post)
    assert page.workflow_in_progress
    assert page.current_workflow_task_state.revision.content["title"] == "Valmis"


def test_a_draft_that_was_submitted_is_not_deleted_by_its_writer(people):
    """Once others have read it, it stays; before that it may go, after a confirmation."""
    never = make_post(people.writer, title="Ei koskaan")
    url = reverse("wagtailadmin_pages:delete", args=[never.pk])
    client = logged_in(people.writer)
    client.get(url)
    assert Page.objects.filter(pk=never.pk).exists()
    client.post(url)
    assert not Page.objects.filter(pk=never.pk).exists()
    sent = make_post(people.writer, title="Lähetetty")
    submit(sent, people.writer)
    from kdsite.editorial.review import submission

    submission.take_back(sent, people.writer)
    client.post(reverse("wagtailadmin_pages:delete", args=[sent.pk]))
    assert Page.objects.filter(pk=sent.pk).exists()


@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_others_drafts_are_not_seen(people, name):
    """Neither in the explorer nor by search, nor in the chooser."""
    draft = make_post(people.writer, title="Salainen luonnos")
    client = logged_in(getattr(people, name))
    parent = draft.get_parent().pk
    for url in (
        reverse("wagtailadmin_explore", args=[parent]),
        reverse("wagtailadmin_pages:search") + "?q=Salainen",
        reverse("wagtailadmin_choose_page_child", args=[parent]),
        reverse("wagtailadmin_choose_page_search") + "?q=Salainen",
        edit_url(draft),
        reverse("wagtailadmin_pages:history", args=[draft.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[draft.pk]),
        reverse("wagtailadmin_pages:usage", args=[draft.pk]),
    ):
        text = client.get(url, follow=True).content.decode()
        assert "Salainen luonnos" not in text, url


def test_the_writer_sees_their_own_draft(people):
    """In the explorer, under the list of posts."""
    draft = make_post(people.writer, title="Oma luonnos")
    url = reverse("wagtailadmin_explore", args=[draft.get_parent().pk])
    assert "Oma luonnos" in logged_in(people.writer).get(url).content.decode()


def test_accounts_are_closed_not_deleted(people):
    """Deleting an account in the admin closes it, and decisions keep the name."""
    publish(make_post(people.writer), people.writer, people.editor)
    url = reverse("wagtailusers_users:delete", args=[people.editor.pk])
    logged_in(people.admin).post(url)
    people.editor.refresh_from_db()
    assert not people.editor.is_active
    assert people.editor.approvals.count() == 1
    from kdsite.editorial.exceptions import Refusal

    with pytest.raises(Refusal):
        people.writer.delete()
