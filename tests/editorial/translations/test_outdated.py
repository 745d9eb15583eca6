"""Which translations are behind, and what changed."""

import datetime

import pytest
from wagtail.blocks import StreamValue
from wagtail.models import Page

from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from kdsite.editorial.texts.outdated import is_outdated, outdated_for, outdated_ids
from kdsite.editorial.texts.string_changes import Change, How, changed_strings
from kdsite.editorial.translations.comparison import Comparison
from tests.editorial.translations.public_in_both import change, set_the_scene
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    make_slot,
    publish,
    publish_by_review,
    publish_translation_by_review,
    read,
    revise,
    send,
    submit,
    translate,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(scene):
    """A public original with a hero picture and two paragraphs."""
    return scene.post


@pytest.fixture
def swedish(scene):
    """Its public translation."""
    return scene.swedish


def test_a_translation_is_behind_once_the_change_is_public(people, post, swedish):
    """A draft of a change makes nothing behind; its publication does."""
    assert not is_outdated(swedish)
    revise(post, people.writer, title="Eri suuntiin")
    assert not is_outdated(swedish)
    submit(post, people.writer)
    assert not is_outdated(swedish)
    approve(post, people.editor)
    assert is_outdated(swedish)
    assert not is_outdated(post)
    assert list(outdated_for(people.editor)) == [Page.objects.get(pk=swedish.pk)]
    assert list(outdated_for(people.translator)) == [Page.objects.get(pk=swedish.pk)]


def test_it_is_current_again_when_the_new_translation_is_public(people, post, swedish):
    """Bringing it up to date is not enough: readers see the old words until then."""
    change(post, people, title="Eri suuntiin")
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: f"ny {text}")
    send(record, people.translator)
    assert is_outdated(swedish)
    approve(swedish, people.reviewer)
    assert not is_outdated(swedish)


def test_it_is_current_again_when_the_original_is_changed_back(people, post, swedish):
    """What counts is words, not dates."""
    change(post, people, title="Eri suuntiin")
    change(post, people, title="Samaan suuntaan")
    assert not is_outdated(swedish)


def _date(draft, people):
    draft.date = datetime.date(2026, 1, 13)


def _slug(draft, people):
    draft.slug = "uusi-osoite"


@pytest.mark.parametrize("make", [_date, _slug])
def test_what_a_translation_has_of_its_own_does_not_count(people, post, swedish, make):
    """Neither a date, which is a fact of both, nor an address."""
    draft = fresh(post).get_latest_revision_as_object()
    make(draft, people)
    draft.save_revision(user=people.editor)
    publish_by_review(post, people.editor, people.editor2)
    assert not is_outdated(swedish)


def test_the_order_of_paragraphs_counts(people, post, swedish):
    """The same words in another order are another text."""
    body = fresh(post).body
    turned = StreamValue(body.stream_block, [*body.raw_data][::-1], is_lazy=True)
    change(post, people, body=turned)
    assert is_outdated(swedish)


def test_a_translation_that_waits_is_behind_too(people):
    """Approved for the same slot, and then the original was changed."""
    post = make_post(people.writer)
    make_slot(post)
    publish_by_review(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    assert not is_outdated(target)
    take_back_to_draft(post, people.editor)
    change(post, people, title="Eri suuntiin")
    assert is_outdated(target)


def test_a_started_translation_is_behind_too(people):
    """Nobody finishes a translation of words that are gone."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    target, _record = translate(post, people.translator)
    assert not is_outdated(target)
    change(post, people, title="Eri suuntiin")
    assert is_outdated(target)
    translate(post, people.translator)
    assert not is_outdated(target)


def test_a_list_costs_one_query(people, post, swedish, django_assert_num_queries):
    """However many pages there are."""
    change(post, people, title="Eri suuntiin")
    pages = list(Page.objects.all())
    with django_assert_num_queries(1):
        assert outdated_ids(pages) == {swedish.pk}


def test_links_in_a_translation_lead_to_pages_of_its_language(people):
    """Where the linked page has a public version in it; until then to the original."""
    other = publish_by_review(
        make_post(people.writer, title="Toinen"), people.writer, people.editor
    )
    link = f'<p>Lue <a linktype="page" id="{other.pk}">toinen</a>.</p>'
    post = make_post(people.writer, title="Linkit", body=[("paragraph", link)])
    post = publish_by_review(post, people.writer, people.editor)
    swedish = publish_translation_by_review(post, people.translator, people.reviewer)
    assert f'href="{other.url}"' in read(swedish)[1]
    translated = publish_translation_by_review(
        other, people.translator, people.reviewer
    )
    assert f'href="{translated.url}"' in read(swedish)[1]
    assert f'href="{other.url}"' in read(post)[1]


def test_strings_that_differ():
    """Changed, added, removed and moved, also inside one block; the rest is left out."""
    old = [["title", "A"], ["body.1", "one"], ["body.1", "two"], ["body.2", "three"]]
    said = [[path, f"sv {text}"] for path, text in old]
    assert changed_strings(old, old, said) == []
    new = [["title", "B"], *old[1:]]
    assert changed_strings(old, new, said) == [
        Change(How.CHANGED, "title", "A", "B", "sv A")
    ]
    assert changed_strings(old, old[:2] + old[3:], said) == [
        Change(How.REMOVED, "body.1", "two", "", "sv two")
    ]
    assert changed_strings(old, [*old, ["body.3", "four"]], said) == [
        Change(How.ADDED, "body.3", "", "four", "")
    ]
    swapped = [old[0], old[3], old[1], old[2]]
    assert {c.how for c in changed_strings(old, swapped, said)} == {How.MOVED}
    inside = [old[0], old[2], old[1], old[3]]
    assert [(c.how, c.present) for c in changed_strings(old, inside, said)] == [
        (How.MOVED, f"sv {changed_strings(old, inside)[0].now}")
    ]


def test_a_title_that_the_profile_has_got_since_is_not_the_posts(people):
    """Neither in the translation's byline, in the original's language, nor as a change."""
    author = make_author(user=people.writer, job_title="", organisation="")
    publish(author, people.writer, people.editor)
    post = make_post(people.writer, "Lautta", authors=[author])
    post = publish(post, people.writer, people.editor)
    revise(author, people.writer, job_title="kunnanjohtaja")
    publish(author, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    assert not is_outdated(fresh(target))
    assert Comparison(fresh(target)).changes == []
    send(record, people.translator)
    approve(target, people.reviewer)
    assert [byline.job_title for byline in fresh(target).bylines.all()] == [""]
    assert "kunnanjohtaja" not in read(target)[1]
