"""A name that was changed is told; nobody takes the name of somebody else."""

import pytest
from django.core import mail
from django.urls import reverse

from tests.kdsite.accounts.test_changes_told import account_form, assert_told, told
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def own_name(first, last):
    return {
        "name_email-first_name": first,
        "name_email-last_name": last,
        "name_email-email": "writer@example.fi",
        "mail-when": "at_once",
        "locale-preferred_language": "fi",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }


def test_a_name_that_was_changed(people):
    """By its owner, without a password: the editors know who was called what."""
    people.writer.first_name, people.writer.last_name = "Aino", "Airola"
    people.writer.save()
    mail.outbox.clear()
    data = own_name("Onni", "Outamo")
    assert logged_in(people.writer).post("/admin/account/", data).status_code == 302
    assert_told(people, "writer@example.fi", "Aino Airola", "Onni Outamo")


@pytest.mark.parametrize("name", [("Eero", "Esimerkki"), ("eero ", "ESIMERKKI"),
                                  ("Eero Esi\u00admerkki", ""), ("Eero", "Esim erkki")],
                         ids=ascii)  # fmt: skip
def test_nobody_takes_the_name_of_somebody_else(people, name):
    """In the own settings and in the form of accounts: one sentence, and nothing changes."""
    people.editor.first_name, people.editor.last_name = "Eero", "Esimerkki"
    people.editor.save()
    mail.outbox.clear()
    first, last = name
    url = reverse("wagtailusers_users:edit", args=[people.writer.pk])
    data = account_form(people.writer, first_name=first, last_name=last)
    own = logged_in(people.writer).post("/admin/account/", own_name(first, last))
    for answer in (own, logged_in(people.admin).post(url, data)):
        assert answer.content.decode().count("toinen samanniminen") == 1
    people.writer.refresh_from_db()
    assert people.writer.get_full_name() == ""
    assert told()[0] == set()


def test_two_who_were_given_one_name_keep_it(people):
    """Namesakes save their own settings as ever."""
    for user in (people.writer, people.editor):
        user.first_name, user.last_name = "Eero", "Esimerkki"
        user.save()
    data = own_name("Eero", "Esimerkki")
    assert logged_in(people.writer).post("/admin/account/", data).status_code == 302
