"""Changing the own address asks for the password and for the new mailbox, and is told to the old one and
to the editors."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

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


def asks(client, **changes):
    """With the password, for :data:`NEW`; what is said then."""
    data = form(**{"name_email-password": PASSWORD} | changes)
    return client.post("/admin/account/", data, follow=True).content.decode()


def link_in(message):
    """The path of the link by which the new mailbox confirms."""
    return re.search(r"/account/own-address/\S+", message.body).group()


def address_of(user):
    user.refresh_from_db()
    return user.email


def test_the_new_mailbox_confirms_and_the_old_one_is_told(people):
    """Until then the old address is in use, and opening the link changes nothing. The old mailbox learns
    what to do if it was somebody else; the editors learn both."""
    people.writer.first_name, people.writer.last_name = "Aino", "Airola"
    people.writer.save()
    mail.outbox.clear()
    client = logged_in(people.writer)
    said = asks(client)
    assert f"Linkki lähti osoitteeseen {NEW}." in said
    assert [each.to for each in mail.outbox] == [[NEW]]
    assert address_of(people.writer) == "writer@example.fi"
    link = link_in(mail.outbox.pop())
    page = client.get(link).content.decode()
    assert NEW in page
    assert "Vahvista uusi osoite" in page
    assert address_of(people.writer) == "writer@example.fi"
    assert f"Osoitteesi on nyt {NEW}." in client.post(link).content.decode()
    assert address_of(people.writer) == NEW
    assert client.post(link).status_code == 410
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


def test_in_swedish(people):
    client = logged_in(people.translator)
    said = asks(client, **{"locale-preferred_language": "sv"})
    assert f"En länk skickades till {NEW}." in said
    message = next(each for each in mail.outbox if each.to == [NEW])
    assert message.subject == "Bekräfta din nya adress"
    assert "translator@example.fi" in message.body
    assert "Bekräfta den nya adressen" in client.get(link_in(message)).content.decode()


def test_only_the_owner_confirms(people):
    """Logged in: whoever gets the mail by mistake does not get the account."""
    asks(logged_in(people.writer))
    link = link_in(next(each for each in mail.outbox if each.to == [NEW]))
    anybody = Client().post(link)
    assert (anybody.status_code, anybody.url.split("?")[0]) == (302, "/account/login/")
    for user in (people.writer2, people.admin):
        assert logged_in(user).get(link).status_code == 410
        assert logged_in(user).post(link).status_code == 410
    assert address_of(people.writer) == "writer@example.fi"
    assert address_of(people.writer2) == "writer2@example.fi"


def test_a_link_is_worth_nothing_after_two_days_or_another_password(
    people, time_machine
):
    """Who has lost their password to somebody changes it, and is rid of what that person asked."""
    time_machine.move_to(timezone.now())
    asks(logged_in(people.writer))
    link = link_in(next(each for each in mail.outbox if each.to == [NEW]))
    time_machine.shift(timedelta(days=2, minutes=1))
    assert logged_in(people.writer).post(link).status_code == 410
    asks(logged_in(people.writer))
    link = link_in([each for each in mail.outbox if each.to == [NEW]][-1])
    people.writer.set_password("toinen pitkä salasana")
    people.writer.save()
    assert logged_in(people.writer).post(link).status_code == 410
    assert address_of(people.writer) == "writer@example.fi"


def asked(client, address):
    """The path of the link for ``address``, asked for with the password."""
    asks(client, **{"name_email-email": address})
    return link_in([each for each in mail.outbox if each.to == [address]][-1])


@pytest.mark.parametrize("again", [NEW, "toinen@example.org"])
def test_a_newer_request_ends_the_link_of_the_one_before(people, again):
    """For the same address as well. The newest one is worth what it was."""
    client = logged_in(people.writer)
    older = asked(client, NEW)
    newest = asked(client, again)
    assert client.get(older).status_code == 410
    assert client.post(older).status_code == 410
    assert address_of(people.writer) == "writer@example.fi"
    assert client.post(newest).status_code == 200
    assert address_of(people.writer) == again


def test_what_others_ask_ends_nobodys_link(people):
    link = asked(logged_in(people.writer), NEW)
    asks(
        logged_in(people.writer2),
        **{"name_email-email": "toinen@example.org", "name_email-last_name": "Toinen"},
    )
    assert logged_in(people.writer).post(link).status_code == 200


def test_a_change_of_the_address_ends_links_for_good(people):
    """Also where it is the old one again, whoever changed it."""
    client = logged_in(people.writer)
    link = asked(client, NEW)
    for address in ("toinen@example.org", "writer@example.fi"):
        people.writer.email = address
        people.writer.save()
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    assert address_of(people.writer) == "writer@example.fi"


def test_a_change_of_the_name_ends_no_link(people):
    link = asked(logged_in(people.writer), NEW)
    people.writer.refresh_from_db()
    people.writer.first_name = "Maija"
    people.writer.save()
    assert logged_in(people.writer).post(link).status_code == 200


def test_a_mailbox_that_is_another_accounts_by_now(people):
    """Where two ask for one, the first who confirms has it."""
    links = []
    for user in (people.writer, people.writer2):
        asks(logged_in(user), **{"name_email-last_name": user.email})
        links.append(link_in([each for each in mail.outbox if each.to == [NEW]][-1]))
    logged_in(people.writer).post(links[0])
    page = logged_in(people.writer2).post(links[1]).content.decode()
    assert "Tällä osoitteella on jo tili." in page
    assert address_of(people.writer) == NEW
    assert address_of(people.writer2) == "writer2@example.fi"


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
