"""No mail is in the way of a step of the editorial work, and none is lost: each is told of in the end,
as it was, once."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import override

from kdsite.editorial.follow_ups.tasks import sentence_of
from kdsite.editorial.models import FollowUp
from tests.editorial.when_it_fails.breaking import refusing, try_all_again
from tests.support.factories import make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    fresh,
    logged_in,
    make_slot,
    post_form,
    publish,
    send_after_reading,
    submit,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def send(people):
    post = make_post(people.writer, "Laituri")
    send_after_reading(logged_in(people.writer), post)
    assert fresh(post).workflow_in_progress
    return post


def decide(people, action, comment=""):
    post = make_post(people.writer, "Laituri")
    make_slot(post)
    submit(post, people.writer)
    mail.outbox.clear()
    client = logged_in(people.editor)
    url = reverse("editorial:review", args=[post.pk])
    seen = form_on(client, url).initial["seen"]
    with refusing("editorial_notice"):
        client.post(url, {"seen": seen, "action": action, "comment": comment})
    assert not fresh(post).workflow_in_progress
    return post


def ask(people):
    return decide(people, "reject", "Kerro, mistä kunnasta.")


def approve(people):
    return decide(people, "approve")


def comment(people):
    post = make_post(people.writer, "Laituri")
    data = {
        "comments-TOTAL_FORMS": "1",
        "comments-0-text": "Kerro, mistä kunnasta.",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    with refusing("editorial_notice"):
        post_form(logged_in(people.editor), post, **data)
    return post


def take_down(people):
    post = publish(make_post(people.writer, "Laituri"), people.writer, people.editor)
    mail.outbox.clear()
    url = reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    with refusing("editorial_notice"):
        logged_in(people.editor).post(url, {"which": "both", "why": "Vanhentunut."})
    assert not fresh(post).live
    return post


def send_while_refused(people):
    with refusing("editorial_notice"):
        return send(people)


STEPS = {
    "sending": (
        send_while_refused,
        "ei ole vielä kerrottu, että ”Laituri” on lähetetty",
        {"editor", "editor2"},
        "on lähettänyt tarkistettavaksi",
    ),
    "asking for changes": (
        ask,
        "ei ole vielä kerrottu, että tekstiin ”Laituri” on pyydetty",
        {"writer"},
        "Kerro, mistä kunnasta.",
    ),
    "approving": (
        approve,
        "ei ole vielä kerrottu, että ”Laituri” on hyväksytty",
        {"writer", "translator", "reviewer"},
        "Laituri",
    ),
    "commenting": (
        comment,
        "ei ole vielä kerrottu uusista kommenteista tekstiin ”Laituri”",
        {"writer"},
        "Kerro, mistä kunnasta.",
    ),
    "taking down": (
        take_down,
        "ei ole vielä kerrottu, että ”Laituri” on poistettu julkaisusta",
        {"writer"},
        "Vanhentunut.",
    ),
}


@pytest.mark.parametrize("step", STEPS)
def test_each_step_stands_and_is_told_in_the_end(people, step):
    """The step is taken; that nobody knows of it stands on the editors' front page, with why; once what
    was broken is whole again it is told, as it was then, and to nobody twice."""
    take, sentence, told, words = STEPS[step]
    take(people)
    assert mail.outbox == []
    (row,) = FollowUp.objects.failed()
    with override("fi"):
        assert sentence in sentence_of(row)
    front = logged_in(people.editor).get(reverse("wagtailadmin_home"))
    assert sentence in front.content.decode()
    try_all_again()
    assert not FollowUp.objects.exists()
    letters = {letter.to[0].partition("@")[0]: letter.body for letter in mail.outbox}
    assert len(letters) == len(mail.outbox)
    assert told <= set(letters)
    assert all(words in letters[name] for name in told)
    FollowUp.objects.create(task=row.task, arguments=row.arguments)
    try_all_again()
    assert len(letters) == len(mail.outbox)


def test_a_process_that_ends_after_the_commit_loses_no_mail(people, monkeypatch):
    """That there is something to tell was written down with the step."""
    after_commit = "kdsite.editorial.follow_ups.queue.after_commit"
    monkeypatch.setattr(after_commit, lambda function: None)
    send(people)
    assert mail.outbox == []
    monkeypatch.undo()
    try_all_again()
    told = sorted(each.to[0].partition("@")[0] for each in mail.outbox)
    assert told == ["editor", "editor2", "writer"]


def test_nobody_is_asked_for_what_was_decided_meanwhile(people, monkeypatch):
    """The mail that was late asks for a decision that somebody has taken."""
    after_commit = "kdsite.editorial.follow_ups.queue.after_commit"
    monkeypatch.setattr(after_commit, lambda function: None)
    post = send(people)
    monkeypatch.undo()
    client = logged_in(people.editor)
    url = reverse("editorial:review", args=[post.pk])
    seen = form_on(client, url).initial["seen"]
    client.post(url, {"seen": seen, "action": "reject", "comment": "Lyhennä."})
    mail.outbox.clear()
    try_all_again()
    assert mail.outbox == []
