"""Nobody decides on what they have not seen, or who is not asked."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.create_site import groups
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.page_kinds import Kind, kind_of
from kdsite.editorial.policy import approval_rule
from kdsite.editorial.policy.approval_rule import Decision
from kdsite.editorial.review import decisions
from tests.support.corrections import correct
from tests.support.factories import make_author, make_post, make_user
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    logged_in,
    publish_by_review,
    publish_translation_by_review,
    revise,
    send,
    submit,
    task_state,
    translate,
)

pytestmark = pytest.mark.django_db


def seen(page):
    return decisions.token_of_review(fresh(page))


@pytest.mark.parametrize("name", ["author", "stand-in"])
def test_whoever_may_approve_can_read_the_text(people, name):
    """The review screen shows the very version to authors and stand-ins as well."""
    author = make_author(user=people.writer)
    post = make_post(people.writer2, authors=[author])
    submit(post, people.writer2)
    correct(post, people.editor, title="Korjattu otsikko")
    person = people.writer
    if name == "stand-in":
        people.editor2.is_active = False
        people.editor2.save()
        person = people.reviewer
    client = logged_in(person)
    screen = client.get(reverse("editorial:review", args=[post.pk]))
    assert "approve" in screen.context["actions"]
    revision = fresh(post).get_latest_revision()
    preview = client.get(reverse("editorial:preview", args=[post.pk, revision.pk]))
    assert preview.status_code == 200
    assert "Korjattu otsikko" in preview.content.decode()
    assert preview["X-Frame-Options"] == "SAMEORIGIN"


def test_the_preview_is_not_for_others(people):
    """Neither before nor during the review."""
    post = make_post(people.writer, title="Salainen luonnos")
    submit(post, people.writer)
    url = reverse("editorial:preview", args=[post.pk, post.latest_revision_id])
    for person in (people.writer2, people.translator):
        text = logged_in(person).get(url, follow=True).content.decode()
        assert "Salainen luonnos" not in text


def test_an_author_confirms_no_translation(people):
    """A Finnish guest does not stand behind the Swedish text by clicking."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    post = publish_by_review(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    with pytest.raises(Refusal):
        approve(target, people.writer)


def test_nobody_sends_strings_that_somebody_else_has_just_changed(people):
    """What the other translator typed since the editor was opened has been read by one person."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    opened = timezone.now()
    fill_in(record, people.reviewer, words=lambda text: f"annat {text}")
    url = reverse("editorial:send_translation", args=[record.pk])
    client = logged_in(people.translator)
    client.post(url, {"opened": opened.isoformat()})
    assert not fresh(target).workflow_in_progress
    client.post(url, {"opened": timezone.now().isoformat()})
    assert fresh(target).workflow_in_progress


def test_ones_own_strings_can_be_sent_without_loading_anew(people):
    """The editor saves string by string; that is no conflict with oneself."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    target, record = translate(post, people.translator)
    opened = timezone.now()
    fill_in(record, people.translator)
    logged_in(people.translator).post(
        reverse("editorial:send_translation", args=[record.pk]),
        {"opened": opened.isoformat()},
    )
    assert fresh(target).workflow_in_progress


@pytest.mark.parametrize("name", ["editor", "admin"])
def test_an_original_with_a_translation_is_not_deleted(people, name):
    """Else the translation would pass for an original, and others would decide on it."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    swedish = publish_translation_by_review(post, people.translator, people.reviewer)
    client = logged_in(getattr(people, name))
    client.post(reverse("wagtailadmin_pages:unpublish", args=[post.pk]))
    client.post(reverse("wagtailadmin_pages:delete", args=[post.pk]))
    assert Page.objects.filter(pk=post.pk).exists()
    assert kind_of(swedish) == (Kind.TRANSLATION, "sv")


def test_the_swedish_skeleton_is_a_translation(site):
    """Both trees' pages belong together from the start, so no button changes who decides."""
    for page in Page.objects.filter(locale__language_code="sv", depth__gt=1):
        assert kind_of(page) == (Kind.TRANSLATION, "sv"), page


def test_naming_every_editor_puts_none_out_of_office(people):
    """A guest who names them all opens the door to no stand-in; an editor may correct that."""
    authors = [
        make_author("Elli", "Esimerkki", user=people.editor),
        make_author("Eero", "Esimerkki", user=people.editor2),
    ]
    post = make_post(people.writer, authors=authors)
    submit(post, people.writer)
    for person in (people.translator, people.admin):
        with pytest.raises(Refusal):
            approve(post, person)
    assert approval_rule.can_correct(fresh(post), people.editor)
    assert approval_rule.can_decide(people.editor, Decision(fresh(post)))


def test_an_editor_does_not_write_themselves_off_a_profile(people):
    """Who is an author may not approve, so that fact about oneself is another editor's; and nobody
    takes the profile off an account that somebody uses."""
    author = make_author(user=people.editor)
    url = reverse("editorial:facts", args=[author.pk])
    logged_in(people.editor).post(url, {"user": "", "is_former": ""})
    author.refresh_from_db()
    assert author.user == people.editor
    logged_in(people.editor2).post(url, {"user": "", "is_former": "on"})
    author.refresh_from_db()
    assert author.user == people.editor
    people.editor.is_active = False
    people.editor.save()
    logged_in(people.editor2).post(url, {"user": "", "is_former": "on"})
    author.refresh_from_db()
    assert author.user is None
    assert author.is_former


def test_a_comment_is_not_lost_to_a_quicker_colleague(people):
    """Whoever decides second finds their comment on the screen, with who was first."""
    post = make_post(people.writer)
    submit(post, people.writer)
    url = reverse("editorial:review", args=[post.pk])
    token = seen(post)
    approve(post, people.editor)
    response = logged_in(people.editor2).post(
        url, {"seen": token, "action": "reject", "comment": "Pitkä perustelu."}
    )
    assert response.status_code == 200
    assert "Pitkä perustelu." in response.content.decode()
    assert people.editor.email in str(next(iter(response.context["messages"])))


@pytest.mark.parametrize("name", ["translate", "send_translation", "take_back"])
def test_buttons_survive_a_new_log_in(people, name):
    """After an expired session the browser comes back by GET: it lands in the editor."""
    post = publish_by_review(make_post(people.writer), people.writer, people.editor)
    target, record = translate(post, people.translator)
    arguments = {
        "translate": [post.pk, "sv"],
        "send_translation": [record.pk],
        "take_back": [target.pk],
    }[name]
    response = logged_in(people.translator).get(
        reverse(f"editorial:{name}", args=arguments)
    )
    assert response.status_code == 302
    assert response["Location"].endswith("/edit/")


def test_creating_below_a_page_that_is_gone_is_not_an_error(people):
    """404, not 500."""
    url = reverse("wagtailadmin_pages:add", args=["blog", "blogpage", 987654])
    response = logged_in(people.writer).post(url, {"title": "x"}, follow=True)
    assert response.status_code == 404


def test_a_stand_in_needs_an_empty_office(people):
    """While another editor is there, no outsider decides, whoever wrote."""
    make_user("editor3", groups.EDITORS)
    post = make_post(people.editor)
    submit(post, people.editor)
    with pytest.raises(Refusal):
        approve(post, people.reviewer)


def test_a_conflict_names_the_newest_text(people):
    """The approval of an old token is a conflict even right after a correction."""
    post = make_post(people.writer)
    submit(post, people.writer)
    token = seen(post)
    revise(post, people.editor, title="Korjattu")
    with pytest.raises(Conflict):
        decisions.approve(task_state(post), people.editor2, seen=token)
