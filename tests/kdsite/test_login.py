"""An account, and logging in with its address."""

import io

import pytest
from django.contrib.auth import get_user_model
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


def test_the_log_in_form_asks_for_the_address(people):
    """Its label says so in both languages, and its error names no field."""
    for language, label in (("fi", "Sähköpostiosoite"), ("sv", "E-postadress")):
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
