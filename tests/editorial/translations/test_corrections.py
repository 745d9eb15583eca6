"""A translation that is written otherwise while it is in review: saved as a correction by one, approved
by another."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment

from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.releases.waiting import waiting_of
from tests.editorial.translations.in_the_editor import (
    open_editor,
    press_send,
    put,
    saved_to,
)
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    fill_in,
    fresh,
    logged_in,
    make_slot,
    publish,
    send,
    translate,
)

pytestmark = pytest.mark.django_db

# Who sends and who corrects the translation into each language.
PEOPLE = {"sv": ("translator", "reviewer"), "fi": ("editor", "editor2")}


def set_the_scene(people):
    """Two translations in review, one into each language: that into Finnish of a public original; that into
    Swedish of one that waits for its slot, with the profile that goes out with it."""
    author = make_author(user=people.writer)
    scene = {}
    for language, original in (("sv", "fi"), ("fi", "sv")):
        authors = [author] if language == "sv" else []
        post = make_post(people.writer, language=original, authors=authors)
        if language == "sv":
            make_slot(post)
        post = publish(post, people.writer, people.editor)
        sender = getattr(people, PEOPLE[language][0])
        target, record = translate(post, sender, language)
        fill_in(record, sender)
        if language == "sv":
            scene["profile"] = author.get_translations().get().specific
            fill_in(translation_of(scene["profile"]), sender)
        send(record, sender)
        scene[language] = target
    return scene


def write(user, page, words, path="title"):
    """One string, otherwise, in the editor."""
    segment = StringSegment.objects.filter(
        source=translation_of(page).source, context__path=path
    ).first()
    address = saved_to(user, page)["string", segment.pk]
    assert put(user, address, words).status_code == 200


def look_at(page, user):
    return logged_in(user).get(reverse("editorial:review", args=[page.pk]))


def decide(page, user, seen):
    url = reverse("editorial:review", args=[page.pk])
    data = {"seen": seen, "action": "approve", "comment": ""}
    return logged_in(user).post(url, data, follow=True)


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_who_sent_a_translation_approves_its_correction(people, scene, language):
    """The one who corrected it stands behind the version that holds the correction."""
    page = scene.sv if language == "sv" else scene.fi
    sender, corrector = (getattr(people, name) for name in PEOPLE[language])
    write(corrector, page, "Rätt ord")
    press_send(corrector, open_editor(corrector, page))
    newest = fresh(page).get_latest_revision()
    word = fresh(page).words.get(user=corrector)
    assert word.is_of(newest)
    seen = look_at(page, sender).context["form"].initial["seen"]
    decide(page, sender, seen)
    assert not fresh(page).workflow_in_progress
    if language == "fi":
        assert fresh(page).title == "Rätt ord"
        assert fresh(page).live
    else:
        assert waiting_of(page).revision == newest


@pytest.mark.parametrize("name", ["reviewer", "translator"])
def test_nobody_is_offered_to_approve_what_was_written_since(people, scene, name):
    """The screen says who has changed it and who does what now; a form from before says the same."""
    person = getattr(people, name)
    seen = look_at(scene.sv, people.reviewer).context["form"].initial["seen"]
    write(people.reviewer, scene.sv, "Rätt ord")
    response = look_at(scene.sv, person)
    assert "approve" not in response.context["actions"]
    sentence = f"Nu måste {people.reviewer.email} eller någon annan i gruppen spara den"
    assert sentence in response.content.decode()
    assert sentence in decide(scene.sv, people.reviewer, seen).content.decode()
    assert fresh(scene.sv).workflow_in_progress


def test_nor_what_goes_out_with_it(people, scene):
    """The profile is approved with the post, so its strings keep the post back."""
    assert "approve" in look_at(scene.sv, people.reviewer).context["actions"]
    write(people.translator, scene.profile, "Rätt ord", path="job_title")
    response = look_at(scene.sv, people.reviewer)
    assert "approve" not in response.context["actions"]
    assert f"Nu måste {people.translator.email} eller" in response.content.decode()
    html = open_editor(people.translator, scene.profile)
    press_send(people.translator, html)
    assert "approve" in look_at(scene.sv, people.reviewer).context["actions"]


def test_nothing_changed_is_no_correction(people, scene):
    """No version and no word; and whoever pressed may still approve."""
    before = fresh(scene.sv).latest_revision_id, fresh(scene.sv).words.count()
    html = open_editor(people.reviewer, scene.sv)
    response = press_send(people.reviewer, html)
    assert "Ingenting ändrades" in response.content.decode()
    assert "har sparats" not in response.content.decode()
    now = fresh(scene.sv).latest_revision_id, fresh(scene.sv).words.count()
    assert now == before
    assert "approve" in look_at(scene.sv, people.reviewer).context["actions"]


def test_a_string_that_says_again_what_it_said(people, scene):
    """Changed and changed back by somebody: it is saved as a correction, and can be approved."""
    was = fresh(scene.sv).title
    for words in ("Rätt ord", was):
        write(people.reviewer, scene.sv, words)
    assert "approve" not in look_at(scene.sv, people.translator).context["actions"]
    press_send(people.reviewer, open_editor(people.reviewer, scene.sv))
    assert "approve" in look_at(scene.sv, people.translator).context["actions"]


def test_the_editor_says_that_a_correction_is_not_finished(people, scene):
    """From the first string until the button is pressed."""
    hidden = 'class="translation-review__unfinished" role="status" hidden'
    assert hidden in open_editor(people.reviewer, scene.sv)
    write(people.reviewer, scene.sv, "Rätt ord")
    html = open_editor(people.reviewer, scene.sv)
    assert "Texter har ändrats sedan" in html
    assert hidden not in html
    press_send(people.reviewer, html)
    assert hidden in open_editor(people.reviewer, scene.sv)
