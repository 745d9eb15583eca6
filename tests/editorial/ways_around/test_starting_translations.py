"""B1 to B3: what starting, syncing and giving up a translation would publish."""

import pytest
from django.urls import reverse

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
    fill_in,
    fresh,
    logged_in,
    public_state,
    publish,
    publish_translation,
    send,
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


def test_what_wagtail_refuses_is_said_in_the_persons_language(people, post):
    """Whatever the browser speaks: it answers outside its views."""
    url = reverse("wagtail_localize:submit_page_translation", args=[post.pk])
    browser = {"accept-language": "fi"}
    client = logged_in(people.translator)
    html = client.get(url, follow=True, headers=browser).content.decode()
    assert "Ledsen, du saknar" in html
