"""Logging in with the username or the e-mail address."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_address_logs_in(people):
    """In any case; two accounts with one address are told apart by their passwords."""
    assert Client().login(username="WRITER@example.fi", password="kuntademokratia")
    assert not Client().login(username="WRITER@example.fi", password="väärä")
    get_user_model().objects.create_user("twin", "writer@example.fi", "toinen salasana")
    client = Client()
    assert client.login(username="writer@example.fi", password="toinen salasana")
    assert client.session["_auth_user_id"] == str(
        get_user_model().objects.get(username="twin").pk
    )
    get_user_model().objects.filter(username="twin").update(is_active=False)
    assert not Client().login(username="writer@example.fi", password="toinen salasana")


def test_the_log_in_form_asks_for_either(people):
    """Its label says so in both languages, and its error names no field."""
    for language, label in (
        ("fi", "Käyttäjätunnus tai sähköpostiosoite"),
        ("sv", "Användarnamn eller e-postadress"),
    ):
        client = Client(headers={"accept-language": language})
        assert label in client.get("/admin/login/").content.decode()
    response = client.post("/admin/login/", {"username": "x@example.fi"})
    assert response.status_code == 200


def test_a_forgotten_password_is_mailed_in_the_language_of_the_account(people):
    """Whatever the browser speaks."""
    client = Client(headers={"accept-language": "fi"})
    client.post("/admin/password_reset/", {"email": "REVIEWER@example.fi"})
    assert mail.outbox[-1].to == [people.reviewer.email]
    assert "lösenord" in mail.outbox[-1].body


def test_a_closed_account_gets_no_new_password(people):
    """Neither one that never had a password, nor one that had."""
    get_user_model().objects.update(is_active=False)
    Client().post("/admin/password_reset/", {"email": "writer@example.fi"})
    assert mail.outbox == []
