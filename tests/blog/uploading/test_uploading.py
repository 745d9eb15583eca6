"""A guest brings a file, sees what was found in it, and gets a draft."""

import pytest
from django.urls import reverse

from blog.invitations import services
from blog.models import BlogIndexPage, BlogPage, UploadedFile
from blog.uploading.empty_drafts import is_empty
from community.models import AuthorPage
from tests.blog.uploading.bringing import bring
from tests.support.factories import index, make_author
from tests.support.forms.undrawn import form_on
from tests.support.helpers import edit_url, fresh, logged_in, make_slot, revise

pytestmark = pytest.mark.django_db


def test_nothing_is_made_before_it_is_confirmed(people):
    """The upload alone makes no page, no profile and no picture."""
    client = logged_in(people.writer)
    response = bring(client)
    assert response.status_code == 302
    page = client.get(response["Location"]).content.decode()
    assert "Yhteinen pöytä" in page
    assert "Kenen viereen sinä istuisit?" in page
    assert "Maija Malli, valtuutettu, Mallilan kaupunki" in page
    assert not BlogPage.objects.exists()
    assert not AuthorPage.objects.exists()


def test_what_is_confirmed_becomes_a_draft(people):
    """Title, lead, author, question and the picture's words as the guest has said them."""
    make_author("Maija", "Malli", user=people.writer)
    client = logged_in(people.writer)
    url = bring(client)["Location"]
    response = client.post(
        url,
        {
            "title": "Sama pöytä",
            "lead": "Miksi istua yhdessä.",
            "author-0": "on",
            "question": "on",
            "alt-0": "Pitkä pöytä",
        },
    )
    post = BlogPage.objects.get()
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert (post.title, post.lead, post.owner) == (
        "Sama pöytä",
        "Miksi istua yhdessä.",
        people.writer,
    )
    assert post.own_question == "Kenen viereen sinä istuisit?"
    assert AuthorPage.objects.count() == 1
    images = [
        block.value["image"] for block in post.body if block.block_type == "image"
    ]
    assert [image.contextual_alt_text for image in images] == ["Pitkä pöytä"]
    assert not post.live
    assert not UploadedFile.objects.exists()


def test_what_is_not_confirmed_stays_out(people):
    """An author or a question without its tick is not taken."""
    client = logged_in(people.writer)
    client.post(bring(client)["Location"], {"title": "Sama pöytä"})
    post = BlogPage.objects.get()
    assert post.own_question == ""
    assert not post.bylines.exists()


def test_a_bad_file_is_one_sentence_beside_it(people):
    """Nothing is kept of it."""
    response = bring(logged_in(people.writer), b"ei Word-tiedosto")
    assert response.status_code == 200
    assert len(response.context["form"].errors["file"]) == 1
    assert not UploadedFile.objects.exists()


def test_a_brought_file_is_only_its_owners(people):
    """Nobody else opens it, not even by its number."""
    url = bring(logged_in(people.writer))["Location"]
    for person in (people.writer2, people.editor, people.admin):
        response = logged_in(person).get(url, follow=True)
        assert "Yhteinen pöytä" not in response.content.decode()


def test_who_writes_no_posts_brings_none(people):
    """The Swedish team translates; it has no button and no address."""
    client = logged_in(people.translator)
    assert reverse("upload") not in client.get("/admin/").content.decode()
    assert client.get(reverse("upload")).status_code == 302
    assert reverse("upload") in logged_in(people.writer).get("/admin/").content.decode()


def test_markup_in_a_file_is_not_run(people):
    """What the importer lets through is text."""
    html = b"<h1>Otsikko</h1><p>Teksti<script>alert(1)</script> <b onclick='x'>jatkuu</b>.</p>"
    client = logged_in(people.writer)
    page = client.get(bring(client, html, "teksti.html")["Location"]).content.decode()
    text = page[page.index('class="uploaded-text"') :]
    assert "alert(1)" not in text.split("</section>")[0]
    assert "onclick" not in text.split("</section>")[0]


def test_it_is_found_in_the_explorer_and_on_the_front_page(people):
    client = logged_in(people.writer)
    blog = reverse("wagtailadmin_explore", args=[index(BlogIndexPage).pk])
    for address in (blog, "/admin/"):
        assert reverse("upload") in client.get(address).content.decode()


def invited(people, **slot):
    """A guest with an empty draft in a slot; their account and the draft."""
    invitation = services.invite(
        people.editor,
        "Maija",
        "Malli",
        "maija@example.fi",
        "fi",
        slot=make_slot(**slot),
    )
    return invitation.user, BlogPage.objects.get()


def test_a_file_fills_the_empty_draft_of_ones_slot(people):
    """The guest's draft keeps its slot and its author; nothing new is made beside it."""
    guest, draft = invited(people, days=30)
    client = logged_in(guest)
    editor = client.get(edit_url(draft)).content.decode()
    assert reverse("upload") in editor
    url = bring(client)["Location"]
    form = form_on(client, url)
    assert form["into"].value() == str(draft.pk)
    changes = {"title": "Sama pöytä", "author-0": "on", "question": "on"}
    client.post(url, changes | {"into": str(draft.pk), "alt-0": "Pitkä pöytä"})
    post = fresh(draft).get_latest_revision_as_object()
    assert BlogPage.objects.count() == 1
    assert (post.title, post.slug, post.owner) == ("Sama pöytä", "sama-poyta", guest)
    assert post.slot
    assert [byline.name for byline in post.bylines.all()] == ["Maija Malli"]
    assert post.bylines.first().organisation == "Mallilan kaupunki"
    assert AuthorPage.objects.count() == 1
    assert post.own_question == "Kenen viereen sinä istuisit?"
    assert post.latest_revision.user == guest
    assert reverse("upload") not in client.get(edit_url(draft)).content.decode()


def test_a_file_can_become_a_draft_beside_the_empty_one(people):
    """Whoever chooses so, and whoever has written into the draft already."""
    guest, draft = invited(people, days=30)
    client = logged_in(guest)
    url = bring(client)["Location"]
    client.post(url, {"title": "Toinen teksti", "into": ""})
    assert BlogPage.objects.count() == 2
    assert is_empty(fresh(draft))


def test_a_draft_that_was_written_meanwhile_is_not_overwritten(people):
    """It is no choice any more: the file becomes a draft beside it."""
    guest, draft = invited(people, days=30)
    client = logged_in(guest)
    url = bring(client)["Location"]
    revise(draft, guest, lead="Kirjoitin jo itse.")
    client.post(url, {"title": "Sama pöytä", "into": str(draft.pk)})
    assert fresh(draft).get_latest_revision_as_object().lead == "Kirjoitin jo itse."
    assert BlogPage.objects.count() == 2


@pytest.mark.parametrize("depth", [*range(54, 84, 6), 20_000])
def test_a_text_in_a_text_without_end(people, depth):
    """However deep: it is read, or refused in words."""
    client = logged_in(people.writer)
    response = bring(client, f"# o\n{'>' * depth} x".encode(), "teksti.md")
    if response.status_code == 302:
        response = client.get(response["Location"])
        assert response.status_code == 200
        assert "o" in response.context["recognised"].title
    else:
        assert "liian monimutkainen" in response.content.decode()
