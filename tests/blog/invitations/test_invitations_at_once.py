"""Invitations under load: real parallel connections, each race run several times."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail

from blog.invitations import services
from blog.models import BlogPage, Invitation
from community.models import AuthorPage
from kdsite.accounts.invitations.personal_link import accept
from kdsite.editorial.exceptions import Conflict
from tests.support.at_once import ROUNDS, at_once, refusals
from tests.support.helpers import make_slot
from tests.support.invited import sent

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.both_databases,
    pytest.mark.mailed,
]


def invite(by, address, slot=None):
    return services.invite(by, "Maija", "Mäkelä", address, "fi", slot=slot)


@pytest.mark.parametrize("number", range(ROUNDS))
def test_one_address_invited_twice_is_one_account(people, number):
    """Whatever its case: one account, one profile, and only the newest link is good."""
    results = at_once(
        lambda: invite(people.editor, "maija@example.fi"),
        lambda: invite(people.editor2, "Maija@Example.fi"),
    )
    assert refusals(results) == []
    assert (
        get_user_model().objects.filter(email__iexact="maija@example.fi").count() == 1
    )
    assert Invitation.objects.count() == 1
    assert AuthorPage.objects.count() == 1
    assert len(sent()) == 2
    tokens = [message.body.split("/kutsu/")[1].split("/")[0] for message in sent()]
    assert sum(bool(Invitation.objects.by_token(token)) for token in tokens) == 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_spellings_of_one_mailbox_are_one_account(people, number):
    """Whoever was slower has invited the same person, or is told so."""
    results = at_once(
        lambda: invite(people.editor, "maija+a@example.fi"),
        lambda: invite(people.editor2, "maija+b@example.fi"),
    )
    assert all(isinstance(each, Conflict) for each in refusals(results))
    assert get_user_model().objects.filter(email__startswith="maija").count() == 1
    assert Invitation.objects.count() == AuthorPage.objects.count() == 1


@pytest.mark.parametrize("number", range(ROUNDS))
def test_two_guests_for_one_slot_are_one(people, number):
    """The other editor is told; nothing of the second invitation is left."""
    slot = make_slot(days=40)
    results = at_once(
        lambda: invite(people.editor, "a@example.fi", slot),
        lambda: invite(people.editor2, "b@example.fi", slot),
    )
    (loser,) = refusals(results)
    assert isinstance(loser, Conflict)
    assert BlogPage.objects.count() == Invitation.objects.count() == 1
    slot.refresh_from_db()
    assert slot.page_id == BlogPage.objects.get().pk


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_link_used_twice_sets_one_password(people, number):
    """Both forms were open; one password holds, the other person is told."""
    invitation = invite(people.editor, "maija@example.fi")
    (letter,) = [each for each in mail.outbox if each.to == ["maija@example.fi"]]
    token = letter.body.split("/kutsu/")[1].split("/")[0]
    results = at_once(
        lambda: accept(invitation, token, "ensimmäinen sana"),
        lambda: accept(invitation, token, "toinen sana tässä"),
    )
    (loser,) = refusals(results)
    assert isinstance(loser, Conflict)
    winner = next(each for each in results if each is not loser)
    stored = get_user_model().objects.get(pk=winner.pk)
    first = results[0] is winner
    assert stored.check_password("ensimmäinen sana") == first
    assert stored.check_password("toinen sana tässä") != first
