"""What the editor of pages does for whoever opens it: facts, a guest's first post and profile."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.publishing.facts import set_facts
from tests.support.factories import BlogIndexPage, index, make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    edit_url,
    form_data,
    fresh,
    logged_in,
    opened_form,
    post_form,
    publish,
    publish_by_review,
    publish_translation,
    revise,
    submit,
)

pytestmark = pytest.mark.django_db


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


def test_a_public_post_keeps_a_date(people):
    """Lists and archive go by it. Nothing is stored, whichever way it is emptied."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    url = reverse("editorial:facts", args=[post.pk])
    response = logged_in(people.editor).post(url, {"date": "", "facebook_url": ""})
    assert response.context["form"].errors["date"]
    with pytest.raises(Refusal):
        set_facts(fresh(post), people.editor, {"date": None})
    assert fresh(post).date == post.date
    assert Client().get("/fi/blogi/").status_code == 200


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


@pytest.mark.parametrize(
    ("address", "is_taken"),
    [
        ("https://www.facebook.com/groups/123456/", True),
        ("https://www.facebook.com/groups/kunta/posts/123/?mibextid=abc", True),
        ("https://facebook.com/groups/kunta/permalink/123", True),
        ("https://www.facebook.com/Kuntaliitto", True),
        ("https://www.facebook.com/Kuntaliitto/posts/pfbid02", True),
        ("https://www.facebook.com/share/p/1AbC/", True),
        ("https://m.facebook.com/story.php?story_fbid=1&id=2", True),
        ("https://www.facebook.com/permalink.php?story_fbid=1&id=2", True),
        ("https://www.facebook.com/l.php?u=https%3A%2F%2Fevil.example", False),
        ("https://www.facebook.com/l.php?u=evil.example", False),
        ("https://www.facebook.com/login/?next=x", False),
        ("https://www.facebook.com/sharer/sharer.php?u=x", False),
        ("https://www.facebook.com/dialog/share?href=x", False),
        ("https://www.facebook.com/v18.0/dialog/oauth?redirect_uri=x", False),
        ("https://www.facebook.com/groups/kunta/?next=https%253A%252F%252Fevil", False),
        ("https://www.facebook.com/groups/kunta/123/", True),
        ("https://www.facebook.com/Kunta/posts/n%C3%A4in-se-meni/123", True),
        ("https://www.facebook.com/groups/../l.php?u=evil.example", False),
        ("https://www.facebook.com/groups/%2E%2e/l.php?u=evil.example", False),
        ("https://www.facebook.com/groups/..%2Fl.php?u=evil.example", False),
        ("https://www.facebook.com/groups/..%5Cl.php?u=evil.example", False),
        ("https://www.facebook.com/groups/%252e%252e/l.php?u=evil.example", False),
        ("https://www.facebook.com/groups/..\\l.php?u=evil.example", False),
        ("https://www.facebook.com/groups/x/../../l.php?u=evil.example", False),
        ("https://www.facebook.com/L.PHP?u=evil.example", False),
        ("https://www.facebook.com@evil.example/groups/kunta/", False),
        ("https://www.facebook.com/", False),
        ("http://www.facebook.com/groups/kunta/", False),
        ("https://fb.me/abc", False),
    ],
)
def test_c11_the_facebook_address_leads_nowhere_else(people, address, is_taken):
    """C11: only to a post, a group or a page; addresses that lead on are refused."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    url = reverse("editorial:facts", args=[post.pk])
    data = {"date": "1.2.2026", "facebook_url": address}
    logged_in(people.editor).post(url, data)
    assert fresh(post).facebook_url == (address if is_taken else "")


def test_a_guests_new_post_names_the_guest(people):
    """The form for a new post has the guest's own profile as its author already."""
    author = make_author(user=people.writer)
    parent = index(BlogIndexPage)
    url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", parent.pk])
    client = logged_in(people.writer)
    data = form_data(form_on(client, url))
    assert data["bylines-0-author"] == str(author.pk)
    data |= {"title": "Uusi kirjoitus", "lead": "Ingressi", "body-count": "0"}
    assert client.post(url, data).status_code == 302
    from blog.models import BlogPage

    post = BlogPage.objects.get(title="Uusi kirjoitus")
    assert post.slug == "uusi-kirjoitus"
    assert [byline.name for byline in post.bylines.all()] == ["Maija Malli"]


def test_a_second_page_of_the_same_name_is_no_error(people):
    """Two posts, or two people, may be called alike: the second address ends in -2."""
    from tests.support.factories import AuthorIndexPage

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
        data = form_data(form_on(client, url)) | {"slug": ""} | fields
        if "blog" in model:
            data |= {"lead": "Ingressi", "body-count": "0"}
        assert client.post(url, data).status_code == 302
    slugs = set(Page.objects.values_list("slug", flat=True))
    assert {"uusi-kirjoitus", "uusi-kirjoitus-2", "ake-ohman-2"} <= slugs
    assert index(BlogIndexPage).get_children().count() == 3
    assert author.slug == "ake-ohman"


@pytest.mark.parametrize("slug", ["ilman-otsikkoa", "utan-rubrik-2", ""])
def test_the_address_of_a_draft_without_a_title_comes_from_the_title(people, slug):
    """Whatever an invitation called it, and also where somebody has emptied the field; what readers
    know stays."""
    post = make_post(people.writer, title="Ilman otsikkoa")
    client = logged_in(people.writer)
    for title in ("Kenen", "Kenen kunta?"):
        post_form(client, post, title=title, slug=slug)
    assert fresh(post).get_latest_revision_as_object().slug == "kenen-kunta"
    publish_by_review(post, people.writer, people.editor)
    post_form(logged_in(people.editor), fresh(post), title="Kenen maa?", slug="")
    assert fresh(post).get_latest_revision_as_object().slug == "kenen-kunta"


def test_a_guest_makes_their_own_profile(people):
    """A profile that a guest makes is theirs: it is tied to their account."""
    from tests.support.factories import AuthorIndexPage, AuthorPage

    parent = index(AuthorIndexPage)
    url = reverse("wagtailadmin_pages:add", args=["community", "authorpage", parent.pk])
    client = logged_in(people.writer)
    data = form_data(form_on(client, url))
    data |= {"given_name": "Åke", "family_name": "Öhman", "sector": "other"}
    assert client.post(url, data).status_code == 302
    author = AuthorPage.objects.get()
    assert (author.user, author.title, author.slug) == (
        people.writer,
        "Åke Öhman",
        "ake-ohman",
    )


def test_own_comments_on_somebodys_text_are_no_newer_version(people):
    """What the script saved of them stays its writer's version; “save” still carries the version that was
    opened, and is a conflict only with words."""
    post = make_post(people.writer)
    post_form(logged_in(people.writer), post)
    submit(post, people.writer)
    client = logged_in(people.editor)
    loaded = opened_form(client, post)
    said = {
        "comments-TOTAL_FORMS": "1",
        "comments-0-text": "Lyhyemmin?",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    json = {"Accept": "application/json"}
    assert client.post(edit_url(post), loaded | said, headers=json).json()["success"]
    assert fresh(post).latest_revision.user == people.writer
    assert client.post(edit_url(post), loaded).status_code == 302
    revise(post, people.editor2, title="Toisin")
    html = client.post(edit_url(post), loaded).content.decode()
    assert "on tallentanut uudemman version" in html
