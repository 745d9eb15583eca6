"""Who gave the address at which a guest came in is on the account."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blog.invitations import services
from kdsite.editorial.exceptions import Refusal
from tests.support.helpers import logged_in, make_slot
from tests.support.invited import ADDRESS, arrive, invite, link, sent

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def origin(user):
    user.refresh_from_db()
    return user.invited_by, user.invited_to


def test_an_account_says_who_invited_it_when_and_to_which_address(people):
    user = invite(people.editor).user
    assert origin(user) == (people.editor, ADDRESS.lower())
    assert (timezone.now() - user.invited_at).total_seconds() < 60
    invite(people.editor2)
    assert origin(user)[0] == people.editor2


def test_the_other_editors_are_told_of_a_guest(people):
    """With the address: whose mailbox it is one editor alone has said (C6)."""
    invite(people.editor, slot=make_slot(days=40))
    told = {each.to[0]: each.body for each in mail.outbox if each not in sent()}
    assert set(told) == {"editor2@example.fi"}
    assert ADDRESS.lower() in told["editor2@example.fi"]
    assert "editor@example.fi" in told["editor2@example.fi"]
    # Not whoever reads this very mail.
    assert "Se, jolle tämä osoite kuuluu, kirjoittaa" in told["editor2@example.fi"]
    # Editors cannot close an account, and are not told to.
    assert "tilin sulkee ylläpitäjä" in told["editor2@example.fi"]


def test_whoever_gives_another_address_has_invited(people):
    """A new link to the same address changes nothing: who sends that vouches for nobody."""
    invitation = invite(people.editor)
    services.renew(invitation, people.editor2)
    assert origin(invitation.user) == (people.editor, ADDRESS.lower())
    services.renew(invitation, people.editor2, "toinen@example.org")
    assert origin(invitation.user) == (people.editor2, "toinen@example.org")


def test_who_has_come_in_keeps_their_origin(people):
    """A second invitation is to somebody who is there."""
    user = invite(people.editor).user
    arrive(link(), client=Client())
    invite(people.editor2)
    assert origin(user)[0] == people.editor


def test_a_wrong_address_that_nobody_used_is_free_again(people):
    """Whose it is can be invited in their own name."""
    invitation = invite(people.editor, address="maija@example.org")
    services.renew(invitation, people.editor, "maija.malli@example.org")
    other = invite(people.editor, address="maija@example.org").user
    assert other != invitation.user
    with pytest.raises(Refusal):
        services.renew(invitation, people.editor, "maija@example.org")


def test_an_address_that_an_administrator_gives_ends_the_guests_link(people):
    """The wrong address has nothing any more, and whoever gave the right one has invited."""
    user = invite(people.editor).user
    old = link()
    data = {"first_name": "Maija", "last_name": "Mäkelä", "is_active": "on"}
    url = reverse("wagtailusers_users:edit", args=[user.pk])
    logged_in(people.admin).post(url, data | {"email": "oikea@example.org"})
    assert origin(user) == (people.admin, "oikea@example.org")
    assert arrive(old).status_code == 410
    services.renew(user.invitation, people.editor)
    assert mail.outbox[-1].to == ["oikea@example.org"]
    assert origin(user)[0] == people.admin
