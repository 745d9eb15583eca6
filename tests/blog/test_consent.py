"""The right to publish, confirmed once by the guest who sends a post."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from blog.models import Consent
from blog.models.consent import statement
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.review import submission
from tests.editorial.private_links.steps import press, send
from tests.support.factories import make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fresh,
    logged_in,
    post_form,
    send_after_reading,
    submit,
)

pytestmark = pytest.mark.django_db


def test_a_guest_does_not_send_without_it(people):
    """Neither the owner nor a co-author, whoever calls the service."""
    author = make_author(user=people.writer2)
    post = make_post(people.writer, authors=[author])
    for person in (people.writer, people.writer2):
        with pytest.raises(Refusal):
            submission.submit(post, person)
    assert not fresh(post).workflow_in_progress


def test_it_is_kept_as_it_was_confirmed(people):
    """The sentence in the language shown, the version, by whom; in the history, too."""
    people.writer.first_name, people.writer.last_name = "Maija", "Malli"
    people.writer.save()
    post = make_post(people.writer)
    client = logged_in(people.writer)
    response = post_form(client, post, title="Valmis", **{"action-submit": "1"})
    page = client.get(response["Location"])
    shown = page.context["form"].fields["consent"].label
    send_after_reading(client, post)
    consent = Consent.objects.get()
    assert fresh(post).workflow_in_progress
    assert (consent.text, consent.language) == (shown, "fi")
    assert (consent.user, consent.name) == (people.writer, "Maija Malli")
    assert consent.revision == fresh(post).current_workflow_task_state.revision
    entry = PageLogEntry.objects.get(action="blog.consent")
    assert (entry.user, entry.data["text"]) == (people.writer, shown)
    history = reverse("wagtailadmin_pages:history", args=[post.pk])
    assert shown in logged_in(people.editor).get(history).content.decode()


def test_without_the_tick_nothing_is_sent(people):
    post = make_post(people.writer)
    response = send_after_reading(logged_in(people.writer), post, consent="")
    assert response.context["form"].errors["consent"]
    assert not fresh(post).workflow_in_progress
    assert not Consent.objects.exists()


def test_a_refused_submission_keeps_no_consent(people):
    """Both or neither."""
    post = make_post(people.writer, body=[("quote", {"text": "", "source": ""})])
    send_after_reading(logged_in(people.writer), post)
    assert not Consent.objects.exists()


def test_once_for_each_post(people):
    """Sent again after changes, a text needs no other consent: only what was asked is ticked off."""
    post = make_post(people.writer)
    submit(post, people.writer)
    ask_for_changes(post, people.editor)
    client = logged_in(people.writer)
    url = post_form(client, post, **{"action-submit": "1"}).url
    form = form_on(client, url)
    assert "consent" not in form.fields
    client.post(url, {"seen": form.initial["seen"]})
    assert fresh(post).workflow_in_progress
    assert Consent.objects.count() == 1
    assert Consent.is_missing(make_post(people.writer, title="Toinen"), people.writer)


def test_members_are_not_asked(people):
    """An imported text, an own one, or a correction: the editors answer for it."""
    post = make_post(people.editor)
    submission.submit(post, people.editor)
    approve(post, people.editor2)
    assert not Consent.is_missing(fresh(post), people.admin)
    assert not Consent.objects.exists()


def test_who_decides_sees_it(people):
    """And sees, where it is so, that nobody has confirmed anything."""
    post = make_post(people.writer)
    submit(post, people.writer)
    client = logged_in(people.editor)
    url = reverse("editorial:review", args=[post.pk])
    assert Consent.objects.get().text in client.get(url).content.decode()
    own = make_post(people.editor, title="Oma")
    submission.submit(own, people.editor)
    url = reverse("editorial:review", args=[own.pk])
    page = logged_in(people.editor2).get(url)
    assert page.context["facts"] == fresh(own).review_facts()
    assert page.context["facts"]


def test_an_author_without_an_account(people):
    """The private link's “fine as it is” is consent as well."""
    post = make_post(people.writer)
    Consent.give(post, post.latest_revision, name="Maija Malli", language="sv")
    consent = Consent.objects.get()
    assert (consent.user, consent.name, consent.language) == (None, "Maija Malli", "sv")
    assert consent.text != statement()
    submission.submit(post, people.writer)
    assert fresh(post).workflow_in_progress


def test_a_consent_that_was_taken_back(people):
    """Whoever decides reads that it was, and that it was given anew."""
    author = make_author(saved_by=people.editor)
    post = make_post(people.editor, authors=[author])
    link = send(post, people.editor, author)
    press(link)
    (fact,) = confirmed(post)
    assert "on vahvistanut" in fact
    press(link, answer="changes", text="En haluakaan.")
    (fact,) = confirmed(post)
    assert "on perunut tämän" in fact
    press(link)
    (fact,) = confirmed(post)
    assert "on vahvistanut" in fact


def test_what_was_taken_back_is_confirmed_anew(people):
    """Before a guest sends the text again."""
    author = make_author(user=people.writer)
    post = make_post(people.writer, authors=[author])
    submit(post, people.writer)
    assert not Consent.is_missing(post, people.writer)
    link = send(post, people.editor, author, address="writer@example.fi")
    press(link, answer="changes", text="En haluakaan.")
    assert Consent.is_missing(post, people.writer)


def confirmed(post):
    return [fact for fact in fresh(post).review_facts() if "Maija Malli" in fact]
