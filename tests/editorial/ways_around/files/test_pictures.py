"""B15: files that readers see are not changed by one person."""

import os

import pytest
from django.urls import reverse

from kdsite.editorial.exceptions import NotApproved
from kdsite.editorial.private_links import links
from tests.editorial.private_links.steps import press, seen
from tests.editorial.ways_around.steps import set_the_scene, try_to
from tests.support import factories
from tests.support.factories import make_author, make_image, make_post
from tests.support.helpers import approve, fresh, logged_in, publish, submit

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b15_a_published_picture_keeps_its_file(people, name):
    """B15: nobody puts another file under a picture that a published page shows."""
    image = make_image(people.writer)
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    publish(post, people.writer, people.editor)
    before = image.file.name
    response = logged_in(getattr(people, name)).post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": "Vaihdettu",
            "file": factories.picture("red"),
            "collection": image.collection_id,
        },
    )
    assert response.status_code in (200, 302, 403)
    image.refresh_from_db()
    assert image.file.name == before


@pytest.mark.parametrize("stage", ["in review", "public"])
def test_b15_a_writer_does_not_delete_a_picture_that_others_rely_on(people, stage):
    """B15: from the moment it is submitted the picture is the editors'."""
    image = make_image(people.writer)
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    submit(post, people.writer)
    if stage == "public":
        approve(post, people.editor)
    url = reverse("wagtailimages:delete", args=[image.pk])
    try_to(logged_in(people.writer), "post", url)
    image.refresh_from_db()
    assert image.pk
    assert fresh(post).get_latest_revision_as_object().hero_image_id == image.pk


def test_b15_writers_choose_only_their_own_pictures(people):
    """B15: the chooser offers a writer what the writer uploaded."""
    make_image(people.writer, "navy")
    make_image(people.writer2, "red")
    page = (
        logged_in(people.writer)
        .get(reverse("wagtailimages_chooser:choose_results"))
        .content.decode()
    )
    assert "navy" in page
    assert "red.jpg" not in page
    assert 'alt="red' not in page


def test_c8_a_focal_point_is_not_moved_under_what_readers_see(people):
    """C8: every crop of the picture, and the one that is shared, would change at once."""
    image = make_image(people.writer)
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    publish(post, people.writer, people.editor)
    response = logged_in(people.editor).post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": image.title,
            "description": image.description,
            "photographer": image.photographer,
            "licence": image.licence,
            "collection": image.collection_id,
            "focal_point_x": "10",
            "focal_point_y": "10",
            "focal_point_width": "50",
            "focal_point_height": "50",
        },
        follow=True,
    )
    assert "uutena kuvana" in response.content.decode()
    image.refresh_from_db()
    assert image.focal_point_x is None


def test_c2_a_picture_stays_as_the_author_saw_it(people):
    """C2: the author has said “fine as it is” to the draft before it is sent for review."""
    image = make_image(people.editor)
    author = make_author("Maija", "Malli")
    post = make_post(people.editor, authors=[author], hero_image=image, hero_alt="Vene")
    press(links.send(post, people.editor, "m@example.org", "fi", author_id=author.pk))
    logged_in(people.editor).post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": image.title,
            "photographer": "Joku muu",
            "licence": image.licence,
            "file": factories.picture("red"),
            "collection": image.collection_id,
        },
    )
    before = image.file.name
    image.refresh_from_db()
    assert (image.file.name, image.photographer) == (before, "")


@pytest.mark.parametrize("change", ["file", "photographer", "focal point"])
def test_c2_a_picture_that_was_changed_while_the_author_read(people, change):
    """C2: the answer is to what the form showed, and the picture is another one by now."""
    image = make_image(people.editor)
    author = make_author("Maija", "Malli")
    post = make_post(people.editor, authors=[author], hero_image=image, hero_alt="Vene")
    link = links.send(post, people.editor, "m@example.org", "fi", author_id=author.pk)
    shown = seen(post)
    if change == "file":
        image.file = factories.picture("red")
        image.file_hash = ""
        image._set_file_hash()
    elif change == "photographer":
        image.photographer = "Joku muu"
    else:
        image.focal_point_x = image.focal_point_y = 10
    image.save()
    response = press(link, seen=shown)
    assert response.status_code == 409
    submit(post, people.editor)
    assert not fresh(post).live


def test_a_file_that_somebody_puts_on_the_disk_is_not_the_one_that_was_approved(people):
    """The door asks for the files as they are then; one that is gone stops no words."""
    image = make_image(people.writer)
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    submit(post, people.writer)
    whole = image.file.storage.path(image.file.name)
    with open(whole, "wb") as file:
        file.write(factories.picture("red").read())
    with pytest.raises(NotApproved, match="navy"):
        approve(post, people.editor)
    assert not fresh(post).live
    os.unlink(whole)
    approve(post, people.editor)
    assert fresh(post).live
