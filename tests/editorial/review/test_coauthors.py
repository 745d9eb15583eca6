"""Co-authors with accounts: they edit, comment, send and take back; they delete nothing."""

import pytest
from django.urls import reverse

from blog.models import BlogPage
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.approval_rule import Decision
from tests.support.corrections import correct
from tests.support.factories import make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    edit_url,
    fresh,
    logged_in,
    post_form,
    publish,
    read,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    authors = [
        make_author("Maija", "Malli", user=people.writer),
        make_author("Matti", "Meikä", user=people.writer2),
    ]
    return {"shared": make_post(people.writer, title="Yhteinen", authors=authors)}


@pytest.fixture
def shared(scene):
    """A draft that ``writer`` owns and that names ``writer2`` as well."""
    return scene.shared


def take_back(client, page):
    return post_form(client, page, **{"action-cancel-workflow": "1"})


def test_a_co_author_edits(people, shared):
    """The shared draft opens, and what the co-author saves is the newest version."""
    post_form(logged_in(people.writer2), shared, title="Yhteinen asia")
    revision = fresh(shared).latest_revision
    assert (revision.content["title"], revision.user) == (
        "Yhteinen asia", people.writer2,
    )  # fmt: skip


def test_a_co_author_comments(people, shared):
    """A comment on a field is kept, and the owner sees it."""
    post_form(
        logged_in(people.writer2),
        shared,
        **{
            "comments-TOTAL_FORMS": "1",
            "comments-0-text": "Onko tämä oikea sana?",
            "comments-0-contentpath": "title",
            "comments-0-position": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
        },
    )
    comment = fresh(shared).wagtail_admin_comments.get()
    assert (comment.user, comment.text) == (people.writer2, "Onko tämä oikea sana?")
    page = logged_in(people.writer).get(edit_url(shared)).content.decode()
    assert "Onko t" in page


def test_a_co_author_sends(people, shared):
    """By the button of the editor and the screen before sending."""
    client = logged_in(people.writer2)
    post_form(client, shared, **{"action-submit": "1"})
    send_after_reading(client, shared)
    state = fresh(shared).current_workflow_state
    assert (state.status, state.requested_by) == ("in_progress", people.writer2)


def test_a_co_author_takes_back_what_the_other_sent(people, shared):
    """The button is there, and the new profile that was sent with it comes back as well."""
    submit(shared, people.writer)
    profiles = [byline.author for byline in fresh(shared).bylines.all()]
    sent = [p.user for p in profiles if fresh(p).workflow_in_progress]
    assert sent == [people.writer], "the other profile is sent by whose it is"
    client = logged_in(people.writer2)
    assert "action-cancel-workflow" in client.get(edit_url(shared)).content.decode()
    take_back(client, shared)
    for page in (shared, *profiles):
        assert not fresh(page).workflow_in_progress
    # And the other way round, by the button's own address.
    submit(shared, people.writer2)
    url = reverse("editorial:take_back", args=[shared.pk])
    logged_in(people.writer).post(url)
    assert not fresh(shared).workflow_in_progress


def test_who_is_no_author_takes_nothing_back(people, shared):
    """Neither another writer nor the language team."""
    submit(shared, people.writer)
    for user in (people.translator, people.reviewer):
        logged_in(user).post(reverse("editorial:take_back", args=[shared.pk]))
        logged_in(user).post(edit_url(shared), {"action-cancel-workflow": "1"})
    draft = make_post(people.writer, title="Vain minun")
    submit(draft, people.writer)
    logged_in(people.writer2).post(edit_url(draft), {"action-cancel-workflow": "1"})
    assert fresh(shared).workflow_in_progress
    assert fresh(draft).workflow_in_progress


def test_an_editor_takes_back_and_keeps_the_correction(people, shared):
    """What was typed in the editor is saved by the same press of the button."""
    submit(shared, people.writer)
    client = logged_in(people.editor)
    post_form(client, shared, title="Korjattu", **{"action-cancel-workflow": "1"})
    page = fresh(shared)
    assert not page.workflow_in_progress
    assert page.latest_revision.content["title"] == "Korjattu"


def test_a_co_author_does_not_delete(people, shared):
    """Only the owner does, and only what was never sent."""
    url = reverse("wagtailadmin_pages:delete", args=[shared.pk])
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client = logged_in(people.writer2)
    client.post(url)
    client.post(f"{bulk}?id={shared.pk}")
    assert BlogPage.objects.filter(pk=shared.pk).exists()
    logged_in(people.writer).post(url)
    assert not BlogPage.objects.filter(pk=shared.pk).exists()


@pytest.mark.parametrize("sender", ["writer", "writer2"])
def test_two_authors_do_not_publish_by_themselves(people, shared, sender):
    """One writes, the other approves: that is no two people with an editor among them."""
    submit(shared, getattr(people, sender))
    for name in ("writer", "writer2"):
        user = getattr(people, name)
        assert not approval_rule.role_if_any(user, Decision(fresh(shared)))
        with pytest.raises(Refusal):
            approve(shared, user)
        logged_in(user).post(
            reverse("editorial:review", args=[shared.pk]),
            {"action": "approve", "seen": "x"},
        )
    assert not fresh(shared).live


def test_a_co_author_confirms_an_editors_correction(people, shared):
    """The one approval of an author: of what an editor saved last."""
    submit(shared, people.writer)
    correct(shared, people.editor, title="Yhteinen asia")
    client = logged_in(people.writer2)
    url = reverse("editorial:review", args=[shared.pk])
    seen = form_on(client, url).initial["seen"]
    client.post(url, {"action": "approve", "seen": seen})
    assert fresh(shared).live
    assert read(shared)[0] == 200


def test_who_is_taken_out_of_the_byline_is_out(people, shared):
    """A former co-author neither opens nor sends nor finds the draft."""
    page = fresh(shared)
    page.bylines = [page.bylines.all()[0]]
    page.save()
    page.save_revision(user=people.writer)
    client = logged_in(people.writer2)
    assert client.get(edit_url(shared)).status_code == 302
    assert "Yhteinen" not in client.get("/admin/").content.decode()
    client.post(reverse("before_send", args=[shared.pk]), {"seen": "x"})
    assert not fresh(shared).workflow_in_progress


def test_an_author_has_no_say_in_the_translation(people, shared):
    """The language team decides on that, whoever is named."""
    post = publish(shared, people.writer, people.editor)
    target, _record = translate(post, people.translator)
    for user in (people.writer, people.writer2):
        assert logged_in(user).get(edit_url(target)).status_code == 302
