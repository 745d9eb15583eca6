"""“Save as a correction” with nothing changed is no correction, and a version that says what the one
before said takes away nobody's word."""

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.models import Word
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    edit_url,
    form_data,
    fresh,
    logged_in,
    post_form,
    publish,
    revise,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

CORRECT = {"action-correct": "1"}
AUTOSAVE = {"accept": "application/json"}
NOTHING = "Mitään ei muutettu"
COMMENT = {
    "comments-TOTAL_FORMS": "1",
    "comments-0-text": "Onko tämä oikea sana?",
    "comments-0-contentpath": "title",
    "comments-0-position": "",
    "comments-0-replies-TOTAL_FORMS": "0",
    "comments-0-replies-INITIAL_FORMS": "0",
}


def set_the_scene(people):
    """Sent for review as an import or an upload wrote it: no form has opened it."""
    author = make_author(user=people.writer)
    publish(author, people.writer, people.editor)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    return {"post": post}


@pytest.fixture
def post(scene):
    mail.outbox.clear()
    return scene.post


def sentences(response):
    said = get_messages(response.wsgi_request)
    return " ".join(str(each).strip() for each in said)


def press_approve(page, user):
    url, client = reverse("editorial:review", args=[page.pk]), logged_in(user)
    seen = client.get(url).context["form"].initial["seen"]
    return client.post(url, {"action": "approve", "seen": seen})


def state_of(page):
    """All that a correction would change."""
    words = Word.objects.filter(page_id=page.pk).values_list("pk", flat=True)
    return fresh(page).latest_revision, set(words), len(mail.outbox)


def test_nothing_changed_is_no_correction(people, post):
    """No version, no word, no mail; in one sentence; and whoever pressed may still approve."""
    before = state_of(post)
    response = post_form(logged_in(people.editor), post, **CORRECT)
    assert response.status_code == 302
    assert sentences(response).startswith(NOTHING)
    assert "tallennettu" not in sentences(response)
    assert state_of(post) == before
    press_approve(post, people.editor)
    assert fresh(post).live


def test_nor_is_ones_own_a_second_time(people, post):
    """Neither by who corrected it, nor after somebody else has approved it beside them."""
    client = logged_in(people.editor)
    post_form(client, post, lead="Parempi", **CORRECT)
    before = state_of(post)
    assert sentences(post_form(client, post, **CORRECT)).startswith(NOTHING)
    assert state_of(post) == before
    press_approve(post, people.editor2)
    assert fresh(post).live


def test_what_was_typed_and_taken_away_again_is_nothing(people, post):
    """A script has saved it meanwhile, over its own version."""
    client = logged_in(people.editor)
    shown = client.get(edit_url(post))
    data = form_data(shown.context["form"]) | {
        "loaded_revision_id": str(shown.context["page"].latest_revision_id),
        "loaded_revision_created_at": shown.context["loaded_revision_created_at"],
    }
    typed = client.post(edit_url(post), data | {"lead": "Puo"}, headers=AUTOSAVE)
    loaded = {
        "loaded_revision_id": str(typed.json()["revision_id"]),
        "loaded_revision_created_at": typed.json()["revision_created_at"],
        "overwrite_revision_id": str(typed.json()["revision_id"]),
    }
    again = client.post(edit_url(post), data | loaded, headers=AUTOSAVE)
    assert again.json()["success"]
    assert sentences(post_form(client, post, **CORRECT)).startswith(NOTHING)
    press_approve(post, people.editor)
    assert fresh(post).live


def test_comments_alone_are_saved_and_no_correction(people, post):
    """What was typed beside the text is kept."""
    _revision, words, _mails = state_of(post)
    response = post_form(logged_in(people.editor), post, **COMMENT, **CORRECT)
    assert NOTHING in sentences(response)
    assert fresh(post).wagtail_admin_comments.count() == 1
    assert state_of(post)[1] == words
    press_approve(post, people.editor)
    assert fresh(post).live


def test_an_own_comment_takes_away_no_word(people, post):
    """Neither that of who corrected it last and comments, nor somebody's who has agreed."""
    client = logged_in(people.editor)
    post_form(client, post, lead="Parempi", **CORRECT)
    corrected = fresh(post).get_latest_revision()
    post_form(client, post, **COMMENT)
    now = fresh(post).get_latest_revision()
    assert now.pk != corrected.pk
    assert (now.user, now.created_at) == (people.editor, corrected.created_at)
    press_approve(post, people.editor2)
    assert fresh(post).live


def test_a_comment_on_words_of_nobody_takes_away_no_approval(people):
    """Two must approve an import without an owner: the first still counts after the second has
    commented."""
    post = make_post(people.writer)
    post.latest_revision.user = None
    post.latest_revision.save()
    submit(post, people.writer)
    approve(post, people.editor)
    post_form(logged_in(people.editor2), post, **COMMENT)
    press_approve(post, people.editor2)
    assert fresh(post).live


def test_a_version_of_ones_own_that_is_not_agreed_to_yet(people, post):
    """Half a sentence that a script has saved, pressed as it is: that is a correction, and who
    approved it before agrees to it anew."""
    revise(post, people.editor, lead="Parempi")
    moment = timezone.now()
    post_form(logged_in(people.editor), post, **CORRECT)
    assert Word.objects.filter(user=people.editor, created_at__gt=moment).exists()
    press_approve(post, people.editor)
    assert not fresh(post).live
    press_approve(post, people.writer)
    assert fresh(post).live
