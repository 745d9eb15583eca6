"""Changing the own address asks for the password, and is told to the old one and to the editors."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.support.factories import PASSWORD
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]
NEW = "uusi@example.org"
EDITORS_ADDRESSES = {"editor@example.fi", "editor2@example.fi"}


def form(**changes):
    return {
        "name_email-first_name": "Aino",
        "name_email-last_name": "Airola",
        "name_email-email": NEW,
        "mail-when": "at_once",
        "locale-preferred_language": "fi",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    } | changes


@pytest.mark.parametrize("password", [None, "", "väärä salasana"])
def test_without_the_password_the_address_stays(people, password):
    """One sentence, and the rest that was typed is kept."""
    given = {} if password is None else {"name_email-password": password}
    response = logged_in(people.writer).post("/admin/account/", form(**given))
    page = response.content.decode()
    assert "Kirjoita salasanasi" in page
    assert NEW in page
    people.writer.refresh_from_db()
    assert (people.writer.email, people.writer.first_name) == ("writer@example.fi", "")
    assert mail.outbox == []


def test_with_the_password_it_changes_and_is_told(people):
    """The old mailbox learns what to do if it was somebody else; the editors learn both."""
    form_with = form(**{"name_email-password": PASSWORD})
    logged_in(people.writer).post("/admin/account/", form_with)
    people.writer.refresh_from_db()
    assert people.writer.email == NEW
    mails = {each.to[0]: each.body for each in mail.outbox}
    assert set(mails) == {
        "writer@example.fi",
        "editor@example.fi",
        "editor2@example.fi",
    }
    assert "kirjoita heti toimitukselle" in mails["writer@example.fi"]
    for address in ("editor@example.fi", "editor2@example.fi"):
        assert "writer@example.fi" in mails[address]
        assert NEW in mails[address]


def test_an_account_without_a_password_asks_somebody_else(people):
    """Whoever logs in elsewhere, by OpenID Connect, has none to type."""
    people.writer.set_unusable_password()
    people.writer.save()
    client = logged_in(people.writer)
    page = client.post("/admin/account/", form()).content.decode()
    assert "Tililläsi ei ole salasanaa" in page
    people.writer.refresh_from_db()
    assert people.writer.email == "writer@example.fi"


def test_the_name_changes_without_it(people):
    """In whatever case the address is typed; the old mailbox has nothing to hear."""
    same = form(**{"name_email-email": "Writer@Example.fi"})
    assert logged_in(people.writer).post("/admin/account/", same).status_code == 302
    people.writer.refresh_from_db()
    assert people.writer.first_name == "Aino"
    assert {each.to[0] for each in mail.outbox} == EDITORS_ADDRESSES


def test_the_form_of_accounts_is_no_way_around(people):
    """A superuser changes the own address in the own settings as well."""
    url = reverse("wagtailusers_users:edit", args=[people.admin.pk])
    data = {"first_name": "Ylle", "last_name": "Ylläpito", "email": NEW}
    logged_in(people.admin).post(url, data)
    people.admin.refresh_from_db()
    assert (people.admin.email, people.admin.first_name) == ("admin@example.fi", "Ylle")
