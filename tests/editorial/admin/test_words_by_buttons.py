"""Which buttons of the page editor are words: “save as a correction” and “take back” in a review;
a save is none."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from kdsite.editorial.models import Word
from kdsite.editorial.models.words import Answer
from tests.support.factories import make_author, make_post, make_question, make_theme
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    edit_url,
    form_data,
    fresh,
    logged_in,
    opened_form,
    post_form,
    publish,
    send_after_reading,
    submit,
)

pytestmark = pytest.mark.django_db

AUTOSAVE = {"accept": "application/json"}
TAKE_BACK = {"action-cancel-workflow": "1"}
CORRECT = {"action-correct": "1"}


def set_the_scene(people):
    author = make_author(user=people.writer)
    publish(author, people.writer, people.editor)
    draft = make_post(people.writer, title="Luonnos", authors=[author])
    sent = make_post(people.writer, authors=[author])
    # A form writes some of it otherwise; after this, pressing a button alone changes nothing.
    post_form(logged_in(people.writer), sent)
    submit(sent, people.writer)
    return {"author": author, "draft": draft, "post": sent}


@pytest.fixture
def post(scene):
    """Sent by ``writer``."""
    return scene.post


def review(page, user):
    return logged_in(user).get(reverse("editorial:review", args=[page.pk]))


def press_approve(page, user):
    """As the screen, or a forged form, does it."""
    form = review(page, user).context["form"]
    return logged_in(user).post(
        reverse("editorial:review", args=[page.pk]),
        {"action": "approve", "seen": form.initial["seen"] if form else ""},
    )


def said_by(user, page):
    """Their words on the page, the oldest first."""
    said = Word.objects.filter(page_id=page.pk, user=user).order_by("pk")
    return list(said.values_list("answer", "role"))


def sentences(response):
    said = get_messages(response.wsgi_request)
    return " ".join(str(each).strip() for each in said)


def test_taking_back_what_a_script_has_saved_since(people, post):
    """In the same tab: the half sentence is kept, and nobody has said “yes” to it."""
    client = logged_in(people.editor2)
    data = opened_form(client, post) | {"lead": "Puolikas lau"}
    saved = client.post(edit_url(post), data, headers=AUTOSAVE).json()
    assert saved["success"]
    again = {
        "loaded_revision_id": str(saved["revision_id"]),
        "overwrite_revision_id": str(saved["revision_id"]),
        "loaded_revision_created_at": saved["revision_created_at"],
    }
    client.post(edit_url(post), data | again | TAKE_BACK)
    assert not fresh(post).workflow_in_progress
    assert fresh(post).get_latest_revision().content["lead"] == "Puolikas lau"
    assert said_by(people.editor2, post) == [("no", "member")]


def test_a_member_takes_back_after_a_correction(people, post):
    """Their own “yes” to it ends with it."""
    client = logged_in(people.editor2)
    post_form(client, post, lead="Parempi", **CORRECT)
    assert said_by(people.editor2, post) == [("yes", "")]
    assert TAKE_BACK.keys() <= set(
        client.get(edit_url(post)).content.decode().split('"')
    )
    post_form(client, post, **TAKE_BACK)
    assert not fresh(post).workflow_in_progress
    assert said_by(people.editor2, post)[1:] == [("no", "member")]


@pytest.mark.parametrize("besides", [{}, {"action-submit": "1"}, CORRECT])
@pytest.mark.parametrize("name", ["post", "draft"])
def test_who_cannot_take_back_is_refused(people, scene, name, besides):
    """A superuser of a page in review, anybody of a draft: in one sentence, with what they typed, and
    nothing is saved, sent or agreed to, whatever else the request asks for."""
    page = getattr(scene, name)
    before = fresh(page).latest_revision_id
    user = people.admin if name == "post" else people.editor
    response = post_form(
        logged_in(user), page, title="Kirjoitettu", **TAKE_BACK, **besides
    )
    assert response.status_code == 200
    expected = {
        "post": "Sivun voi ottaa takaisin se, joka lähetti sen.",
        "draft": "Tämä sivu ei ole enää tarkistettavana.",
    }
    assert sentences(response) == expected[name]
    assert "Kirjoitettu</textarea>" in response.content.decode()
    assert fresh(page).latest_revision_id == before
    assert fresh(page).workflow_in_progress == (name == "post")
    assert said_by(user, page) == []


@pytest.mark.parametrize("way", ["editor", "button"])
def test_a_members_taking_back_ends_everybodys_yes(people, post, way):
    """As when they ask for changes: who sends it again is the first, and does not approve it."""
    client = logged_in(people.editor2)
    if way == "editor":
        response = post_form(client, post, **TAKE_BACK)
    else:
        response = client.post(reverse("editorial:take_back", args=[post.pk]))
    assert "Aiemmat hyväksynnät eivät ole enää voimassa" in sentences(response)
    send_after_reading(logged_in(people.editor), post)
    press_approve(post, people.editor)
    assert not fresh(post).live
    press_approve(post, people.editor2)
    assert fresh(post).live


def test_whoever_sent_it_takes_back_their_own_yes(people, post):
    """Nobody else's, and they read that it is a draft."""
    response = post_form(logged_in(people.writer), post, **TAKE_BACK)
    assert sentences(response).endswith("Sivu on taas luonnos.")
    assert said_by(people.writer, post)[1:] == [("no", "")]


@pytest.mark.parametrize("kind", ["profile", "theme", "question", "post"])
@pytest.mark.parametrize("button", [{}, CORRECT])
def test_a_saved_draft_is_no_word(people, scene, kind, button):
    """Whoever saves it, however often; no review is running."""
    page = {
        "profile": lambda: make_author("Outi", "Olematon"),
        "theme": lambda: make_theme(saved_by=people.editor2),
        "question": lambda: make_question(datetime.date(2031, 1, 1)),
        "post": lambda: scene.draft,
    }[kind]()
    client = logged_in(people.editor2)
    for title in ("Kesken", "Yhä kesken"):
        changes = {"seo_title": title} | button
        if kind == "question":
            changes |= dict.fromkeys(["background", "outcome"], rich_text(""))
        post_form(client, page, **changes)
        saved = fresh(page).get_latest_revision().content["seo_title"]
        # Not by the button of a review that is over.
        assert saved == ("" if button else title)
    assert not Word.objects.filter(page_id=page.pk).exists()


def test_a_profile_that_an_editor_has_only_saved(people):
    """Another one sends it along and is the first to stand behind it; the one who saved it has
    it on the screen before it goes public."""
    profile = make_author("Outi", "Olematon")
    post_form(logged_in(people.editor2), profile, biography="Kesken")
    post = make_post(people.editor, title="Toinen", authors=[fresh(profile)])
    send_after_reading(logged_in(people.editor), post)
    assert said_by(people.editor, profile) == [("yes", "")]
    press_approve(profile, people.editor)
    assert fresh(profile).workflow_in_progress
    along = review(post, people.editor2).context["companions"]
    assert [each.page.pk for each in along] == [profile.pk]
    press_approve(post, people.editor2)
    assert fresh(post).live
    assert fresh(profile).live


def test_a_form_that_is_older_than_the_review_saves_a_draft(people, post):
    """Its button did not say “correction”: it is told that nobody stands behind it yet."""
    response = post_form(logged_in(people.editor), post, lead="Kesken")
    assert "paina ”Tallenna korjauksena”" in sentences(response)
    assert said_by(people.editor, post) == []
    press_approve(post, people.writer)
    assert not fresh(post).live


def test_the_button_of_the_review(people, scene):
    """“Save as a correction” stands in the place of “save draft”, also over an older version."""
    client, old = logged_in(people.editor), scene.post.latest_revision_id
    for page, expected in ((scene.post, True), (scene.draft, False)):
        assert (
            "action-correct" in client.get(edit_url(page)).content.decode()
        ) == expected
    url = reverse("wagtailadmin_pages:revisions_revert", args=[scene.post.pk, old])
    assert "action-correct" in client.get(url).content.decode()


def test_an_older_version_by_the_button_is_a_correction(people, post):
    """Whoever presses stands behind it; somebody else approves it."""
    old = post.latest_revision_id
    post_form(logged_in(people.editor2), post, lead="Parempi", **CORRECT)
    client = logged_in(people.editor)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[post.pk, old])
    client.post(url, form_data(form_on(client, url)) | CORRECT)
    assert fresh(post).get_latest_revision().content["lead"] == post.lead
    assert said_by(people.editor, post) == [("yes", "")]
    press_approve(post, people.editor)
    assert not fresh(post).live
    press_approve(post, people.editor2)
    assert fresh(post).live


def test_the_review_says_whose_word_is_missing(people, post):
    """Until it is given, to whoever looks; and who saved the version, where they did not send it."""
    post_form(logged_in(people.editor), post, lead="Kesken", headers=AUTOSAVE)
    press_approve(post, people.editor2)
    assert not fresh(post).live
    others = (
        "editor@example.fi tallensi tämän version, mutta ei ole vielä sanonut, että sen voi "
        "julkaista."
    )
    for user in (people.editor2, people.writer):
        text = review(post, user).content.decode()
        assert others in text
        assert "Tämän version on tallentanut editor@example.fi" in text
    theirs = review(post, people.editor)
    assert "approve" in theirs.context["actions"]
    assert others not in theirs.content.decode()
    post_form(logged_in(people.editor), post, **CORRECT)
    assert others not in review(post, people.editor2).content.decode()
    press_approve(post, people.editor2)
    assert fresh(post).live
    assert Word.objects.filter(page_id=post.pk, answer=Answer.YES).count() == 4
