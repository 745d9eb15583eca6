"""A name that was changed is told; it is what it looks like, and nobody takes that of somebody else."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from kdsite.editorial.models import DraftLink
from tests.kdsite.accounts.test_changes_told import account_form, assert_told, told
from tests.support.factories import make_author, make_post
from tests.support.helpers import fresh, logged_in, post_form

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


# Each shows as another name than it is, or breaks what is made of it.
WITH_MORE = ["\u202eoniA", "\u2066Aino\u2069", "Ai\x07no", "A\u202dino\u202c"]


@pytest.mark.parametrize("typed", WITH_MORE, ids=ascii)
def test_no_name_holds_what_turns_its_letters_around(people, typed):
    """Of an account, by its owner and by others; of an author, in the profile and in its posts; of
    whoever gets a private link."""
    plain = re.sub(r"[^A-Za-z]", "", typed)
    logged_in(people.writer).post("/admin/account/", own_name(typed, "Airola"))
    people.writer.refresh_from_db()
    assert people.writer.first_name == plain
    url = reverse("wagtailusers_users:edit", args=[people.writer2.pk])
    data = account_form(people.writer2, first_name="Meri", last_name=typed)
    logged_in(people.admin).post(url, data)
    people.writer2.refresh_from_db()
    assert people.writer2.last_name == plain
    author = make_author(user=people.writer)
    post_form(logged_in(people.writer), author, given_name=typed)
    author = fresh(author).get_latest_revision_as_object()
    assert (author.given_name, author.title) == (plain, f"{plain} Malli")
    post = make_post(people.editor, authors=[author])
    logged_in(people.editor).post(
        reverse("editorial:links", args=[post.pk]),
        {"author": "", "name": typed, "address": "x@example.org", "language": "fi"},
    )
    assert DraftLink.objects.get().name == plain
