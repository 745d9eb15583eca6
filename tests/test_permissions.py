"""Who may do what with which page: one table, superuser included."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.factories import BlogIndexPage, index, make_author, make_post
from tests.helpers import (
    approve,
    ask_for_changes,
    edit_url,
    fill_in,
    form_data,
    fresh,
    logged_in,
    post_form,
    publish,
    publish_translation,
    revise,
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
    from kdsite.editorial import submission

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
    from kdsite.editorial.refusals import Refusal

    with pytest.raises(Refusal):
        people.writer.delete()


def test_facts_are_changed_by_one_editor_at_once(people):
    """The date and the Facebook address: no revision, both languages, logged; not by writers."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    swedish = publish_translation(post, people.translator, people.reviewer)
    url = reverse("editorial:facts", args=[post.pk])
    data = {"date": "1.2.2026", "facebook_url": "https://www.facebook.com/groups/x"}
    logged_in(people.writer).post(url, data)
    assert fresh(post).facebook_url == ""
    latest = fresh(post).latest_revision_id
    logged_in(people.editor).post(url, data)
    for page in (fresh(post), fresh(swedish)):
        assert f"{page.date:%-d.%-m.%Y}" == "1.2.2026"
        assert page.facebook_url == "https://www.facebook.com/groups/x"
    assert fresh(post).latest_revision_id == latest
    from wagtail.models import PageLogEntry

    assert PageLogEntry.objects.get(action="editorial.facts").user == people.editor
    # An old draft does not bring the old facts back.
    revise(post, people.writer, title="Uusi")
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).facebook_url == "https://www.facebook.com/groups/x"


def test_facebook_addresses_lead_to_facebook(people):
    """Any other host is refused, with a sentence, and what was typed is kept."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    url = reverse("editorial:facts", args=[post.pk])
    response = logged_in(people.editor).post(
        url, {"date": "1.2.2026", "facebook_url": "https://facebook.evil.example/x"}
    )
    assert response.status_code == 200
    assert "facebook.evil.example" in response.content.decode()
    assert fresh(post).facebook_url == ""


def test_a_guests_new_post_names_the_guest(people):
    """The form for a new post has the guest's own profile as its author already."""
    author = make_author(user=people.writer)
    parent = index(BlogIndexPage)
    url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", parent.pk])
    client = logged_in(people.writer)
    data = form_data(client.get(url).context["form"])
    assert data["bylines-0-author"] == str(author.pk)
    data |= {"title": "Uusi kirjoitus", "lead": "Ingressi", "body-count": "0"}
    assert client.post(url, data).status_code == 302
    from blog.models import BlogPage

    post = BlogPage.objects.get(title="Uusi kirjoitus")
    assert post.slug == "uusi-kirjoitus"
    assert [byline.name for byline in post.bylines.all()] == ["Maija Malli"]


def test_a_second_page_of_the_same_name_is_no_error(people):
    """Two posts, or two people, may be called alike: the second address ends in -2."""
    from tests.factories import AuthorIndexPage

    author = make_author("Åke", "Öhman", user=people.writer)
    make_post(people.writer, title="Uusi kirjoitus")
    client = logged_in(people.writer)
    for model, parent, fields in (
        ("blog/blogpage", index(BlogIndexPage), {"title": "Uusi kirjoitus"}),
        (
            "blog/blogpage",
            index(BlogIndexPage),
            {"title": "Uusi", "slug": "uusi-kirjoitus"},
        ),
        (
            "community/authorpage",
            index(AuthorIndexPage),
            {"given_name": "Åke", "family_name": "Öhman"},
        ),
    ):
        url = f"/admin/pages/add/{model}/{parent.pk}/"
        data = form_data(client.get(url).context["form"]) | {"slug": ""} | fields
        if "blog" in model:
            data |= {"lead": "Ingressi", "body-count": "0"}
        assert client.post(url, data).status_code == 302
    slugs = set(Page.objects.values_list("slug", flat=True))
    assert {"uusi-kirjoitus", "uusi-kirjoitus-2", "ake-ohman-2"} <= slugs
    assert index(BlogIndexPage).get_children().count() == 3
    assert author.slug == "ake-ohman"


def test_a_guest_makes_their_own_profile(people):
    """A profile that a guest makes is theirs: it is tied to their account."""
    from tests.factories import AuthorIndexPage, AuthorPage

    parent = index(AuthorIndexPage)
    url = reverse("wagtailadmin_pages:add", args=["community", "authorpage", parent.pk])
    client = logged_in(people.writer)
    data = form_data(client.get(url).context["form"])
    data |= {"given_name": "Åke", "family_name": "Öhman", "sector": "other"}
    assert client.post(url, data).status_code == 302
    author = AuthorPage.objects.get()
    assert (author.user, author.title, author.slug) == (
        people.writer,
        "Åke Öhman",
        "ake-ohman",
    )


def test_the_review_screen_decides(people):
    """One screen: the difference, the page, and one click."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    revise(post, people.editor, title="Samaan suuntaan!")
    submit(post, people.editor)
    url = reverse("editorial:review", args=[post.pk])
    client = logged_in(people.editor2)
    response = client.get(url)
    assert "Samaan suuntaan<" in response.content.decode().replace("\n", "")
    seen = response.context["form"].initial["seen"]
    client.post(url, {"seen": seen, "action": "approve", "comment": ""})
    assert fresh(post).title == "Samaan suuntaan!"


def test_the_difference_is_only_what_differs(people):
    """Paragraphs that nobody touched are not shown, whatever the editor did to their markup."""
    body = [
        ("paragraph", "<p>Tämä pysyy.</p>"),
        ("paragraph", "<p>Tämä muuttuu.</p>"),
    ]
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author], body=body)
    post = publish(post, people.writer, people.editor)
    post_form(logged_in(people.editor), post)
    submit(post, people.editor)
    client = logged_in(people.editor2)
    url = reverse("editorial:review", args=[post.pk])
    assert client.get(url).context["differences"] == []
    draft = fresh(post).get_latest_revision_as_object()
    draft.body[1].value = type(draft.body[1].value)("<p>Tämä on muuttunut.</p>")
    draft.save_revision(user=people.editor)
    (difference,) = client.get(url).context["differences"]
    assert "muuttunut" in difference.shown
    assert "Tämä pysyy" not in difference.shown


def test_a_correction_of_a_new_text_is_shown(people):
    """Who is asked to agree sees what the editor changed, also before anything is public."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    url = reverse("editorial:review", args=[post.pk])
    assert logged_in(people.editor).get(url).context["differences"] is None
    revise(post, people.editor, title="Korjattu otsikko")
    (difference,) = logged_in(people.writer).get(url).context["differences"]
    assert "Korjattu otsikko" in difference.shown.replace("</span>", "").replace(
        '<span class="addition">', ""
    )


def test_a_conflict_on_the_review_screen_keeps_the_comment(people):
    """Where the text has changed meanwhile, the reviewer reads anew and types nothing twice."""
    post = make_post(people.writer)
    submit(post, people.writer)
    url = reverse("editorial:review", args=[post.pk])
    client = logged_in(people.editor)
    seen = client.get(url).context["form"].initial["seen"]
    revise(post, people.editor2, title="Toinen ehti")
    response = client.post(
        url, {"seen": seen, "action": "reject", "comment": "Kerro lisää kunnasta."}
    )
    assert response.status_code == 200
    assert "Kerro lisää kunnasta." in response.content.decode()
    assert fresh(post).workflow_in_progress


def test_translators_do_not_send_what_is_in_review(people):
    """A translation in review is locked for its translator's strings, but not lost."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    assert fresh(target).workflow_in_progress
