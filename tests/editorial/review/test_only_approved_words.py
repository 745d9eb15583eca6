"""Words that reach readers beside the text: names, credits, other pages' titles, files."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from blog.models import BlogPageTheme
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.review import decisions, submission
from tests.support import factories
from tests.support.factories import make_author, make_image, make_post, make_theme
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    post_form,
    publish_by_review,
    read,
    revise,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


def set_the_scene(people):
    image = make_image(people.writer, photographer="Kuvaaja")
    post = make_post(people.writer, hero_image=image, hero_alt="Vene")
    publish_by_review(post, people.writer, people.editor)
    return {"image": image}


def seen(page):
    return decisions.token_of_review(fresh(page))


def test_a_post_whose_author_has_no_name_is_not_sent(people):
    """A name filled in after the approval would be nobody's but the guest's."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    draft = fresh(post).get_latest_revision_as_object()
    byline = draft.bylines.first()
    byline.name = ""
    draft.bylines = [byline]
    super(type(draft), draft).save_revision(user=people.writer, clean=False)
    with pytest.raises(Refusal):
        submit(post, people.writer)


def test_publishing_takes_no_word_from_a_profile(people):
    """A profile that changes during the review is a conflict, and stays out when it is alone."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    revise(author, people.writer, given_name="Äänestä", job_title="minua")
    with pytest.raises(Conflict):
        approve(post, people.editor)
    submission.take_back(fresh(author), people.writer)
    approve(post, people.editor)
    text = read(post)[1]
    assert "Äänestä" not in text
    assert "minua" not in text


def test_saving_again_keeps_the_authors_name(people):
    """An editor's comma must not bring in, unseen, a name from the guest's draft profile."""
    author = make_author(user=people.writer)
    post = publish_by_review(
        make_post(people.writer, authors=[author]), people.writer, people.editor
    )
    revise(author, people.writer, given_name="Äänestä", family_name="Minua")
    revise(post, people.editor, lead="Pilkku, lisätty.")
    submit(post, people.editor)
    approve(post, people.writer, seen=seen(post))
    assert fresh(post).lead == "Pilkku, lisätty."
    assert [byline.name for byline in fresh(post).authors] == ["Maija Malli"]


@pytest.mark.parametrize("field", ["photographer", "description", "title", "licence"])
@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_words_on_a_reviewed_picture_stay(people, scene, name, field):
    """Readers see the credit and the alternative text: no one person changes them."""
    image = scene.image
    data = {
        "title": image.title,
        "description": image.description,
        "photographer": image.photographer,
        "licence": image.licence,
        "collection": image.collection_id,
    } | {field: "Yhden ihmisen sanat"}
    logged_in(getattr(people, name)).post(
        reverse("wagtailimages:edit", args=[image.pk]), data
    )
    image.refresh_from_db()
    assert getattr(image, field) != "Yhden ihmisen sanat"


def test_a_picture_that_comes_with_a_correction_is_relied_on_too(people):
    """From the moment the correction is saved its owner cannot change it."""
    image = make_image(people.writer2)
    post = make_post(people.writer)
    submit(post, people.writer)
    revise(post, people.editor, hero_image=image, hero_alt="Vene")
    image.photographer = "Salaa"
    with pytest.raises(Refusal):
        image.save()


def test_titles_of_closed_pages_are_not_shown(people):
    """A theme behind a log-in does not show on an open post."""
    theme = publish_by_review(
        make_theme("Salainen teema", saved_by=people.editor),
        people.editor,
        people.editor2,
    )
    post = make_post(people.writer)
    draft = post.get_latest_revision_as_object()
    draft.post_themes = [BlogPageTheme(theme=theme)]
    draft.save_revision(user=people.writer)
    publish_by_review(post, people.writer, people.editor)
    assert "Salainen teema" in read(post)[1]
    PageViewRestriction.objects.create(page=theme, restriction_type="login")
    assert "Salainen teema" not in read(post)[1]


def test_the_address_above_a_public_page_stays(people):
    """An unpublished parent's slug is part of its public child's address."""
    from home.models import HomePage, StandardPage

    home = factories.index(HomePage)
    parent, child = (StandardPage(title=title, live=False) for title in ("Ylä", "Ala"))
    home.add_child(instance=parent)
    parent.save_revision(user=people.editor)
    publish_by_review(parent, people.editor, people.editor2)
    parent.add_child(instance=child)
    child.save_revision(user=people.editor)
    child = publish_by_review(child, people.editor, people.editor2)
    client = logged_in(people.editor)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[parent.pk]))
    post_form(client, parent, slug="salaa")
    assert fresh(child).url == "/fi/yla/ala/"
    assert not fresh(parent).permissions_for_user(people.editor).can_move()


def test_a_document_is_not_public_before_its_page(people):
    """An uploaded file is for its owner and the editors until a public page shows it."""
    from django.core.files.base import ContentFile
    from wagtail.documents import get_document_model

    document = get_document_model().objects.create(
        title="Muistio",
        file=ContentFile(b"Muistio", name="muistio.txt"),
        uploaded_by_user=people.writer,
    )
    assert Client().get(document.url).status_code == 404
    assert logged_in(people.writer).get(document.url).status_code == 200
    assert logged_in(people.writer2).get(document.url).status_code == 404
    body = [("file", {"document": document, "title": "Lue muistio"})]
    post = make_post(people.writer, body=body)
    submit(post, people.writer)
    assert Client().get(document.url).status_code == 404
    approve(post, people.editor)
    assert Client().get(document.url).status_code == 200


def test_a_deleted_profile_leaves_the_posts_whole(people):
    """The name stays in the post, drafts included; only the link goes."""
    first, second = (
        make_author("Maija", name, saved_by=people.editor) for name in ("Yksi", "Kaksi")
    )
    post = publish_by_review(
        make_post(people.writer, authors=[first]), people.writer, people.editor
    )
    draft = fresh(post).get_latest_revision_as_object()
    draft.bylines = [*draft.bylines.all(), type(draft.bylines.first())(author=second)]
    draft.save_revision(user=people.writer)
    second.delete()
    draft = fresh(post).get_latest_revision_as_object()
    assert [byline.name for byline in draft.bylines.all()] == [
        "Maija Yksi",
        "Maija Kaksi",
    ]
    submit(post, people.writer)
    approve(post, people.editor)
    assert "Maija Kaksi" in read(post)[1]
