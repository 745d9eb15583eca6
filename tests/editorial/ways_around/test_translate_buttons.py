"""B1 to B5: what wagtail-localize's buttons and records would publish."""

import pytest
from django.urls import reverse
from wagtail_localize.models import TranslationSource

from kdsite.editorial.page_kinds import translation_of
from tests.editorial.ways_around.steps import (
    MARKER,
    let_submit,
    set_the_scene,
    translations_of,
    try_to,
)
from tests.support import factories
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    public_state,
    publish,
    publish_translation,
    revise,
    send,
    submit,
    translate,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["writer", "writer2", "editor", "translator", "admin"])
def test_b1_translate_this_page_publishes_nothing(people, post, sv, name):
    """B1: Finnish does not go live under /sv/ by pressing “Translate this page”."""
    person = getattr(people, name)
    let_submit(person)
    url = reverse("wagtail_localize:submit_page_translation", args=[post.pk])
    try_to(logged_in(person), "post", url, {"locales": [sv.pk]})
    assert not translations_of(post).filter(live=True).exists()


@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_b1b_another_writers_draft_is_not_shown_or_translated(people, sv, name):
    """B1b: neither the title nor a Swedish draft of somebody else's draft."""
    person = getattr(people, name)
    let_submit(person)
    draft = make_post(people.writer, title=MARKER)
    url = reverse("wagtail_localize:submit_page_translation", args=[draft.pk])
    client = logged_in(person)
    assert MARKER not in client.get(url, follow=True).content.decode()
    try_to(client, "post", url, {"locales": [sv.pk]})
    assert not translations_of(draft).exists()


@pytest.mark.parametrize("name", ["translator", "admin"])
def test_b1c_no_parent_becomes_a_live_alias(people, sv, name):
    """B1c: below a page without a translation nothing is made live on the way."""
    person = getattr(people, name)
    let_submit(person)
    home = factories.index(factories.BlogIndexPage).get_parent().specific
    from home.models import StandardPage

    parent, child = (StandardPage(title=title, live=False) for title in ("Ylä", "Ala"))
    home.add_child(instance=parent)
    parent.save_revision(user=people.writer)
    publish(parent, people.writer, people.editor)
    parent.add_child(instance=child)
    child.save_revision(user=people.writer)
    publish(child, people.writer, people.editor)
    url = reverse("wagtail_localize:submit_page_translation", args=[child.pk])
    try_to(logged_in(person), "post", url, {"locales": [sv.pk]})
    assert not translations_of(parent).exists()
    assert not translations_of(child).exists()


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


def test_b2_sync_does_not_cancel_a_review(people, post):
    """B2: a draft translation in review stays there, a draft."""
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    url = reverse("wagtail_localize:update_translations", args=[record.source_id])
    for person in (people.translator, people.admin):
        let_submit(person)
        try_to(logged_in(person), "post", url, {"publish_translations": "on"})
    assert not fresh(target).live
    assert fresh(target).workflow_in_progress


@pytest.mark.parametrize("name", ["editor", "translator", "admin"])
@pytest.mark.parametrize("live", [True, False])
def test_b3_convert_to_alias_replaces_nothing(people, post, name, live):
    """B3: live Swedish is not replaced by Finnish, and a draft does not go live."""
    if live:
        target = publish_translation(post, people.translator, people.reviewer)
    else:
        target, _record = translate(post, people.translator)
    before = public_state(target)
    url = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
    try_to(logged_in(getattr(people, name)), "post", url)
    assert public_state(target) == before
    assert translation_of(target)


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
