"""What a post keeps: its date, its authors as they were, one question, words for its picture."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from blog.models import BlogPage
from tests.support.factories import make_author, make_image, make_post, make_question
from tests.support.helpers import (
    approve,
    fresh,
    publish,
    publish_by_review,
    read,
    revise,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_the_date_is_that_of_the_first_publication(people):
    """Set once; a later version does not change it."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    assert post.date == timezone.localdate()
    BlogPage.objects.filter(pk=post.pk).update(date=datetime.date(2026, 1, 13))
    revise(post, people.writer, title="Uusi")
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).date == datetime.date(2026, 1, 13)


def test_an_imported_text_keeps_its_date(people):
    """The byline's date stays where an importer has set it."""
    post = make_post(people.writer, date=datetime.date(2018, 6, 5))
    assert publish(post, people.writer, people.editor).date == datetime.date(2018, 6, 5)


def test_authors_keep_the_position_that_they_had(people):
    """A later change of the profile does not rewrite the post."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    post = publish(post, people.writer, people.editor)
    revise(author, people.writer, job_title="kunnanjohtaja", family_name="Toinen")
    submit(author, people.writer)
    approve(author, people.editor)
    byline = fresh(post).authors[0]
    assert (byline.name, byline.job_title) == ("Maija Malli", "valtuutettu")
    assert "kunnanjohtaja" not in read(post)[1]


def test_an_author_without_a_public_profile_has_no_link(people):
    """The name is shown; nothing links to a page that does not exist for readers."""
    author = make_author(saved_by=people.editor)
    post = publish_by_review(
        make_post(people.writer, authors=[author]), people.editor2, people.editor
    )
    text = read(post)[1]
    assert "Maija Malli" in text
    assert "/kirjoittajat/maija-malli/" not in text
    approve(author, people.editor2)
    assert "/kirjoittajat/maija-malli/" in read(post)[1]


def test_words_of_an_unpublished_profile_are_not_shown(people):
    """What the writer changes in a draft profile after approval reaches no reader."""
    author = make_author(user=people.writer)
    post = publish(
        make_post(people.writer, authors=[author]), people.writer, people.editor
    )
    revise(author, people.writer, given_name="Hyväksymätön", job_title="väärä")
    text = read(post)[1]
    assert "Hyväksymätön" not in text
    assert "väärä" not in text


def test_a_post_asks_one_question(people):
    """Either the question of the month or its own."""
    question = make_question(datetime.date(2026, 11, 1), saved_by=people.editor)
    post = make_post(people.writer, own_question="Oma?")
    post.question = question
    with pytest.raises(ValidationError):
        post.clean()


def test_a_picture_needs_an_alternative_text(people):
    """A hero image without words for it does not pass."""
    with pytest.raises(ValidationError) as caught:
        make_post(people.writer, hero_image=make_image(people.writer))
    assert "hero_alt" in caught.value.message_dict


def test_the_review_says_where_two_profiles_have_one_name(people):
    """A file names somebody whose profile its writer cannot see, and makes another one; the versions of
    one profile are one."""
    own = make_author("Veikko", "Vieras", user=people.writer2, saved_by=people.writer2)
    post = make_post(people.writer, authors=[own])
    sentence = "Toisenkin esittelyn nimi on Veikko Vieras"
    assert not any(sentence in fact for fact in post.review_facts())
    other = make_author("Veikko", "vieras", saved_by=people.writer)
    post = make_post(people.writer, title="Toinen", authors=[other])
    assert sum(sentence in fact for fact in post.review_facts()) == 1
