"""Translation inside moderation, in both directions."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation

from kdsite.editorial.exceptions import Conflict, Incomplete, Refusal
from kdsite.editorial.page_kinds import Kind, kind_of, translation_of
from kdsite.editorial.review.decisions import token_of_review
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    ask_for_changes,
    edit_url,
    fill_in,
    fresh,
    logged_in,
    publish,
    publish_translation,
    read,
    revise,
    send,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    return {"post": publish(make_post(people.writer), people.writer, people.editor)}


@pytest.fixture
def post(scene):
    """A public Finnish post."""
    return scene.post


def strings_of(record):
    return StringTranslation.objects.filter(context__object=record.source.object)


def test_one_button_leads_to_the_side_by_side_editor(people, post):
    """From a published original the language team gets a draft and its editor in one press."""
    client = logged_in(people.translator)
    response = client.post(
        reverse("editorial:translate", args=[post.pk, "sv"]), follow=True
    )
    assert response.status_code == 200
    assert 'class="tt-row' in response.content.decode()
    target = fresh(post).get_translation(Locale.objects.get(language_code="sv"))
    assert not target.live
    assert kind_of(target) == (Kind.TRANSLATION, "sv")


@pytest.mark.parametrize("name", ["writer", "writer2", "editor"])
def test_only_the_language_team_translates_into_swedish(people, post, name):
    """Editors translate into Finnish; writers translate nothing."""
    with pytest.raises(Refusal):
        translate(post, getattr(people, name))
    assert post.get_translations().count() == 0


def test_a_draft_is_not_translated(people):
    """The translator starts from public words."""
    with pytest.raises(Refusal):
        translate(make_post(people.writer), people.translator)


def test_saving_strings_changes_nothing_public(people, post):
    """Strings are saved one by one, as often as the translator likes."""
    target, record = translate(post, people.translator)
    segment = StringSegment.objects.filter(source=record.source).first()
    client = logged_in(people.translator)
    for words in ("Ett", "Två"):
        response = client.put(
            reverse(
                "wagtail_localize:edit_string_translation",
                args=[record.pk, segment.pk],
            ),
            f"value={words}",
            content_type="application/x-www-form-urlencoded",
        )
        assert response.status_code in (200, 201)
    assert strings_of(record).get().data == "Två"
    assert not fresh(target).live


def test_an_incomplete_translation_is_not_sent(people, post):
    """The refusal says how many strings are missing, and nothing is in review."""
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    strings_of(record).first().delete()
    with pytest.raises(Incomplete, match="1"):
        send(record, people.translator)
    response = logged_in(people.translator).post(
        reverse("editorial:send_translation", args=[record.pk]),
        {"opened": timezone.now().isoformat()},
        follow=True,
    )
    assert response.redirect_chain[-1][0] == edit_url(target)
    assert "1" in str(next(iter(response.context["messages"])))
    assert not fresh(target).workflow_in_progress


def test_the_whole_way_into_swedish(people, post):
    """Translated, sent, approved by somebody else, and read under /sv/."""
    target = publish_translation(post, people.translator, people.reviewer)
    status, text = read(target)
    assert status == 200
    assert target.url.startswith("/sv/blogg/")
    assert "sv Kunta on asukkaidensa" in text


def test_the_whole_way_from_swedish_into_finnish(people):
    """An original in Swedish is decided by editors, and so is its Finnish translation."""
    post = make_post(people.writer, title="Åt samma håll", language="sv")
    assert kind_of(post) == (Kind.ORIGINAL, "")
    post = publish(post, people.writer, people.editor)
    target = publish_translation(
        post,
        people.editor,
        people.editor2,
        language="fi",
        words=lambda text: f"fi {text}",
    )
    assert target.live
    assert target.url == "/fi/blogi/fi-at-samma-hall/"
    assert kind_of(target) == (Kind.TRANSLATION, "fi")


@pytest.mark.parametrize("name", ["translator", "editor", "editor2", "admin", "writer"])
def test_who_sent_a_translation_does_not_approve_it(people, post, name):
    """Only the other member of the Swedish team approves while one can."""
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    with pytest.raises(Refusal):
        approve(target, getattr(people, name))
    approve(target, people.reviewer)
    assert fresh(target).live


def test_the_translator_sees_what_should_change_and_sends_again(people, post):
    """The reviewer's comment stands in the translation editor."""
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    ask_for_changes(target, people.reviewer, comment="Skriv kommun, inte stad.")
    page = logged_in(people.translator).get(edit_url(target)).content.decode()
    assert "Skriv kommun, inte stad." in page
    fill_in(record, people.translator, words=lambda text: f"bättre {text}")
    send(record, people.translator)
    approve(target, people.reviewer)
    assert fresh(target).title.startswith("bättre")


def test_a_new_draft_of_a_public_translation_is_unseen_until_approved(people, post):
    """Readers keep the old words until somebody else has approved the new ones."""
    target = publish_translation(post, people.translator, people.reviewer)
    revise(post, people.writer, title="Uusi suunta")
    submit(post, people.writer)
    approve(post, people.editor)
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: f"ny {text}")
    send(record, people.translator)
    assert "ny Uusi suunta" not in read(target)[1]
    approve(target, people.reviewer)
    assert "ny Uusi suunta" in read(target)[1]


def test_a_correction_of_a_translation_needs_a_second_person(people, post):
    """A member who corrects strings in review saves a correction; somebody else approves."""
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    fill_in(record, people.reviewer, words=lambda text: f"rättad {text}")
    with pytest.raises(Conflict):
        approve(target, people.reviewer)
    send(record, people.reviewer)
    assert fresh(target).workflow_in_progress
    seen = token_of_review(fresh(target))
    with pytest.raises(Refusal):
        approve(target, people.reviewer, seen=seen)
    approve(target, people.translator, seen=seen)
    assert fresh(target).title.startswith("rättad")


def test_the_owner_of_the_original_cannot_touch_the_translation(people, post):
    """A translation keeps the source's owner, who has no say in it."""
    target, _record = translate(post, people.translator)
    assert target.owner == people.writer
    assert not target.permissions_for_user(people.writer).can_edit()
    assert logged_in(people.writer).get(edit_url(target)).status_code == 302


def test_a_stopped_translation_is_still_a_translation(people, post):
    """Stopping must not hand the decision to another group."""
    target, record = translate(post, people.translator)
    record.enabled = False
    record.save()
    assert kind_of(target) == (Kind.TRANSLATION, "sv")


def test_translating_again_brings_the_public_original(people, post):
    """The button on a started translation fetches the original as readers see it now."""
    _target, record = translate(post, people.translator)
    revise(post, people.writer, title="Vain luonnos")
    translate(post, people.translator)
    assert not StringSegment.objects.filter(
        source=record.source, string__data="Vain luonnos"
    ).exists()
    submit(post, people.writer)
    approve(post, people.editor)
    translate(post, people.translator)
    assert StringSegment.objects.filter(
        source=record.source, string__data="Vain luonnos"
    ).exists()


def test_the_reviewer_sees_the_translation_beside_its_original(people, post):
    """The review screen shows both as readers see them."""
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    target = send(record, people.translator)
    target = fresh(target)
    page = (
        logged_in(people.reviewer)
        .get(reverse("editorial:review", args=[target.pk]))
        .content.decode()
    )
    assert f'src="{post.url}"' in page
    assert (
        reverse("editorial:preview", args=[target.pk, target.latest_revision_id])
        in page
    )


def test_no_translation_is_made_of_a_translation(people, post):
    """There is one original, and translations of it."""
    target = publish_translation(post, people.translator, people.reviewer)
    with pytest.raises(Refusal):
        translate(target, people.editor, language="fi")
    assert translation_of(target)
    assert Page.objects.filter(translation_key=post.translation_key).count() == 2
