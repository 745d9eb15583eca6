"""Whoever writes once a year gets in by a code in their mail."""

import re

import pytest
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.test import Client

from tests.kdsite.accounts.outside.factors import SHOW, code_of, give_app

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]
ASK, WRITE = "/account/login/code/", "/account/login/code/confirm/"


def ask(address, client=None):
    client = client or Client()
    return client, client.post(ASK, {"email": address}, follow=True)


def code():
    return re.search(r"[B-Z]{4}-[B-Z]{4}", mail.outbox[-1].body)[0]


def test_a_guest_gets_in(people):
    """In the language of their account; where they were going."""
    client = Client()
    client.post(f"{ASK}?next=/admin/account/", {"email": "Writer@example.fi"})
    assert mail.outbox[-1].to == ["writer@example.fi"]
    assert SESSION_KEY not in client.session
    answer = client.post(f"{WRITE}?next=/admin/account/", {"code": code().lower()})
    assert answer["Location"] == "/admin/account/"
    assert client.get("/admin/").status_code == 200


def test_the_code_is_of_the_page_that_asked(people):
    """Whoever reads it over a shoulder can do nothing with it; three wrong ones end it."""
    client, _page = ask("writer@example.fi")
    right = code()
    stranger, _page = ask("kuka@example.org")
    stranger.post(WRITE, {"code": right})
    assert SESSION_KEY not in stranger.session
    for _time in range(3):
        client.post(WRITE, {"code": "BBBB-BBBB"})
    client.post(WRITE, {"code": right})
    assert SESSION_KEY not in client.session


@pytest.mark.parametrize("name", ["editor", "reviewer", "admin"])
def test_whoever_decides_on_texts_gets_none(people, name):
    """A mail says why."""
    person = getattr(people, name)
    _client, page = ask(person.email)
    (message,) = mail.outbox
    assert message.to == [person.email]
    assert not re.search(r"[B-Z]{4}-[B-Z]{4}", message.body)
    assert "/account/login/" in message.body
    assert page.redirect_chain[-1][0] == WRITE


def test_the_answer_is_the_same_for_everybody(people):
    """A guest, an editor, nobody."""
    pages = set()
    for address in ("writer@example.fi", "editor@example.fi", "kuka@example.fi"):
        _client, page = ask(address)
        token = str(page.context["csrf_token"])
        pages.add(page.content.decode().replace(token, ""))
    assert len(pages) == 1
    assert len(mail.outbox) == 3


def test_three_codes_an_hour(people):
    """However the address is written."""
    for number, name in enumerate(["writer@example.fi", "WRITER@example.fi"] * 3):
        page = Client().post(ASK, {"email": name}, REMOTE_ADDR=f"192.0.2.{number}")
    assert len(mail.outbox) == 3
    assert "useita koodeja" in page.content.decode()


def test_a_guests_second_factor_is_asked_for_after_it(people, settings):
    """Whoever set one up is not let in without it."""
    settings.DEMO = False
    secret = give_app(people.writer)
    client, _page = ask("writer@example.fi")
    answer = client.post(WRITE, {"code": code()})
    assert (answer["Location"], SESSION_KEY in client.session) == (SHOW, False)
    client.post(SHOW, {"code": code_of(secret)})
    assert SESSION_KEY in client.session


@pytest.mark.parametrize("moment", ["before it is opened", "while it is open"])
def test_a_link_to_a_new_password_ends_when_its_owner_gets_in(people, moment):
    """It was never used and is not old: the page says why, and has the way to a new one."""
    client = Client()
    client.post("/account/password/reset/", {"email": people.writer.email})
    path = re.search(r"/account/password/reset/key/\S+", mail.outbox[-1].body)[0]
    form = None
    if moment == "while it is open":
        form = client.get(path, follow=True).redirect_chain[-1][0]
    other, _page = ask(people.writer.email)
    other.post(WRITE, {"code": code()})
    assert SESSION_KEY in other.session
    new = dict.fromkeys(("password1", "password2"), "vene kulkee hiljaa")
    answer = client.post(form, new) if form else client.get(path)
    said = answer.content.decode()
    assert "kolmen päivän ajan ja vain siihen asti, kun kirjaudut sisään" in said
    assert 'href="/account/password/reset/"' in said
    swedish = client.get(path, headers={"accept-language": "sv"}).content.decode()
    assert "i tre dagar och bara tills du loggar in" in swedish
