"""Whoever tells something: nobody hears of it twice, or what is not theirs, and no mail is in the way."""

import pytest
from django.core import mail
from django.db import transaction
from django.template import TemplateDoesNotExist

from kdsite.editorial.models import Message, Notice
from kdsite.editorial.notifications.notify import tell
from tests.editorial.notifications.mails import names, told
from tests.support.factories import make_post
from tests.support.helpers import fresh, publish, submit

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.fixture(autouse=True)
def _site_address(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://blogi.example.fi"


def test_nobody_is_told_the_title_of_a_draft_they_may_not_see(people):
    """Whoever calls: another writer and the language team get no mail about a draft."""
    post = make_post(people.writer, title="Salainen")
    everybody = [people.writer2, people.translator, people.editor]
    tell("translate", everybody, key="x", page=post)
    assert names(told()) == {"editor"}


def test_readers_of_a_public_page_get_its_public_title(people):
    """The title of a draft of it is its writer's until it is approved."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    draft = fresh(post)
    draft.title = "Salainen"
    draft.save_revision(user=people.writer)
    told()
    tell("translate", [people.writer2, people.editor], key="x", page=fresh(post))
    mails = told()
    assert "Salainen" in mails["editor@example.fi"].subject
    assert "Samaan suuntaan" in mails["writer2@example.fi"].subject


def test_nobody_hears_of_the_same_twice(people):
    """The key names the event; another key is another event."""
    for key in ("x", "x", "y"):
        tell("approved", [people.writer], key=key, page=make_post(people.writer))
    assert len(mail.outbox) == 2


def test_line_breaks_do_not_reach_the_headers(people):
    """S9: a line break in a title or a name starts no header, and ends in no error."""
    people.writer.first_name = "Maija\r\nBcc: all@example.fi"
    people.writer.save()
    told()  # Of the name.
    post = make_post(people.writer, title="Hei\r\nBcc: all@example.fi")
    submit(post, people.writer)
    for message in told().values():
        assert message.subject.endswith(": Hei Bcc: all@example.fi")
        assert "Bcc" not in message.message()


def test_a_failing_mail_stops_nothing(people, caplog):
    """A template that is missing or broken is logged; the submission stands."""
    with transaction.atomic():
        tell("no_such_event", [people.editor], key="x")
        post = make_post(people.writer)
        submit(post, people.writer)
    assert fresh(post).workflow_in_progress
    failures = [record.exc_info[0] for record in caplog.records if record.exc_info]
    assert failures == [TemplateDoesNotExist]
    assert not Notice.objects.filter(key__startswith="no_such").exists()


def test_what_is_told_is_part_of_the_transaction(people, settings):
    """A submission that is rolled back has told nobody, and can be told later."""
    settings.EMAIL_BACKEND = "kdsite.editorial.notifications.mail_queue.QueueBackend"
    post = make_post(people.writer)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        submit(post, people.writer)
        assert Message.objects.count() == 3
        raise ZeroDivisionError
    assert not Message.objects.exists()
    assert not Notice.objects.exists()
    submit(post, people.writer)
    assert Message.objects.count() == 3
