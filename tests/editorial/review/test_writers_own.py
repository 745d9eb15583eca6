"""What a writer does with a draft of theirs, at each step, and what others see of it."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Page

from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    edit_url,
    fresh,
    logged_in,
    post_form,
    publish,
    send_after_reading,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


AUTOSAVE = {"accept": "application/json"}


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
    assert people.editor.words.count() == 1
    with pytest.raises(ProtectedError):
        people.writer.delete()
