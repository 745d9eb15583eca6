"""The second reading speaks of what goes out with the page as well: what is other there stands beside
it, and the first sentence is true of both."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import BlogPageAuthor
from tests.editorial.approvers.test_second_reading import look_at, set_the_scene
from tests.support.factories import make_author
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    make_slot,
    revise,
    submit,
)

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

NEITHER = "Sivu ja se, mikä julkaistaan samalla, eivät ole muuttuneet"
NOT_THE_PAGE = "Sivulla ei ole sen jälkeen muuttunut mikään."
READ_ALSO = "Lue myös se, mikä julkaistaan samalla:"


def along(response):
    """The only page that goes out with the one on the screen."""
    (found,) = response.context["companions"]
    return found


def first_part(html):
    """What stands before the page itself."""
    return html.partition('id="as-readers"')[0]


def test_words_of_a_profile_that_have_changed(people, scene):
    """They are shown beside it, also on a second look; the first sentence leads to them."""
    revise(scene.author, people.writer, biography="<p>Kirjoittaa Mallilasta.</p>")
    submit(scene.post, people.writer)
    for _again in range(2):
        response = look_at(scene.post, people.editor)
        (difference,) = along(response).differences
        assert "Mallilasta" in difference.shown
        html = response.content.decode()
        assert NOT_THE_PAGE in first_part(html)
        assert READ_ALSO in first_part(html)
        assert f'href="#companion-{scene.author.pk}"' in first_part(html)
        assert "se on muuttunut sen jälkeen" in first_part(html)
        beside = html.partition(f'id="companion-{scene.author.pk}"')[2]
        assert "Mallilasta" in beside.partition("<iframe")[0]
    # Whoever has seen nothing reads the whole.
    assert along(look_at(scene.post, people.editor2)).differences is None


def test_nothing_has_changed_anywhere(people, scene):
    """Only then the first sentence says so of both."""
    submit(scene.post, people.writer)
    response = look_at(scene.post, people.editor)
    assert along(response).differences == []
    assert NEITHER in first_part(response.content.decode())
    assert READ_ALSO not in response.content.decode()


@pytest.mark.parametrize("page", ["post", "author"])
def test_words_that_neither_shows(people, scene, page):
    """They are changes, too."""
    revise(getattr(scene, page), people.writer, search_description="Uusi kuvaus.")
    submit(scene.post, people.writer)
    html = look_at(scene.post, people.editor).content.decode()
    assert NEITHER not in html
    assert NOT_THE_PAGE in html
    assert (READ_ALSO in html) == (page == "author")


def test_a_profile_that_is_new_to_the_reviewer(people, scene):
    """It is named above, with what has changed on the page, and shown whole."""
    other = make_author("Matti", "Meikä", saved_by=people.editor2)
    draft = fresh(scene.post).get_latest_revision_as_object()
    draft.bylines.add(BlogPageAuthor(author=other))
    draft.save_revision(user=people.writer)
    submit(scene.post, people.editor2)
    response = look_at(scene.post, people.editor)
    shown = {each.page.pk: each for each in response.context["companions"]}
    assert shown[other.pk].differences is None
    assert shown[scene.author.pk].differences == []
    part = first_part(response.content.decode())
    assert f'href="#companion-{other.pk}"' in part
    assert f'href="#companion-{scene.author.pk}"' not in part
    assert "et ole nähnyt sitä aiemmin" in part


def test_made_a_draft_again_before_its_time(people, scene):
    """The same where it was approved already: who approved it is told what is other now."""
    submit(scene.post, people.writer)
    make_slot(scene.post)
    look_at(scene.post, people.editor)
    approve(scene.post, people.editor)
    back = reverse("editorial:back_to_draft", args=[scene.post.pk])
    logged_in(people.editor2).post(back)
    revise(scene.author, people.writer, biography="<p>Kirjoittaa Mallilasta.</p>")
    submit(scene.post, people.writer)
    response = look_at(scene.post, people.editor)
    assert [each.page.pk for each in response.context["to_read_along"]] == [
        scene.author.pk
    ]


def test_what_the_second_reading_asks_the_database(people, scene):
    """A few questions more than the first: the versions that were seen, and what they name."""
    revise(scene.author, people.writer, biography="<p>Kirjoittaa Mallilasta.</p>")
    submit(scene.post, people.writer)
    url = reverse("editorial:review", args=[scene.post.pk])
    counts = []
    for reviewer in (people.editor2, people.editor):
        client = logged_in(reviewer)
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    first, second = counts
    assert second <= first + 12, counts
