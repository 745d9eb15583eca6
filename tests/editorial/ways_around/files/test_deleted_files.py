"""A picture or document that readers see, or are about to, is deleted by nobody: not one by one, not in
bulk, whoever asks."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from kdsite.images.models import SiteImage
from tests.support.factories import make_image, make_post
from tests.support.helpers import (
    approve,
    logged_in,
    make_slot,
    publish,
    revise,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


def post_with(people, image, title="Silta"):
    return make_post(people.writer, title, hero_image=image, hero_alt="Silta")


def delete(user, *images):
    """One by one, then in bulk; returns what the last answer says."""
    client = logged_in(user)
    for image in images:
        client.post(reverse("wagtailimages:delete", args=[image.pk]))
    url = reverse("wagtail_bulk_action", args=["kdsite", "siteimage", "delete"])
    ids = "&".join(f"id={image.pk}" for image in images)
    return client.post(f"{url}?{ids}", follow=True).content.decode()


def is_there(image):
    return SiteImage.objects.filter(pk=image.pk).exists()


def in_review(people, post):
    submit(post, people.writer)


def waiting(people, post):
    make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)


def public(people, post):
    publish(post, people.writer, people.editor)


def public_with_a_newer_draft(people, post):
    publish(post, people.writer, people.editor)
    revise(post, people.writer, hero_image=None, hero_alt="")


@pytest.mark.parametrize("name", ["editor", "admin"])
@pytest.mark.parametrize(
    "state", [in_review, waiting, public, public_with_a_newer_draft]
)
def test_what_a_page_shows_stays(people, state, name):
    """And the sentence says which page that is."""
    image = make_image(people.writer)
    state(people, post_with(people, image))
    html = delete(getattr(people, name), image)
    assert is_there(image)
    assert "Silta" in html
    assert "Ei poistettu" in html


def test_what_no_page_shows_any_more_may_go(people):
    """A draft that was never sent, and a page that was taken down or changed."""
    unsent, down, changed = (
        make_image(people.writer, c) for c in ("red", "green", "navy")
    )
    post_with(people, unsent, "Luonnos")
    page = publish(post_with(people, down, "Alas"), people.writer, people.editor)
    page.unpublish()
    page = publish(post_with(people, changed, "Muutettu"), people.writer, people.editor)
    revise(page, people.writer, hero_image=None, hero_alt="")
    publish(page, people.writer, people.editor)
    delete(people.editor, unsent, down, changed)
    assert not any(is_there(image) for image in (unsent, down, changed))


def test_one_of_several_keeps_its_own(people):
    """In bulk: what a page shows stays, and nothing is half done."""
    image, other = make_image(people.writer), make_image(people.writer, "red")
    public(people, post_with(people, image))
    url = reverse("wagtail_bulk_action", args=["kdsite", "siteimage", "delete"])
    client = logged_in(people.editor)
    client.post(f"{url}?id={other.pk}&id={image.pk}", follow=True)
    assert is_there(image)


def test_a_document_stays_too(people):
    document = get_document_model().objects.create(
        title="Ohje",
        file=ContentFile(b"x", name="x.txt"),
        uploaded_by_user=people.writer,
    )
    body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Ohje</a></p>')]
    public(people, make_post(people.writer, body=body))
    logged_in(people.editor).post(reverse("wagtaildocs:delete", args=[document.pk]))
    assert get_document_model().objects.filter(pk=document.pk).exists()
