"""Who may do what with which page: one table, superuser included."""

import pytest

from tests.support.factories import BlogIndexPage, index, make_author, make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    publish,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


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
