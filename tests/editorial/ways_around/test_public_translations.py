"""B2, B4 and B5: a public translation changes by a decision only."""

import pytest
from django.urls import reverse
from wagtail_localize.models import TranslationSource

from kdsite.editorial.page_kinds import translation_of
from tests.editorial.ways_around import steps
from tests.editorial.ways_around.steps import let_submit, try_to
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    public_state,
    publish_translation,
    revise,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    made = steps.set_the_scene(people)
    swedish = publish_translation(made["post"], people.translator, people.reviewer)
    return made | {"swedish": swedish}


@pytest.fixture
def swedish(scene):
    """The public Swedish translation of the post."""
    return scene.swedish


@pytest.mark.parametrize("publish_now", [True, False])
@pytest.mark.parametrize("name", ["editor", "translator", "admin"])
def test_b2_sync_translated_pages_changes_nothing(
    people, post, swedish, name, publish_now
):
    """B2, B2b: “Sync translated pages”, with and without “Publish immediately”."""
    person = getattr(people, name)
    let_submit(person)
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=swedish, restriction_type="login")
    revise(post, people.writer, title="Uusi otsikko")
    submit(post, people.writer)
    approve(post, people.editor)
    before = public_state(swedish)
    source = TranslationSource.objects.get_for_instance(post)
    url = reverse("wagtail_localize:update_translations", args=[source.pk])
    data = {"publish_translations": "on"} if publish_now else {}
    try_to(logged_in(person), "post", url, data)
    assert public_state(swedish) == before


@pytest.mark.parametrize("name", ["editor", "translator", "reviewer", "admin"])
def test_b4_the_translation_editors_publish_button(people, post, swedish, name):
    """B4: ``action=publish`` in the translation editor publishes nothing."""
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: f"ändrat {text}")
    before = public_state(swedish)
    try_to(
        logged_in(getattr(people, name)),
        "post",
        edit_url(swedish),
        {"action": "publish"},
    )
    assert public_state(swedish) == before


@pytest.mark.parametrize("publish_now", [True, False])
def test_b5_save_target_does_not_write_the_public_row(
    people, post, swedish, publish_now, django_capture_on_commit_callbacks
):
    """B5: ``Translation.save_target`` makes a draft, whatever it is asked for."""
    record = translation_of(swedish)
    fill_in(record, people.translator, words=lambda text: f"ändrat {text}")
    before = public_state(swedish)
    with django_capture_on_commit_callbacks(execute=True):
        record.save_target(user=people.admin, publish=publish_now)
    assert public_state(swedish) == before
    assert fresh(swedish).get_latest_revision_as_object().title.startswith("ändrat")
