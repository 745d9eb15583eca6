"""A second factor that is lost is taken off by two, and everybody concerned is told."""

import datetime
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.kdsite.accounts.outside.factors import give_app
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]
ASK = "/account/lost-factor/"


def ask(by, account):
    return logged_in(by).post(ASK, {"account": account.pk})


def link_to(person, kind):
    """In the mails that were sent to ``person``."""
    for message in mail.outbox:
        found = re.search(rf"/account/lost-factor/{kind}/\S+", message.body)
        if message.to == [person.email] and found:
            return found[0]
    return None


def has_one(person):
    return Authenticator.objects.filter(user=person).exists()


def test_a_second_editor_confirms(people):
    """Opening the page changes nothing, the button does; the account is out everywhere."""
    give_app(people.editor)
    session = logged_in(people.editor)
    assert ask(people.admin, people.editor).status_code == 302
    path = link_to(people.editor2, "confirm")
    client = logged_in(people.editor2)
    assert client.get(path).status_code == 200
    assert has_one(people.editor)
    mail.outbox.clear()
    assert client.post(path).status_code == 200
    assert not has_one(people.editor)
    assert session.get("/admin/").status_code == 302
    told = {message.to[0] for message in mail.outbox}
    assert told == {people.editor.email, people.editor2.email}
    actions = ModelLogEntry.objects.filter(object_id=people.editor.pk)
    assert set(actions.values_list("action", flat=True)) == {
        "accounts.ask_factor_off",
        "accounts.take_factor_off",
    }


def test_two_whom_the_same_person_has_just_invited_do_not_confirm_for_each_other(
    people,
):
    """They may be that person, who would get into the account of somebody who is there."""
    give_app(people.editor)
    for user in (people.editor2, people.writer2):
        user.groups.set(people.editor.groups.all())
        user.invited_by, user.invited_at = people.admin, timezone.now()
        user.save()
    ask(people.writer2, people.editor)
    path = link_to(people.editor2, "confirm")
    answer = logged_in(people.editor2).post(path, follow=True)
    assert "olette toistaiseksi yksi ihminen" in answer.content.decode()
    assert has_one(people.editor)


def test_the_owner_confirms_from_their_mailbox(people):
    """In their language, without a log-in, which they cannot do."""
    give_app(people.reviewer)
    ask(people.editor, people.reviewer)
    path = link_to(people.reviewer, "mine")
    client = Client(headers={"accept-language": "sv"})
    assert "Ta bort den andra faktorn" in client.get(path).content.decode()
    assert has_one(people.reviewer)
    client.post(path)
    assert not has_one(people.reviewer)
    assert client.post(path).status_code == 410


def test_a_mailbox_that_who_asks_has_given_is_no_proof(people):
    """It may be their own: opening the link says so, and the button does nothing."""
    give_app(people.editor2)
    account = people.editor2
    account.email = "muualla@example.org"
    account.invited_by, account.invited_at = people.admin, timezone.now()
    account.save()
    ask(people.admin, account)
    path = link_to(account, "mine")
    for answer in (Client().get(path), Client().post(path)):
        assert answer.status_code == 410
        assert "olette toistaiseksi yksi ihminen" in answer.content.decode()
    assert has_one(account)


def test_nobody_does_it_alone(people):
    """Not who asked, not the owner in the admin, nobody who only writes or translates."""
    give_app(people.editor)
    ask(people.editor2, people.editor)
    path = link_to(people.editor2, "confirm")
    for person in (people.editor2, people.editor, people.writer, people.translator):
        assert logged_in(person).get(path).status_code == 410
        assert logged_in(person).post(path).status_code == 410
    assert Client().post(path).status_code == 302
    assert link_to(people.editor, "confirm") is None
    # A link to an editor opens nothing as if it were the owner's.
    assert Client().post(path.replace("/confirm/", "/mine/")).status_code == 410
    assert has_one(people.editor)


def test_only_editors_and_superusers_ask(people):
    """And not for themselves, nor where there is none."""
    give_app(people.editor)
    for person in (people.writer, people.translator):
        assert ask(person, people.editor).status_code == 403
        assert logged_in(person).get(ASK).status_code == 403
    assert ask(people.editor, people.editor).status_code == 200
    assert ask(people.editor, people.editor2).status_code == 200
    assert mail.outbox == []


def test_an_old_link_is_worth_nothing(people):
    """After two days; or when the factor is another one by now."""
    give_app(people.editor)
    ask(people.admin, people.editor)
    path = link_to(people.editor2, "confirm")
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2, minutes=1)):
        assert logged_in(people.editor2).post(path).status_code == 410
    Authenticator.objects.all().delete()
    give_app(people.editor)
    assert logged_in(people.editor2).post(path).status_code == 410
    assert has_one(people.editor)


def test_an_asker_who_is_no_editor_any_more_is_none(people):
    """The two are looked at when it happens."""
    give_app(people.editor)
    ask(people.editor2, people.editor)
    path = link_to(people.editor, "mine")
    people.editor2.is_active = False
    people.editor2.save()
    assert Client().post(path).status_code == 410
    assert has_one(people.editor)


def test_it_is_found_in_the_lists(people):
    """Of accounts, and among an editor's own settings."""
    assert ASK in logged_in(people.admin).get("/admin/users/").content.decode()
    assert ASK in logged_in(people.editor).get("/admin/account/").content.decode()
    assert ASK not in logged_in(people.writer).get("/admin/account/").content.decode()
