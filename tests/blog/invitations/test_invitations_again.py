"""Invitations of people who are known, invitations sent again, and the editors' list."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse

from blog.invitations import services
from blog.models import BlogPage, Invitation
from blog.models.invitation import State
from community.models import AuthorPage, ProfileTie
from community.profile_ties import answering
from kdsite.editorial.exceptions import Conflict, Refusal
from kdsite.editorial.models import Slot
from tests.support.factories import make_author, make_post
from tests.support.helpers import fresh, logged_in, make_slot, publish
from tests.support.invited import ADDRESS, arrive, form, invite, later, link, sent

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def test_a_new_link_kills_the_old_one(people):
    """One click by the editor; only the newest mail works."""
    invitation = invite(people.editor)
    old = link()
    later(invitation, days=20)
    client = logged_in(people.editor2)
    client.post(reverse("invitations:renew", args=[invitation.pk]))
    assert len(sent()) == 2
    assert Client().get(old).status_code == 410
    assert arrive(old).status_code == 410
    assert arrive(link()).status_code == 302
    with pytest.raises(Conflict):
        services.renew(invitation, people.editor)


def test_a_wrong_address_is_corrected(people):
    """The right person gets the link, the wrong address has nothing any more."""
    invitation = invite(people.editor, address="maijja@example.fi")
    old = link()
    client = logged_in(people.editor)
    url = reverse("invitations:edit", args=[invitation.pk])
    taken = client.post(url, {"address": "WRITER@example.fi"})
    assert "Tämä osoite on jollakulla toisella" in taken.content.decode()
    client.post(url, {"address": ADDRESS})
    assert mail.outbox[-1].to == [ADDRESS.lower()]
    assert Client().get(old).status_code == 410
    arrive(link())
    assert get_user_model().objects.filter(email=ADDRESS).count() == 1
    # Whoever is in already changes the address alone.
    client.post(url, {"address": "editor@elsewhere.example"})
    assert get_user_model().objects.filter(email=ADDRESS).count() == 1


def test_who_has_an_account_gets_the_slot(people):
    """Found by the address whatever its case; a mail says so; there is no second account."""
    make_author("Wille", "Writer", user=people.writer)
    before = get_user_model().objects.count()
    slot = make_slot(days=40)
    invite(people.editor, address="WRITER@Example.fi", slot=slot)
    assert get_user_model().objects.count() == before
    assert AuthorPage.objects.count() == 1
    post = BlogPage.objects.get()
    assert post.owner == people.writer
    assert mail.outbox[-1].to == [people.writer.email]
    assert f"/admin/pages/{post.pk}/edit/" in mail.outbox[-1].body
    assert "/kutsu/" not in mail.outbox[-1].body
    assert Client().login(username="writer", password="kuntademokratia")


@pytest.fixture
def wille(people):
    """A guest whose account says their name."""
    get_user_model().objects.filter(pk=people.writer.pk).update(
        first_name="Wille", last_name="Mäkelä"
    )
    return {"address": people.writer.email, "given_name": "Wille"}


def test_who_has_an_account_is_not_invited_by_another_name(people, wille):
    """Neither by the service nor by the form, which keeps what was typed: nothing is made, nobody is
    told, and a sentence says by which name."""
    with pytest.raises(Refusal):
        invite(people.editor, **wille | {"given_name": "Ville"})
    page = logged_in(people.editor).post(
        reverse("invitations:add"), form(**wille | {"given_name": "Ville"})
    )
    assert "käytä kutsussa tätä nimeä" in page.content.decode()
    assert "Wille Mäkelä" in page.content.decode()
    assert 'value="Ville"' in page.content.decode()
    assert not Invitation.objects.exists()
    assert not AuthorPage.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    "name",
    [
        {"given_name": "Wille", "family_name": "Mäkelä"},
        {"given_name": " WILLE ", "family_name": "mäkelä"},
        {"given_name": "Wille", "family_name": "Ma\u0308kela\u0308"},
    ],
)
def test_a_name_is_the_same_in_whatever_way_it_is_typed(people, wille, name):
    """Capitals, spaces, and letters in two parts."""
    assert invite(people.editor, **wille | name).user == people.writer


def test_an_unused_invitation_sent_again_is_a_new_link(people):
    """Somebody without a password cannot log in: a second slot brings a second link."""
    first, second = make_slot(days=40), make_slot(days=54)
    invite(people.editor, slot=first)
    old = link()
    invite(people.editor2, address=ADDRESS.lower(), slot=second)
    assert Client().get(old).status_code == 410
    assert arrive(link())["Location"] == reverse(
        "wagtailadmin_pages:edit", args=[fresh(Slot.objects.get(pk=second.pk).page).pk]
    )
    assert get_user_model().objects.filter(email__iexact=ADDRESS).count() == 1


def test_a_known_person_is_asked_about(people):
    """A profile of that name without an account: the editor says whose it is, another one
    confirms it."""
    known = publish(
        make_author("Maija", "Mäkelä", saved_by=people.editor),
        people.editor,
        people.editor2,
    )
    client = logged_in(people.editor)
    asked = client.post(reverse("invitations:add"), form())
    assert "Onko kyseessä sama henkilö?" in asked.content.decode()
    assert not Invitation.objects.exists()
    client.post(reverse("invitations:add"), form(known=str(known.pk)))
    user = Invitation.objects.get().user
    assert fresh(known).user is None
    answering.answer(ProfileTie.objects.get(), people.editor2, is_confirmed=True)
    assert fresh(known).user == user
    assert AuthorPage.objects.count() == 1
    # That profile has an account now: nothing is left to ask about.
    client.post(reverse("invitations:add"), form(address="toinen@example.fi"))
    assert AuthorPage.objects.count() == 2


def test_somebody_else_of_that_name_gets_a_profile_of_their_own(people):
    """“No, somebody else” leaves the known profile alone."""
    known = make_author("Maija", "Mäkelä", saved_by=people.editor)
    logged_in(people.editor).post(reverse("invitations:add"), form(known="new"))
    assert fresh(known).user is None
    assert AuthorPage.objects.count() == 2


def test_refusals(people):
    """Nobody but editors invites, nobody invites themselves, and a slot holds one text."""
    slot = make_slot(make_post(people.writer), days=40)
    for by, given, error in (
        (people.writer, {}, Refusal),
        (people.translator, {}, Refusal),
        (people.editor, {"address": "EDITOR@example.fi"}, Refusal),
        (people.editor, {"slot": slot}, Conflict),
        (people.editor, {"slot": make_slot(days=30, writer=people.writer2)}, Conflict),
        (people.editor, {"slot": make_slot(days=-1)}, Conflict),
        (people.editor, {"slot": make_slot(days=31, is_skipped=True)}, Conflict),
    ):
        with pytest.raises(error):
            invite(by, **given)
    assert not Invitation.objects.exists()
    assert not get_user_model().objects.filter(email=ADDRESS).exists()
    assert mail.outbox == []


def test_two_of_one_name_are_two(people):
    """An account is told by its address, not by a name."""
    users = {invite(people.editor, address=f"{n}@example.fi").user for n in "ab"}
    assert len(users) == 2


def test_the_form_keeps_what_was_typed(people):
    """``?slot=`` chooses the slot; an error loses nothing."""
    slot = make_slot(days=40, working_title="Kuka kuulee?")
    client = logged_in(people.editor)
    page = client.get(f"{reverse('invitations:add')}?slot={slot.pk}").content.decode()
    assert re.search(rf'<option value="{slot.pk}" selected', page)
    response = client.post(
        reverse("invitations:add"), form(address="väärä", slot=slot.pk)
    )
    page = response.content.decode()
    assert 'value="väärä"' in page
    assert re.search(rf'<option value="{slot.pk}" selected', page)
    assert client.get(f"{reverse('invitations:add')}?slot=²").status_code == 200


def test_the_list_says_where_each_invitation_stands(people):
    """In words, for editors only."""
    waiting, expired, used = (
        invite(people.editor, address=f"{n}@example.fi", given_name=n)
        for n in ("aino", "bertta", "celia")
    )
    later(expired, days=15)
    arrive(link())
    client = logged_in(people.editor)
    page = client.get(reverse("invitations:index")).content.decode()
    assert "Linkki on voimassa" in page
    assert "Linkki vanheni" in page
    assert "Kirjautui ensimmäisen kerran" in page
    assert page.count("Lähetä uusi linkki") == 2
    for user in (people.writer, people.translator):
        stranger = logged_in(user)
        for url in (
            reverse("invitations:index"),
            reverse("invitations:add"),
            reverse("invitations:edit", args=[waiting.pk]),
        ):
            assert "aino" not in stranger.get(url, follow=True).content.decode()
        stranger.post(reverse("invitations:renew", args=[waiting.pk]))
        stranger.post(reverse("invitations:add"), form())
    assert len(sent()) == 3


@pytest.mark.parametrize("arrived", [True, False])
def test_a_forgotten_password_is_mailed_in_ones_language(people, arrived):
    """Whatever the browser speaks, and also to somebody who never used the invitation."""
    invite(people.editor, language="sv")
    if arrived:
        arrive(link())
    client = Client(headers={"accept-language": "fi"})
    client.post("/account/password/reset/", {"email": ADDRESS.lower()})
    message = mail.outbox[-1]
    assert message.to == [ADDRESS.lower()]
    assert "lösenord" in message.body
    path = re.search(r"/account/password/reset/key/\S+", message.body)[0]
    response = client.get(path, follow=True)
    data = {"password1": "ny båt i viken", "password2": "ny båt i viken"}
    client.post(response.redirect_chain[-1][0], data)
    assert Client().login(username=ADDRESS, password="ny båt i viken")
    assert Invitation.objects.get().state == State.USED
