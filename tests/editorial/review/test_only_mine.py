"""A writer sees published pages and their own drafts: no title and no word of anybody else's."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from tests.support.factories import (
    BlogIndexPage,
    index,
    make_author,
    make_image,
    make_post,
    make_question,
)
from tests.support.helpers import (
    edit_url,
    fresh,
    logged_in,
    post_form,
    publish,
    revise,
)

pytestmark = [pytest.mark.django_db, pytest.mark.indexed, pytest.mark.both_databases]

MARKER = "Salainen luonnos"


def set_the_scene(people):
    """A draft, and a public post with a new version, of somebody else."""
    public = make_post(people.editor, title="Julkinen")
    publish(public, people.editor, people.editor2)
    revise(public, people.editor, title=MARKER)
    return {"draft": make_post(people.writer, title=MARKER), "public": public}


def shown(client, url):
    return client.get(url, follow=True).content.decode()


@pytest.mark.parametrize("name", ["writer2", "translator"])
@pytest.mark.parametrize(
    "query", ["id=all", "id=all&childOf={parent}", "id=%20{pk}", "id=²"]
)
@pytest.mark.parametrize("action", ["delete", "move", "unpublish"])
def test_bulk_actions_take_only_what_was_seen(people, scene, name, query, action):
    """Neither "all" nor an id in disguise lists somebody else's drafts."""
    draft = scene.draft
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = query.format(parent=draft.get_parent().pk, pk=draft.pk)
    assert MARKER not in shown(logged_in(getattr(people, name)), f"{url}?{query}")


@pytest.mark.parametrize("name", ["writer2", "translator"])
@pytest.mark.parametrize("view", ["workflow_action", "collect_workflow_action_data"])
def test_review_addresses_show_no_titles(people, scene, name, view):
    """A page that is not in review is not named to a stranger."""
    url = reverse(f"wagtailadmin_pages:{view}", args=[scene.draft.pk, "approve", 1])
    assert MARKER not in shown(logged_in(getattr(people, name)), url)


@pytest.mark.parametrize(
    "address",
    [
        "/admin/pages/{parent}/",
        "/admin/pages/search/?q=Salainen",
        "/admin/choose-page/{parent}/",
        "/admin/api/main/pages/?fields=*&limit=100",
        "/admin/api/main/pages/{pk}/?fields=*",
        "/admin/pages/usage/blog/blogpage/",
        "/admin/reports/page-types-usage/",
        "/admin/reports/site-history/",
        "/admin/reports/aging-pages/",
        "/admin/reports/locked/",
        "/admin/reports/workflow/",
        "/admin/reports/workflow_tasks/",
        "/admin/localize/reports/translations/",
        "/admin/",
    ],
)
@pytest.mark.parametrize("name", ["draft", "public"])
def test_lists_show_no_draft_title(people, scene, address, name):
    """Neither of a draft nor of the new version of a public page."""
    post = getattr(scene, name)
    address = address.format(parent=post.get_parent().pk, pk=post.pk)
    assert MARKER not in shown(logged_in(people.writer2), address)


def test_a_forged_choice_shows_nothing(people):
    """An id that the chooser would not have offered is refused in the form."""
    mine, theirs = (
        make_author("Maija", name, user=user)
        for name, user in (("Malli", people.writer2), ("Salainen", people.writer))
    )
    import datetime

    question = make_question(datetime.date(2026, 12, 1), MARKER, saved_by=people.editor)
    image = make_image(people.writer)
    post = make_post(people.writer2, authors=[mine])
    client = logged_in(people.writer2)
    for forged in (
        {"bylines-0-author": str(theirs.pk)},
        {"question": str(question.pk)},
        {"hero_image": str(image.pk), "hero_alt": "Kuva"},
    ):
        before = fresh(post).latest_revision_id
        response = post_form(client, post, **forged)
        assert response.status_code == 200
        assert fresh(post).latest_revision_id == before
    assert client.get(edit_url(post)).status_code == 200
    for preview in ("Salainen", MARKER):
        assert preview not in shown(client, edit_url(post))


def test_files_of_others_are_not_listed(people):
    """Neither pictures nor documents, in the admin API."""
    make_image(people.writer, "red")
    client = logged_in(people.writer2)
    for kind in ("images", "documents"):
        response = client.get(f"/admin/api/main/{kind}/")
        assert "red" not in response.content.decode()


def test_the_translator_gets_the_pictures_of_the_original(people):
    """The translation editor asks for them one by one; nothing else is told."""
    shown, hidden = (make_image(people.writer, color) for color in ("navy", "red"))
    post = make_post(people.writer, hero_image=shown, hero_alt="Vene")
    publish(post, people.writer, people.editor)
    client = logged_in(people.translator)
    assert client.get(f"/admin/api/main/images/{shown.pk}/").json()["title"] == "navy"
    refused = client.get(f"/admin/api/main/images/{hidden.pk}/")
    assert refused.status_code == 403
    assert refused["Content-Type"] == "application/json"


@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_filters_do_not_say_who_else_writes(people, name):
    """“Owner” and “Edited by” name only people behind pages that one may see."""
    people.writer.first_name = "Piilonimi"
    people.writer.save()
    draft = make_post(people.writer)
    draft.save_revision(user=people.writer, log_action=True)
    client = logged_in(getattr(people, name))
    for url in (
        reverse("wagtailadmin_explore", args=[draft.get_parent().pk]),
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_pages:type_use", args=["blog", "blogpage"]),
    ):
        assert "Piilonimi" not in shown(client, url)
    own = shown(logged_in(people.writer), url)
    assert "Piilonimi" in own


def test_the_parent_is_shown_all_the_same(people):
    """The list of posts itself stays open to a writer."""
    url = reverse("wagtailadmin_explore", args=[index(BlogIndexPage).pk])
    assert logged_in(people.writer2).get(url).status_code == 200


@pytest.mark.parametrize("name", ["writer2", "translator"])
@pytest.mark.parametrize("action", ["delete", "add_tags", "add_to_collection"])
@pytest.mark.parametrize("kind", ["siteimage", "sitedocument"])
def test_bulk_actions_show_only_files_of_ones_own(people, name, action, kind):
    """Neither by an id nor by "all"; who uploaded a file acts on it."""
    file = make_image(people.writer, title=MARKER)
    if kind == "sitedocument":
        content = ContentFile(b"%PDF-1.4", name="a.pdf")
        file = get_document_model().objects.create(
            title=MARKER, file=content, uploaded_by_user=people.writer
        )
    url = reverse("wagtail_bulk_action", args=["kdsite", kind, action])
    for ids in (f"id={file.pk}", "id=all", f"id=all&id={file.pk}"):
        assert MARKER not in shown(logged_in(getattr(people, name)), f"{url}?{ids}")
    assert MARKER in shown(logged_in(people.writer), f"{url}?id={file.pk}")
