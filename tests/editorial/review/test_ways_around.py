"""Every known way around moderation (moderation.md B1 to B19), tried as the role that could go it
and as superuser, through the HTTP address where there is one.

Each test passes when what readers see has not changed. On a stock installation each fails.
"""

import json

import pytest
from django.contrib.auth.models import Permission
from django.test import TestCase
from django.urls import reverse
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    LocaleSynchronization,
    OverridableSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from home.create_site import groups
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.page_kinds import translation_of
from tests.support import factories
from tests.support.factories import make_author, make_image, make_post, short_name
from tests.support.helpers import (
    approve,
    ask_for_changes,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    post_form,
    public_state,
    publish,
    publish_translation,
    read,
    revise,
    send,
    submit,
    task_state,
    translate,
)

pytestmark = pytest.mark.django_db

MARKER = "Salainen luonnos"


@pytest.fixture(autouse=True)
def stock_settings(settings):
    """Settings that keep a hole shut are defence in depth: the rule must hold without them."""
    settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = True
    settings.WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = True


def set_the_scene(people):
    # Without an author the edit form does not pass.
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    return {
        "author": author,
        "post": publish(post, people.writer, people.editor),
    }


@pytest.fixture
def author(scene):
    """The writer's profile."""
    return scene.author


@pytest.fixture
def post(scene):
    """A public Finnish post."""
    return scene.post


@pytest.fixture
def swedish(people, post):
    """Its public Swedish translation."""
    return publish_translation(post, people.translator, people.reviewer)


@pytest.fixture
def sv():
    return Locale.objects.get(language_code="sv")


def try_to(client, method, url, data=None, **extra):
    """A request, with what it leaves for after the commit; a refusal is as good as a failure."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return getattr(client, method)(url, data or {}, **extra)


def let_submit(user):
    """Give the stock permission that opens wagtail-localize's buttons."""
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))


def translations_of(page):
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


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


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b10_the_edit_view_publishes_nothing(people, post, name):
    """B10: ``action-publish`` in the edit view, by whoever can open it."""
    before = public_state(post)
    post_form(
        logged_in(getattr(people, name)),
        post,
        **{"title": "Suoraan julki", "action-publish": "1"},
    )
    assert public_state(post) == before


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b10_bulk_publishing_is_closed(people, name):
    """B10: the bulk action, by whoever can select the draft."""
    draft = make_post(people.writer)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    try_to(logged_in(getattr(people, name)), "post", f"{url}?id={draft.pk}")
    assert not fresh(draft).live


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b10_the_admin_api_publishes_nothing(people, name):
    """B10: the admin API's action."""
    draft = make_post(people.writer)
    url = reverse("wagtailadmin_api:pages:action", args=[draft.pk, "publish"])
    try_to(logged_in(getattr(people, name)), "post", url)
    assert not fresh(draft).live


def test_b10_code_does_not_publish_either(people):
    """B10: ``revision.publish()`` and saving ``live=True`` from a script are refused."""
    draft = make_post(people.writer)
    with pytest.raises(Refusal):
        draft.get_latest_revision().publish()
    draft = fresh(draft)
    draft.live = True
    with pytest.raises(Refusal):
        draft.save()
    assert not fresh(draft).live


def test_b11_finishing_a_review_publishes_no_newer_text(people):
    """B11: what was saved after the reviewer read it does not ride along."""
    post = make_post(people.writer)
    submit(post, people.writer)
    state = task_state(post)
    revise(post, people.writer, title="Salaa lisätty")
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[post.pk, "approve", state.pk]
    )
    try_to(logged_in(people.editor), "post", url)
    assert not fresh(post).live


@pytest.mark.parametrize("name", ["editor", "admin"])
def test_b12_the_decision_belongs_to_the_task_state_not_to_the_address(people, name):
    """B12: naming another page's id does not pass the rule of the page that is decided on."""
    person = getattr(people, name)
    own = make_post(person, title="Oma teksti")
    submit(own, person)
    other = make_post(people.writer, title="Toisen teksti")
    submit(other, people.writer)
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[other.pk, "approve", task_state(own).pk],
    )
    try_to(logged_in(person), "post", url)
    assert not fresh(own).live


@pytest.mark.parametrize("name", ["writer", "editor"])
def test_b13_autosave_after_approval_changes_nothing_public(people, name):
    """B13: writing over the approved revision leaves the public page and the record alone."""
    person = getattr(people, name)
    post = make_post(person, authors=[make_author(saved_by=people.editor)])
    submit(post, person)
    approve(post, people.editor2)
    approved = fresh(post).live_revision
    content = approved.content
    before = public_state(post)
    post_form(
        logged_in(person),
        post,
        title="Päälle kirjoitettu",
        overwrite_revision_id=str(approved.pk),
    )
    approved.refresh_from_db()
    assert public_state(post) == before
    assert approved.content == content


def put_string(client, record, words):
    segment = StringSegment.objects.filter(source=record.source).first()
    url = reverse(
        "wagtail_localize:edit_string_translation", args=[record.pk, segment.pk]
    )
    return client.put(
        url, f"value={words}", content_type="application/x-www-form-urlencoded"
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
    assert response.status_code in (302, 403)
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


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
def test_b16_the_create_view_adds_nothing_public(people, author, name):
    """B16: ``action-publish`` on a new page leaves at most a draft."""
    parent = factories.index(factories.BlogIndexPage)
    url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", parent.pk])
    client = logged_in(getattr(people, name))
    from tests.support.helpers import form_data

    data = form_data(client.get(url).context["form"])
    data |= {
        "title": "Suoraan julki",
        "lead": "Ingressi",
        "body-count": "0",
        "bylines-TOTAL_FORMS": "1",
        "bylines-INITIAL_FORMS": "0",
        "bylines-0-author": str(author.pk),
        "bylines-0-ORDER": "1",
        "action-publish": "1",
    }
    try_to(client, "post", url, data)
    assert not Page.objects.filter(title="Suoraan julki", live=True).exists()


@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_b17_the_move_confirmation_shows_no_titles(people, name):
    """B17: asking to move somebody else's draft does not reveal what it is called."""
    draft = make_post(people.writer, title=MARKER)
    url = reverse(
        "wagtailadmin_pages:move_confirm", args=[draft.pk, draft.get_parent().pk]
    )
    response = logged_in(getattr(people, name)).get(url, follow=True)
    assert MARKER not in response.content.decode()


@pytest.mark.parametrize("name", ["writer2", "translator"])
@pytest.mark.parametrize("action", ["publish", "delete", "unpublish", "move"])
def test_b18_bulk_confirmations_show_no_titles(people, name, action):
    """B18: nor does selecting it for a bulk action."""
    draft = make_post(people.writer, title=MARKER)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    response = logged_in(getattr(people, name)).get(f"{url}?id={draft.pk}", follow=True)
    assert MARKER not in response.content.decode()


API_ACTIONS = {
    "copy": {"keep_live": True, "slug": "kopio"},
    "create_alias": {"update_slug": "alias"},
    "copy_for_translation": {"locale": "sv", "alias": True},
    "move": {"position": "first-child"},
    "publish": {},
    "unpublish": {},
    "delete": {},
}


@pytest.mark.parametrize("name", ["writer", "editor", "admin"])
@pytest.mark.parametrize("action", API_ACTIONS)
def test_b19_the_admin_api_changes_nothing(people, post, author, name, action):
    """B19: its actions change what is public without passing the publish action."""
    other = make_post(people.writer, title="Toinen", authors=[author])
    publish(other, people.writer, people.editor)
    revise(other, people.writer, title="Salaa muutettu")
    before = public_state(other), list(Page.objects.order_by("path").values("path"))
    try_to(
        logged_in(getattr(people, name)),
        "post",
        f"/admin/api/main/pages/{other.pk}/action/{action}/",
        json.dumps({"destination_page_id": post.get_parent().pk} | API_ACTIONS[action]),
        content_type="application/json",
    )
    after = public_state(other), list(Page.objects.order_by("path").values("path"))
    assert after == before


def test_b19_copies_are_drafts(people, post):
    """B19: copying with “keep live” is refused, by code and in the copy view."""
    with pytest.raises(Refusal):
        CopyPageAction(
            post, to=post.get_parent(), keep_live=True, update_attrs={"slug": "kopio"}
        ).execute(skip_permission_checks=True)
    for person in (people.editor, people.admin):
        logged_in(person).post(
            reverse("wagtailadmin_pages:copy", args=[post.pk]),
            {
                "new_title": "Kopio",
                "new_slug": f"kopio-{short_name(person)}",
                "new_parent_page": post.get_parent().pk,
                "publish_copies": "on",
            },
        )
    assert not Page.objects.filter(slug__startswith="kopio", live=True).exists()


@pytest.mark.parametrize("action", ["unpublish", "delete", "move", "set_privacy"])
def test_a_writer_takes_nothing_down(people, post, action):
    """Unpublishing, deleting, moving and restricting a published page is not the writer's."""
    client = logged_in(people.writer)
    before = public_state(post)
    path_before = post.path
    if action == "set_privacy":
        url = reverse("wagtailadmin_pages:set_privacy", args=[post.pk])
        try_to(client, "post", url, {"restriction_type": "login"})
    elif action == "move":
        other = factories.index(factories.ThemeIndexPage)
        url = reverse("wagtailadmin_pages:move_confirm", args=[post.pk, other.pk])
        try_to(client, "post", url)
    else:
        try_to(client, "post", reverse(f"wagtailadmin_pages:{action}", args=[post.pk]))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    try_to(client, "post", f"{bulk}?id={post.pk}")
    assert public_state(post) == before
    assert fresh(post).path == path_before
    assert read(post)[0] == 200


def test_a_writer_neither_schedules_nor_expires(people, post):
    """Times posted with the edit form are ignored: publication follows the calendar."""
    post_form(
        logged_in(people.writer),
        post,
        go_live_at="2030-01-01 10:00",
        expire_at="2020-01-01 10:00",
    )
    draft = fresh(post).get_latest_revision_as_object()
    assert draft.go_live_at is None
    assert draft.expire_at is None
    from django.core.management import call_command

    call_command("publish_scheduled")
    assert fresh(post).live


def test_a_writer_does_not_rename_a_published_page(people, post):
    """The address of a published page is not in the writer's hands, even through review."""
    post_form(logged_in(people.writer), post, slug="toinen-osoite")
    assert fresh(post).get_latest_revision_as_object().slug == post.slug


def test_an_editor_takes_down_alone(people, post):
    """Putting up takes two people; taking down takes one editor."""
    logged_in(people.editor).post(
        reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    )
    assert not fresh(post).live


def test_a_review_that_asked_for_changes_gives_no_way_in(people):
    """After changes were asked for, the old approval link decides nothing."""
    post = make_post(people.writer)
    submit(post, people.writer)
    state = task_state(post)
    ask_for_changes(post, people.editor)
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[post.pk, "approve", state.pk]
    )
    try_to(logged_in(people.editor2), "post", url)
    assert not fresh(post).live
