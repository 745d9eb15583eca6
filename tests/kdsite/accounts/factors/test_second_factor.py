"""Whoever decides on texts shows something that only they have."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.test import Client

from tests.kdsite.accounts.outside.factors import (
    LOGIN,
    SHOW,
    code_of,
    codes_of,
    give_app,
    set_up_app,
)
from tests.support.addresses import addresses, places, routes
from tests.support.factories import PASSWORD
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]
SET_UP = "/account/second-factor/"


@pytest.fixture(autouse=True)
def _required(settings):
    """As outside the demo."""
    settings.DEMO = False
    settings.SECOND_FACTOR_REQUIRED = True


def give_password(user, client=None):
    client = client or Client()
    answer = client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    return client, answer


def everywhere():
    """Addresses of the whole site; those that are more than places, by hand."""
    yield from ("/fi/blogi/", "/documents/1/x.pdf", "/admin/password_reset/")
    for route in routes():
        values = {name: ["1"] for name in places(route)}
        found = [
            each for each in addresses(route, values) if not set(each) & set("(*)")
        ]
        # Whoever holds a private link to a draft is nobody's account.
        others = ("logout", "/luonnos/", "/utkast/")
        yield from (each for each in found if not any(o in each for o in others))


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["editor", "translator", "admin"])
def test_without_one_only_the_screen_that_sets_one_up_is_reached(people, name, method):
    """By whichever door the session was opened; pages, forms and the addresses of machines."""
    client = logged_in(getattr(people, name))
    client.raise_request_exception = False
    reached = [
        address
        for address in everywhere()
        if getattr(client, method)(address).get("Location") != SET_UP
    ]
    screens = (SET_UP, "/account/reauthenticate/")
    assert [each for each in reached if not each.startswith(screens)] == []
    assert SET_UP in reached
    # Of the screens themselves, only those that set one up.
    assert {each.removeprefix(SET_UP) for each in reached} == {
        "",
        "app/",
        "passkeys/add/",
        "/account/reauthenticate/",
    }


def test_guests_need_none(people):
    """It is offered to them among their own settings."""
    client, answer = give_password(people.writer)
    assert answer["Location"] == "/admin/"
    assert SET_UP in client.get("/admin/account/").content.decode()
    assert client.get(SET_UP).status_code == 200


def test_it_is_set_up_and_then_asked_for(people):
    """The password once more, the code of the app, recovery codes; from then on at each log-in."""
    client, answer = give_password(people.editor)
    assert client.get(answer["Location"])["Location"] == SET_UP
    secret, answer = set_up_app(client, PASSWORD)
    assert answer["Location"] == "/account/second-factor/codes/"
    page = client.get(answer["Location"]).content.decode()
    assert all(code in page for code in codes_of(people.editor))
    assert client.get("/admin/").status_code == 200
    assert "Toinen tunniste lisättiin." in mail.outbox[-1].body

    other, answer = give_password(people.editor)
    assert (answer["Location"], SESSION_KEY in other.session) == (SHOW, False)
    assert other.get("/admin/").status_code == 302
    answer = other.post(SHOW, {"code": "000000"})
    assert "Koodi ei ole oikea." in answer.content.decode()
    assert SESSION_KEY not in other.session
    answer = other.post(SHOW, {"code": code_of(secret, later=1)})
    assert answer["Location"] == "/admin/"
    assert other.get("/admin/").status_code == 200


def test_a_code_works_once(people):
    """Neither that of the app nor a recovery code opens the log-in twice."""
    secret = give_app(people.editor)
    RecoveryCodes.activate(people.editor)
    for code in (code_of(secret), codes_of(people.editor)[0]):
        client, _answer = give_password(people.editor)
        assert client.post(SHOW, {"code": code}).status_code == 302
        assert SESSION_KEY in client.session
        client, _answer = give_password(people.editor)
        assert client.post(SHOW, {"code": code}).status_code == 200
        assert SESSION_KEY not in client.session


def test_codes_are_not_guessed(people):
    """After ten the right one does not get in either, and the owner learns that the password is
    known."""
    secret = give_app(people.reviewer)
    client, _answer = give_password(people.reviewer)
    for number in range(11):
        client.post(SHOW, {"code": "000000"}, REMOTE_ADDR=f"192.0.2.{number}")
    client.post(SHOW, {"code": code_of(secret)}, REMOTE_ADDR="192.0.2.200")
    assert SESSION_KEY not in client.session
    (message,) = mail.outbox
    assert message.to == [people.reviewer.email]
    assert message.subject == "Någon känner till ditt lösenord"


def test_a_session_by_another_door_must_show_it(people):
    """Whatever logged the account in; nor can it give the factor up with the password alone."""
    secret = give_app(people.editor)
    client = logged_in(people.editor)
    show = "/account/second-factor/reauthenticate/"
    for address in ("/admin/", SET_UP, "/account/second-factor/app/remove/", "/fi/"):
        assert client.get(address)["Location"] == show
    client.post(show, {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200


def test_the_last_one_is_not_given_up_where_it_is_needed(people):
    """Whoever needs none may."""
    for person, kept in ((people.editor, True), (people.writer, False)):
        secret = give_app(person)
        client, _answer = give_password(person)
        client.post(SHOW, {"code": code_of(secret)})
        page = client.get("/account/second-factor/app/remove/", follow=True)
        address = page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]
        client.post(address, {"code": code_of(secret, later=1)})
        page = client.post("/account/second-factor/app/remove/", follow=True)
        assert Authenticator.objects.filter(user=person).exists() == kept
        if kept:
            assert "Ota ensin käyttöön toinen." in page.content.decode()
        else:
            assert "Toinen tunniste poistettiin." in mail.outbox[-1].body


def test_a_change_of_factor_asks_who_one_is_and_ends_other_sessions(people):
    """A password that is not right changes nothing; this session stays."""
    here, there = logged_in(people.writer), logged_in(people.writer)
    asked = here.get("/account/second-factor/app/")
    assert asked["Location"].startswith("/account/reauthenticate/")
    assert here.post(asked["Location"], {"password": "väärä"}).status_code == 200
    assert here.get("/account/second-factor/app/").status_code == 302
    set_up_app(here, PASSWORD)
    assert here.get("/admin/").status_code == 200
    assert there.get("/admin/").status_code == 302


def test_the_demo_asks_for_none(people, settings):
    """Its passwords are in the README, and open it for everybody."""
    settings.DEMO, settings.SECOND_FACTOR_REQUIRED = True, False
    give_app(people.editor)
    client, answer = give_password(people.editor)
    assert answer["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
