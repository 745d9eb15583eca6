"""An account, and logging in with its address."""

import io
import re

import pytest
from django.contrib.auth import SESSION_KEY, get_user_model
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client

from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.mailed, pytest.mark.both_databases]
PASSWORD = "kuntademokratia"


def test_the_address_logs_in(people):
    """In any case."""
    assert Client().login(username="WRITER@example.fi", password=PASSWORD)
    assert not Client().login(username="WRITER@example.fi", password="väärä")
    get_user_model().objects.filter(email="writer@example.fi").update(is_active=False)
    assert not Client().login(username="writer@example.fi", password=PASSWORD)


def test_an_address_has_one_account(people):
    """Whatever its case, and whichever way it comes."""
    for address in ("writer@example.fi", "Writer@Example.FI"):
        with pytest.raises(IntegrityError), transaction.atomic():
            get_user_model().objects.create_user(address)
    with pytest.raises(IntegrityError), transaction.atomic():
        get_user_model().objects.filter(pk=people.editor.pk).update(
            email="WRITER@example.fi"
        )


@pytest.mark.parametrize("address", ["writer@example.fi", "WRITER@example.fi"])
def test_the_form_of_accounts_says_that_an_address_is_taken(people, address):
    """Once, in the administrator's language, whatever the case; and keeps what was typed."""
    response = logged_in(people.admin).post(
        "/admin/users/new/",
        {
            "email": address,
            "first_name": "Uusi",
            "last_name": "Ihminen",
            "language": "fi",
        },
    )
    page = response.content.decode()
    assert page.count("Tällä osoitteella on jo tili.") == 1
    assert "Ihminen" in page


def test_the_short_names_are_the_demos_only(people, settings):
    """Elsewhere an address is needed."""
    assert Client().login(username="writer", password=PASSWORD)
    settings.DEMO = False
    assert not Client().login(username="writer", password=PASSWORD)


def log_in(client, name, password):
    return client.post("/account/login/", {"login": name, "password": password})


def test_the_log_in_form_asks_for_the_address(people):
    """Its label says so in both languages; an error keeps what was typed."""
    for language, label in (("fi", "Sähköpostiosoite"), ("sv", "E-postadress")):
        client = Client(headers={"accept-language": language})
        assert label in client.get("/account/login/").content.decode()
    response = log_in(Client(), "x@example.fi", "väärä")
    assert response.status_code == 200
    page = response.content.decode()
    assert "Osoite ja salasana eivät kuulu yhteen." in page
    assert 'value="x@example.fi"' in page


def test_the_log_in_leads_to_where_one_was_going(people):
    """To the admin, or to the page that asked; never to another site."""
    for following, place in (
        ("", "/admin/"),
        ("/admin/account/", "/admin/account/"),
        ("https://example.org/", "/admin/"),
    ):
        response = Client().post(
            "/account/login/",
            {"login": "writer", "password": PASSWORD, "next": following},
        )
        assert response["Location"] == place


def test_the_language_is_chosen_at_the_log_in(people):
    """Also by somebody whose browser speaks another; it is kept on the screens that follow."""
    client = Client(headers={"accept-language": "fi"})
    page = client.get("/account/login/?next=/admin/")
    assert "?next=%2Fadmin%2F&amp;language=sv" in page.content.decode()
    assert "Logga in" in client.get("/account/login/?language=sv").content.decode()
    assert (
        "Har du glömt lösenordet?"
        in client.get("/account/password/reset/").content.decode()
    )


def test_a_forgotten_password_is_mailed_in_the_language_of_the_account(people):
    """Whatever the browser speaks, under the address of the site whatever host was named."""
    client = Client(headers={"accept-language": "fi", "host": "evil.example.org"})
    client.post("/account/password/reset/", {"email": "REVIEWER@example.fi"})
    (message,) = mail.outbox
    assert message.to == [people.reviewer.email]
    assert "lösenord" in message.body
    assert "evil" not in message.body


def test_the_link_sets_a_new_password_once(people):
    """It logs nobody in: the log-in does, with its second factor."""
    old = logged_in(people.writer)
    Client().post("/account/password/reset/", {"email": people.writer.email})
    path = re.search(r"/account/password/reset/key/\S+", mail.outbox[-1].body)[0]
    client = Client()
    response = client.get(path, follow=True)
    form = response.redirect_chain[-1][0]
    data = {"password1": "lyhyt", "password2": "lyhyt"}
    assert client.post(form, data).status_code == 200
    data = dict.fromkeys(data, "vene kulkee hiljaa")
    response = client.post(form, data, follow=True)
    assert "Salasanasi on vaihdettu." in response.content.decode()
    assert SESSION_KEY not in client.session
    assert log_in(client, "writer@example.fi", "vene kulkee hiljaa").status_code == 302
    assert "Linkki ei toimi" in Client().get(path, follow=True).content.decode()
    # Whoever was logged in by the old one is not any more.
    assert old.get("/admin/").status_code == 302


def test_an_address_without_an_open_account_is_told_so_by_mail_alone(people):
    """The answer is the same; a closed account gets no link."""
    get_user_model().objects.filter(email="writer@example.fi").update(is_active=False)
    answers = set()
    for address in ("editor@example.fi", "writer@example.fi", "kuka@example.fi"):
        response = Client().post(
            "/account/password/reset/", {"email": address}, follow=True
        )
        answers.add(response.content.decode())
    assert len(answers) == 1
    links = ["/key/" in message.body for message in mail.outbox]
    assert links == [True, False, False]


def test_the_password_is_changed_with_the_old_one(people):
    """It is asked for again; other sessions end, this one stays."""
    here, there = logged_in(people.writer), logged_in(people.writer)
    assert "/account/password/change/" in here.get("/admin/account/").content.decode()
    new = {"password1": "vene kulkee hiljaa", "password2": "vene kulkee hiljaa"}
    response = here.post("/account/password/change/", {"oldpassword": "väärä"} | new)
    assert "Tämä ei ole salasanasi." in response.content.decode()
    response = here.post("/account/password/change/", {"oldpassword": PASSWORD} | new)
    assert response["Location"] == "/admin/account/"
    assert here.get("/admin/").status_code == 200
    assert there.get("/admin/").status_code == 302


def test_the_list_of_accounts_calls_the_address_an_address(people):
    """There are no names beside it."""
    page = logged_in(people.admin).get("/admin/users/").content.decode()
    assert "Sähköpostiosoite" in page
    assert "Käyttäjänimi" not in page


def test_the_first_account_is_made_by_djangos_command(site, monkeypatch):
    """``createsuperuser`` asks for an address and a password, and for nothing else."""
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command(
        "createsuperuser", email="Y@example.fi", interactive=False, stdout=io.StringIO()
    )
    assert get_user_model().objects.get(email="y@example.fi").is_superuser
    assert Client().login(username="y@example.fi", password=PASSWORD)


def test_who_has_lost_the_last_group_is_told_and_gets_out(people):
    """Not led from the log-in to the admin and back for ever."""
    client = logged_in(people.editor)
    people.editor.groups.clear()
    answer = client.get("/admin/")
    assert answer.status_code == 403
    assert "Tilisi on auki, mutta" in answer.content.decode()
    assert client.get("/account/login/?next=/admin/", follow=True).status_code == 403
    client.post("/account/logout/")
    assert client.get("/admin/").status_code == 302
