"""What belongs to a text and stays out: nobody sends it for somebody else, and everybody is told."""

import datetime

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from blog.models import BlogPageTheme
from kdsite.editorial.models import Mode, Release, Word
from kdsite.editorial.releases import publish_due
from kdsite.editorial.releases.back_to_draft import take_back_to_draft
from tests.support.factories import (
    make_author,
    make_post,
    make_question,
    make_theme,
)
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    post_form,
    publish,
    read,
    send,
    send_after_reading,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

SECRET = "Keskeneräisiä sanoja."


def letters():
    """The mails since the last call, by the name before the @."""
    found = {each.to[0].partition("@")[0]: each for each in mail.outbox}
    mail.outbox.clear()
    return found


def text(client, name, *arguments):
    return client.get(reverse(name, args=arguments)).content.decode()


def press(page, user, action, comment=""):
    client, url = logged_in(user), reverse("editorial:review", args=[page.pk])
    seen = form_on(client, url).initial["seen"]
    data = {"seen": seen, "action": action, "comment": comment}
    return client.post(url, data, follow=True).content.decode()


@pytest.fixture
def own(people):
    return make_author("Aino", "Airo", user=people.writer)


@pytest.fixture
def others(people):
    """The profile of a co-author, who has written it and not sent it."""
    return make_author(
        "Kai", "Kaveri", user=people.writer2, biography=f"<p>{SECRET}</p>"
    )


@pytest.fixture
def refused(people, own):
    """A post and its slot; the profile in it was approved, taken back, sent again and refused."""
    post = make_post(people.writer, "Laituri", authors=[own])
    slot = make_slot(post, mode=Mode.ORIGINAL_FIRST)
    submit(post, people.writer)
    approve(post, people.editor)
    take_back_to_draft(own, people.editor)
    submit(own, people.writer)
    mail.outbox.clear()
    return post, slot


def test_whoever_refuses_a_profile_knows_what_goes_out_without_it(people, own, refused):
    """Beside the button, after it, and in the writer's mail: which text, when, and how it is held back."""
    client = logged_in(people.editor2)
    beside = text(client, "editorial:review", own.pk)
    assert "”Laituri” julkaistaan" in beside
    assert "palauta se luonnokseksi" in beside
    after = press(own, people.editor2, "reject", "Kerro kunnasta.")
    assert "”Laituri” julkaistaan" in after
    assert "”Laituri” julkaistaan" in letters()["writer"].body


def test_the_calendar_says_what_stays_out_and_why(people, own, refused):
    """To editors; as long as it is so."""
    editor = logged_in(people.editor)
    sentence = "kirjoittajan esittely (Aino Airo). Siihen on pyydetty muutoksia."
    assert "Sitä tarkistetaan erikseen." in text(editor, "calendar:index")
    press(own, people.editor2, "reject", "Kerro kunnasta.")
    assert sentence in text(editor, "calendar:index")
    for other in (people.translator, people.writer):
        assert sentence not in text(logged_in(other), "calendar:index")
    submit(own, people.writer)
    approve(own, people.editor2)
    assert "Aino Airo)" not in text(editor, "calendar:index")


def test_the_post_goes_out_and_says_without_what(people, own, refused):
    """On its day: its own words are backed. The record and the mail say what is not public, and why;
    readers see the author's name, no photo, and no link that leads nowhere."""
    post, slot = refused
    press(own, people.editor2, "reject", "Kerro kunnasta.")
    letters()
    its_time(slot)
    publish_due.publish_due()
    assert fresh(post).live
    assert not fresh(own).live
    sentence = "Siihen on pyydetty muutoksia."
    assert sentence in letters()["writer"].body
    release = Release.objects.get()
    record = text(logged_in(people.editor), "editorial:record", release.pk)
    assert "Aino Airo" in record
    assert sentence in record
    _status, html = read(post)
    assert '<span class="name">Aino Airo</span>' in html
    assert own.slug not in html
    assert Client().get(f"/fi/kirjoittajat/{own.slug}/").status_code == 404


def test_a_draft_that_its_owner_never_sent_stays_theirs(people, own, others):
    """A co-author sends the post: the other profile's words are on no screen of theirs, it goes along
    nowhere, and nothing is recorded about it."""
    post = make_post(people.writer, "Laituri", authors=[own, others])
    guest = logged_in(people.writer)
    html = text(guest, "before_send", post.pk)
    assert SECRET not in html
    version = others.latest_revision_id
    assert reverse("editorial:preview", args=[others.pk, version]) not in html
    assert "kirjoittajan esittely (Kai Kaveri). Sen lähettää" in html
    send_after_reading(guest, post)
    assert fresh(post).workflow_in_progress
    assert fresh(own).workflow_in_progress
    assert not fresh(others).workflow_in_progress
    version = fresh(others).latest_revision
    assert not Word.objects.filter(page_id=others.pk).exists()
    shown = [part for word in Word.objects.all() for part in word.shown.split()]
    assert shown and not any(part.startswith(f"{others.pk}@") for part in shown)
    review = text(logged_in(people.editor), "editorial:review", post.pk)
    assert "kirjoittajan esittely (Kai Kaveri). Sen lähettää" in review
    assert reverse("editorial:preview", args=[others.pk, version.pk]) not in review
    approve(post, people.editor)
    assert fresh(post).live
    assert fresh(own).live
    assert not fresh(others).live


def test_its_owner_is_asked_to_send_it(people, own, others):
    """By mail, which leads to the profile; the editors read who sends it."""
    post = make_post(people.writer, "Laituri", authors=[own, others])
    send_after_reading(logged_in(people.writer), post)
    told = letters()
    assert set(told) == {"writer", "writer2", "editor", "editor2"}
    address = reverse("wagtailadmin_pages:edit", args=[others.pk])
    assert address in told["writer2"].body
    assert "Laituri" in told["writer2"].body
    assert "Sen lähettää" in told["editor"].body
    post_form(logged_in(people.writer2), others, **{"action-submit": "1"})
    assert fresh(others).workflow_in_progress


def test_without_an_account_an_editor_sends_it(people, own):
    """The editors read it in the mail about the post."""
    other = make_author("Kai", "Kaveri", saved_by=people.editor)
    post = make_post(people.writer, "Laituri", authors=[own, other])
    guest = logged_in(people.writer)
    assert "Sen lähettää toimitus." in text(guest, "before_send", post.pk)
    send_after_reading(guest, post)
    assert "Sen lähettää toimitus." in letters()["editor"].body
    assert not fresh(other).workflow_in_progress


def test_an_editor_who_sends_it_sees_it_whole(people, others):
    """The button of the editor leads to the screen, where every profile that goes along is."""
    post = make_post(people.editor, "Laituri", authors=[others])
    client = logged_in(people.editor)
    url = reverse("before_send", args=[post.pk])
    response = post_form(client, post, **{"action-submit": "1"})
    assert response.url == url
    version = fresh(others).latest_revision_id
    preview = reverse("editorial:preview", args=[others.pk, version])
    assert preview in client.get(url).content.decode()
    assert SECRET in client.get(preview).content.decode()


def test_a_translation_that_was_not_sent(people):
    """The profile is public, and stays so; what is missing of it is one language, and that is said: in
    the calendar, on the review, in the history and in the mail."""
    own = publish(
        make_author("Aino", "Airo", user=people.writer), people.writer, people.editor
    )
    post = make_post(people.writer, "Laituri", authors=[own])
    slot = make_slot(post)
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    profile, _record = translate(own, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    review = text(logged_in(people.reviewer), "editorial:review", target.pk)
    assert "presentationen av Aino Airo på svenska. Den skickas av" in review
    approve(target, people.reviewer)
    sentence = (
        "kirjoittajan esittely (Aino Airo) ruotsiksi. "
        "Käännöstä ei ole lähetetty tarkistettavaksi."
    )
    assert sentence in text(logged_in(people.editor), "calendar:index")
    letters()
    its_time(slot)
    publish_due.publish_due()
    assert fresh(target).live
    assert not fresh(profile).live
    assert sentence in letters()["writer"].body
    history = logged_in(people.admin).get(
        reverse("wagtailadmin_pages:history", args=[target.pk])
    )
    assert "Käännöstä ei ole lähetetty" in history.content.decode()


def test_a_question_and_a_theme_that_are_drafts_are_told_of(people):
    """Before sending, on the review, and in the answer to the approval; not once they are public."""
    theme = make_theme("Lähidemokratia", people.editor)
    question = make_question(datetime.date(2026, 5, 1), saved_by=people.editor)
    post = make_post(people.editor, "Kysytään", question=question)
    post.post_themes = [BlogPageTheme(theme=theme)]
    post.save_revision(user=people.editor)
    titles = [escape(each.title) for each in (theme, question)]
    told = [f"”{title}” ei ole vielä julkinen: se tulee" for title in titles]
    sent = text(logged_in(people.editor), "before_send", post.pk)
    submit(post, people.editor)
    seen = text(logged_in(people.editor2), "editorial:review", post.pk)
    answer = press(post, people.editor2, "approve")
    assert fresh(post).live
    assert all(words in html for words in told for html in (sent, seen, answer))
    publish(theme, people.editor, people.editor2)
    sent = text(logged_in(people.editor), "before_send", post.pk)
    assert [words in sent for words in told] == [False, True]
