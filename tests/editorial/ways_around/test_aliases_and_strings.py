"""B6 to B9 and B14: aliases, trees that follow each other, snippets, and strings of a translation."""

import json

import pytest
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    LocaleSynchronization,
    OverridableSegment,
    StringSegment,
    StringTranslation,
    Translation,
)

from home.create_site import groups
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.translations.overtaken import token_of
from tests.editorial.ways_around.steps import (
    let_submit,
    set_the_scene,
    translations_of,
    try_to,
)
from tests.support import factories
from tests.support.factories import make_post
from tests.support.helpers import (
    edit_url,
    fill_in,
    fresh,
    logged_in,
    public_state,
    publish,
    send,
    task_state,
    translate,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


def test_b6_tree_sync_cannot_be_turned_on(people, sv):
    """B6: no alias goes live with every new page."""
    fi = Locale.objects.get(language_code="fi")
    with pytest.raises(Refusal):
        LocaleSynchronization.objects.create(locale=sv, sync_from=fi)
    from wagtail_localize.synctree import synchronize_tree

    post = publish(make_post(people.writer), people.writer, people.editor)
    with pytest.raises(Refusal):
        synchronize_tree(fi, sv)
    assert not translations_of(post).exists()


@pytest.mark.parametrize("name", ["translator", "admin"])
def test_b7_there_are_no_aliases_to_translate(people, post, sv, name):
    """B7: an alias cannot be made, by code or by the admin, so none can stay live in Finnish."""
    with pytest.raises(Refusal):
        CreatePageAliasAction(post, update_slug="toinen").execute(
            skip_permission_checks=True
        )
    with pytest.raises(Refusal):
        post.copy_for_translation(sv, alias=True)
    url = reverse("wagtailadmin_pages:copy", args=[post.pk])
    try_to(
        logged_in(getattr(people, name)),
        "post",
        url,
        {
            "new_title": "Alias",
            "new_slug": "alias",
            "new_parent_page": post.get_parent().pk,
            "alias": "on",
        },
    )
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_b8_no_snippet_is_translatable():
    """B8: what needs approval is a page; nothing else can be switched live by translating."""
    from django.apps import apps
    from wagtail.models import TranslatableMixin
    from wagtail.snippets.models import get_snippet_models

    assert not [m for m in get_snippet_models() if issubclass(m, TranslatableMixin)]
    loose = [
        model
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin) and not issubclass(model, Page)
    ]
    # Only children of pages, which live and are approved with them.
    from modelcluster.fields import ParentalKey

    for model in loose:
        assert any(isinstance(field, ParentalKey) for field in model._meta.fields)


@pytest.mark.parametrize("name", ["translator", "editor", "admin"])
def test_b8_snippet_addresses_are_closed(people, post, sv, name):
    """B8: the address that submits a snippet for translation answers nobody."""
    person = getattr(people, name)
    let_submit(person)
    url = reverse(
        "wagtail_localize:submit_snippet_translation",
        args=["blog", "blogpageauthor", "1"],
    )
    response = try_to(logged_in(person), "post", url, {"locales": [sv.pk]})
    assert response.status_code in (302, 404)


@pytest.mark.parametrize("name", ["translator", "editor", "admin"])
def test_b9_a_translation_is_neither_stopped_nor_restarted(people, swedish, name):
    """B9: hand-made Swedish is not overwritten by stopping and restarting."""
    record = translation_of(swedish)
    client = logged_in(getattr(people, name))
    before = public_state(swedish)
    try_to(
        client, "post", reverse("wagtail_localize:stop_translation", args=[record.pk])
    )
    assert Translation.objects.get(pk=record.pk).enabled
    Translation.objects.filter(pk=record.pk).update(enabled=False)
    try_to(client, "post", edit_url(swedish), {"localize-restart-translation": "1"})
    assert public_state(swedish) == before


def put_string(client, record, words):
    """As the editor does it, which says what it has loaded."""
    segment = StringSegment.objects.filter(source=record.source).first()
    url = reverse(
        "wagtail_localize:edit_string_translation", args=[record.pk, segment.pk]
    )
    loaded = StringTranslation.objects.filter(
        translation_of=segment.string,
        context=segment.context,
        locale=record.target_locale,
    ).first()
    return client.put(
        f"{url}?seen={token_of(loaded)}",
        f"value={words}",
        content_type="application/x-www-form-urlencoded",
    )


@pytest.mark.parametrize("name", ["writer", "writer2", "skribent"])
def test_b14_strings_are_locked_during_review(people, post, name):
    """B14: no string of a translation in review is changed by anyone who does not decide."""
    if name == "skribent":
        people.skribent = factories.make_user("skribent", groups.WRITERS)
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    put_string(logged_in(getattr(people, name)), record, "smuggel")
    assert not StringTranslation.objects.filter(data="smuggel").exists()


@pytest.mark.parametrize("name", ["translator", "reviewer", "admin"])
def test_b14_a_correction_in_review_is_not_approved_unseen(people, post, name):
    """B14: who decides may correct, superusers too; then the old text is no longer approved."""
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    state = task_state(target)
    put_string(logged_in(getattr(people, name)), record, "smuggel")
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[target.pk, "approve", state.pk]
    )
    try_to(logged_in(people.reviewer), "post", url)
    assert not fresh(target).live


def test_b14_po_files_and_overrides_of_the_writer_are_refused(people, post):
    """B14: the source's owner, who also owns the translation, reaches none of it."""
    _target, record = translate(post, people.translator)
    client = logged_in(people.writer)
    po = str(record.export_po()).replace('msgstr ""', 'msgstr "smuggel"')
    from django.core.files.uploadedfile import SimpleUploadedFile

    client.post(
        reverse("wagtail_localize:upload_pofile", args=[record.pk]),
        {"file": SimpleUploadedFile("x.po", po.encode())},
    )
    override = OverridableSegment.objects.filter(source=record.source).first()
    if override:
        client.put(
            reverse("wagtail_localize:edit_override", args=[record.pk, override.pk]),
            f"value={json.dumps('x')}",
            content_type="application/x-www-form-urlencoded",
        )
    assert not StringTranslation.objects.filter(data="smuggel").exists()
