"""Every address that an account ever had is its own."""

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_an_account_keeps_the_addresses_it_had(people):
    """It is found by each of them, in any spelling; and by nobody else's."""
    find = get_user_model().objects.by_mailbox
    people.writer.email = "uusi@example.org"
    people.writer.save()
    for address in ("Writer+x@example.fi", '"uusi"@example.org'):
        assert find(address) == people.writer
    assert find("writer2@example.fi") == people.writer2
    assert find("joku@example.org") is None


@pytest.mark.parametrize("address", ["writer+x@example.fi", "vanha@example.org"])
def test_two_accounts_have_no_mailbox_in_common(people, address):
    """Neither by a new account nor by a change; an address that one had counts as well."""
    people.writer.email = "vanha@example.org"
    people.writer.save()
    people.writer.email = "writer@example.fi"
    people.writer.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        get_user_model().objects.create_user(address)
    people.editor.email = address
    with pytest.raises(IntegrityError), transaction.atomic():
        people.editor.save()


def test_the_form_says_that_a_mailbox_is_taken(people):
    """In one sentence, and keeps what was typed."""
    response = logged_in(people.admin).post(
        f"/admin/users/edit/{people.writer.pk}/",
        {
            "email": "editor+x@example.fi",
            "first_name": "Aino",
            "last_name": "Airola",
            "is_active": "on",
        },
    )
    page = response.content.decode()
    assert page.count("Tällä osoitteella on jo tili.") == 1
    assert "editor+x@example.fi" in page
    people.writer.refresh_from_db()
    assert people.writer.email == "writer@example.fi"
