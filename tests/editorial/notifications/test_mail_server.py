"""No mail is lost, repeated or in the way, whatever the mail server does (reliability.md R12)."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.models import Message
from kdsite.editorial.models.messages import LONGEST_PAUSE, PATIENCE
from kdsite.editorial.notifications.mail_queue import send_due
from tests.support.at_once import at_once
from tests.support.servers.mail import FAILURES, MailServer

pytestmark = [pytest.mark.both_databases, pytest.mark.mailed]

QUEUE = "kdsite.editorial.notifications.mail_queue.QueueBackend"


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = QUEUE
    settings.EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_TIMEOUT = 0.3
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "kdsite"
    with MailServer() as running:
        settings.EMAIL_HOST, settings.EMAIL_PORT = running.server_address
        yield running


def write(*recipients):
    EmailMessage("Hei", "Moi!", to=recipients or ["writer@example.fi"]).send()


def an_hour_passes():
    """The longest pause is over for everything that waits."""
    Message.objects.waiting().update(next_try=F("next_try") - LONGEST_PAUSE)


@pytest.mark.django_db
@pytest.mark.parametrize("failure", [*FAILURES, "nobody listens", "no such host"])
def test_a_failing_server_loses_nothing(client, server, settings, failure):
    """The request succeeds, the mail is kept with the reason, and sent once it works again."""
    get_user_model().objects.create_user("w@example.fi", "salasana-on-tämä")
    port = settings.EMAIL_PORT
    server.behaviour = failure
    if failure == "nobody listens":
        settings.EMAIL_PORT = 1
    if failure == "no such host":
        settings.EMAIL_HOST = "mail.invalid"
    address = reverse("account_reset_password")
    assert client.post(address, {"email": "w@example.fi"}).status_code == 302
    assert send_due() == 0
    message = Message.objects.get()
    assert message.tries == 1
    assert message.problem
    assert message.sent_at is None
    assert server.taken == []

    server.behaviour = "works"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    assert send_due() == 0
    an_hour_passes()
    assert send_due() == 1
    an_hour_passes()
    assert send_due() == 0
    (text,) = server.taken
    assert "To: w@example.fi" in text


@pytest.mark.django_db
def test_a_server_that_drops_after_taking_gets_it_once(server):
    """What the server said yes to is sent, however it ends the conversation."""
    server.behaviour = "drops"
    write()
    assert send_due() == 1
    an_hour_passes()
    assert send_due() == 0
    assert len(server.taken) == 1


@pytest.mark.django_db
def test_pauses_grow_to_an_hour(server):
    """A minute, two, four, and never longer than an hour; a server that fails is never given up."""
    server.behaviour = "closes"
    write()
    Message.objects.update(created_at=timezone.now() - 2 * PATIENCE)
    minutes = []
    for _try in range(8):
        Message.objects.update(next_try=timezone.now())
        send_due()
        pause = Message.objects.get().next_try - timezone.now()
        minutes.append(round(pause / timedelta(minutes=1)))
    assert minutes == [1, 2, 4, 8, 16, 32, 60, 60]


@pytest.mark.django_db
def test_a_refused_address_stops_nobody_else(server):
    """The others of the round are tried; what is refused for days is given up and kept."""
    server.behaviour = "refused"
    write("nobody@example.fi", "writer@example.fi")
    send_due()
    assert [message.tries for message in Message.objects.all()] == [1, 1]
    Message.objects.update(created_at=timezone.now() - PATIENCE * 2)
    an_hour_passes()
    send_due()
    assert not Message.objects.waiting().exists()
    assert Message.objects.filter(sent_at=None, content__subject="Hei").count() == 2


@pytest.mark.django_db
def test_a_server_that_is_down_is_asked_once_a_round(server):
    """A hundred waiting mails do not hold the releases for a hundred timeouts."""
    server.behaviour = "closes"
    write("one@example.fi", "two@example.fi")
    send_due()
    assert Message.objects.filter(tries=1).count() == 1


@pytest.mark.django_db
def test_mail_is_part_of_the_transaction(server):
    """What is rolled back has told nobody."""
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError
    assert not Message.objects.exists()


@pytest.mark.django_db
def test_a_mail_arrives_as_it_was_written(settings):
    """Every part that Django's mails have; words and links do not stay in the database."""
    settings.EMAIL_BACKEND = QUEUE
    email = EmailMultiAlternatives(
        "Kaksi\nriviä",
        "Hyvää päivää",
        to=["a@example.fi"],
        bcc=["b@example.fi"],
        reply_to=["c@example.fi"],
        headers={"Auto-Submitted": "auto-generated"},
    )
    email.attach_alternative("<p>Hyvää päivää</p>", "text/html")
    email.send()
    assert send_due() == 2
    first, second = mail.outbox
    assert (first.to, second.to) == (["a@example.fi"], ["b@example.fi"])
    assert first.subject == "Kaksi riviä"
    assert first.body == "Hyvää päivää"
    assert first.reply_to == ["c@example.fi"]
    assert first.extra_headers["Auto-Submitted"] == "auto-generated"
    assert first.alternatives[0].content == "<p>Hyvää päivää</p>"
    assert not Message.objects.exclude(content={}).exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_each_mail_once(server, settings):
    """Both start together, again and again, and no mailbox gets anything twice."""
    settings.EMAIL_TIMEOUT = 10
    for _round in range(5):
        write(*[f"reader{number}@example.fi" for number in range(4)])
        results = at_once(send_due, send_due)
        assert sum(results) == 4
    assert len(server.taken) == 20
    assert not Message.objects.waiting().exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_claim_a_mail_once(server):
    """The claim alone is enough, should the turn be lost with a connection to the database."""
    write()
    message = Message.objects.get()
    assert sorted(at_once(message.claim, message.claim)) == [False, True]


@pytest.mark.django_db(transaction=True)
def test_no_server_is_spoken_to_inside_a_transaction(server):
    """A server that hangs would hold the database's locks."""
    write()
    with pytest.raises(RuntimeError), transaction.atomic():
        send_due()
    assert server.taken == []
