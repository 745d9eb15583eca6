"""Mail about the review reaches those who can act, and is never in the way."""

import socket

import pytest
from django.core import mail

from tests.factories import make_post
from tests.helpers import approve, ask_for_changes, fresh, submit

pytestmark = pytest.mark.django_db


def sent_to():
    return {address for message in mail.outbox for address in message.to}


def test_a_submission_is_mailed_to_the_deciding_group(
    people, django_capture_on_commit_callbacks
):
    """Each editor in their own language; neither the writer nor a superuser."""
    post = make_post(people.writer)
    with django_capture_on_commit_callbacks(execute=True):
        submit(post, people.writer)
    assert sent_to() == {"editor@example.fi", "editor2@example.fi"}


def test_nothing_is_mailed_before_the_commit(people):
    """A submission that is rolled back has told nobody."""
    submit(make_post(people.writer), people.writer)
    assert mail.outbox == []


def test_the_decision_is_mailed_to_the_writer(
    people, django_capture_on_commit_callbacks
):
    """Both decisions reach whoever sent the page."""
    post = make_post(people.writer)
    submit(post, people.writer)
    with django_capture_on_commit_callbacks(execute=True):
        ask_for_changes(post, people.editor)
    assert sent_to() == {"writer@example.fi"}
    submit(post, people.writer)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        approve(post, people.editor)
    assert sent_to() == {"writer@example.fi"}


def test_a_mail_server_that_is_down_stops_nothing(
    people, settings, django_capture_on_commit_callbacks
):
    """Submission and approval go through; the failure is only logged."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = taken.getsockname()
        post = make_post(people.writer)
        with django_capture_on_commit_callbacks(execute=True):
            submit(post, people.writer)
        with django_capture_on_commit_callbacks(execute=True):
            approve(post, people.editor)
    assert fresh(post).live


def test_mails_are_in_the_readers_language(people, django_capture_on_commit_callbacks):
    """A Swedish translator is written to in Swedish."""
    from tests.helpers import fill_in, publish, send, translate

    post = publish(make_post(people.writer), people.writer, people.editor)
    _target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        send(record, people.translator)
    (message,) = mail.outbox
    assert message.to == ["reviewer@example.fi"]
    assert "Hello" not in message.body
    assert "moderation" not in message.subject.lower().replace("moderering", "")
