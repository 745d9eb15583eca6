"""What a slot lacks is told before its time; what somebody chose to hear once a day is one mail."""

from datetime import time, timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from wagtail.models import Comment

from home.models import AccessibilityStatementPage
from kdsite.editorial.models import MailChoice, Mode, Notice
from kdsite.editorial.notifications.digest import send_digests
from kdsite.editorial.notifications.release_countdown import count_down
from tests.editorial.notifications.clock import (
    AT,
    DAY,
    at,
    counted,
    names,
    slot_for,
    told,
)
from tests.support.factories import make_post
from tests.support.helpers import approve, logged_in, post_form, submit

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.mailed]


@pytest.fixture(autouse=True)
def statement_is_current(site):
    """Its reminder has tests of its own (tests/home/test_accessibility_reviews.py)."""
    AccessibilityStatementPage.objects.update(reviewed_on=DAY)


def test_the_editors_hear_what_is_missing_before_and_on_the_spot(people):
    """Five days, one day and one hour before, once each; when the time has come, so do those who
    write and translate."""
    post = make_post(people.writer)
    slot_for(post)
    submit(post, people.writer)
    approve(post, people.editor)
    told()
    assert counted(AT - timedelta(days=5, minutes=1)) == set()
    for moment in (
        AT - timedelta(days=5),
        AT - timedelta(days=1),
        AT - timedelta(hours=1),
    ):
        mails = counted(moment)
        assert names(mails) == {"editor", "editor2"}
        assert "Ei vielä valmis" in str(mails)
    with time_machine.travel(AT, tick=False):
        count_down()
    body = mail.outbox[0].body
    team = {"translator", "reviewer"}
    assert names(told()) == {"editor", "editor2", "writer"} | team
    assert "Käännöstä ei ole aloitettu." in body
    assert counted(AT + timedelta(hours=3)) == set()


def test_after_a_standstill_only_the_last_stage_is_told(people):
    slot_for()
    mails = counted(AT - timedelta(minutes=30))
    assert len(mails) == 2


def test_original_first_lacks_nothing_without_its_translation(people):
    """The translation may follow; a missing original is told."""
    post = make_post(people.writer)
    slot_for(post, mode=Mode.ORIGINAL_FIRST)
    assert names(counted(AT - timedelta(days=2))) == {"editor", "editor2"}
    submit(post, people.writer)
    approve(post, people.editor)
    told()
    assert counted(AT - timedelta(hours=2)) == set()


def choose(user, when):
    MailChoice.objects.update_or_create(user=user, defaults={"when": when})


def test_the_digest_is_one_mail_a_day(people):
    """What happened since yesterday's, in one mail; nothing of it at once, nothing twice."""
    choose(people.editor, MailChoice.When.DIGEST)
    with at(3, time(12)):
        for title in ("Ensimmäinen", "Toinen"):
            submit(make_post(people.writer, title=title), people.writer)
        send_digests()
    assert {each.to[0] for each in mail.outbox} == {
        "editor2@example.fi",
        "writer@example.fi",
    }
    mail.outbox.clear()
    with at(2, time(6, 59)):
        send_digests()
    assert told() == set()
    with at(2, time(7)):
        send_digests()
        send_digests()
    (message,) = mail.outbox
    assert message.to == ["editor@example.fi"]
    assert "Ensimmäinen" in message.body
    assert "Toinen" in message.body
    assert "1. " in message.body
    assert not Notice.objects.exclude(text="").exists()


def test_nothing_means_nothing(people):
    """Also what was collected before the choice."""
    choose(people.editor, MailChoice.When.DIGEST)
    with at(3):
        submit(make_post(people.writer), people.writer)
    told()
    choose(people.editor, MailChoice.When.NEVER)
    with at(2):
        submit(make_post(people.writer, title="Toinen"), people.writer)
        send_digests()
    assert names(told()) == {"editor2", "writer"}


@pytest.mark.parametrize("name", ["writer", "editor", "translator"])
def test_everybody_chooses_in_their_account(people, name):
    """The form says it in words, and is the only choice of mail there."""
    user = getattr(people, name)
    client = logged_in(user)
    url = reverse("wagtailadmin_account")
    page = client.get(url)
    names_of_panels = [
        panel.name
        for group in page.context["panels_by_tab"].values()
        for panel in group
    ]
    assert "mail" in names_of_panels
    assert "notifications" not in names_of_panels
    data = {}
    for group in page.context["panels_by_tab"].values():
        for panel in group:
            for bound in panel.get_form():
                value = bound.value()
                if isinstance(value, str):
                    data[bound.html_name] = value
    changes = {"mail-when": "digest", "name_email-first_name": "Maija"}
    response = client.post(url, data | changes | {"name_email-last_name": "Malli"})
    assert response.status_code == 302
    assert MailChoice.of(user) == MailChoice.When.DIGEST


def test_comments_are_told_to_the_writer(people):
    """Whoever invited writes beside the text; the writer hears of it, the commenter does not."""
    post = make_post(people.writer)
    post_form(
        logged_in(people.editor),
        post,
        **{
            "comments-TOTAL_FORMS": "1",
            "comments-0-text": "Olisiko lyhyempi parempi?",
            "comments-0-contentpath": "title",
            "comments-0-position": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
        },
    )
    assert Comment.objects.count() == 1
    told = {message.to[0]: message.body for message in mail.outbox}
    # Where no editor has saved or decided on it, all the others hear of it.
    assert set(told) == {"writer@example.fi", "editor2@example.fi"}
    assert "Olisiko lyhyempi parempi?" in told["writer@example.fi"]
