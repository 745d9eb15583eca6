"""Who works here is invited by role; nobody sets a password for anybody."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse

from home.create_site.groups import EDITORS
from tests.support.factories import PASSWORD
from tests.support.helpers import logged_in
from tests.support.invited import GOOD, arrive

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]
ADDRESS = "uusi@example.org"
NEW = "/admin/users/new/"


def form(**changes):
    return {
        "first_name": "Uuno",
        "last_name": "Uusi",
        "email": ADDRESS,
        "groups": [Group.objects.get(name=EDITORS).pk],
        "language": "fi",
    } | changes


def invite(people, **changes):
    logged_in(people.admin).post(NEW, form(**changes))
    return get_user_model().objects.filter(email=ADDRESS).first()


def link():
    """The personal link in the newest mail to the invited person, without its host."""
    bodies = [each.body for each in mail.outbox if each.to == [ADDRESS]]
    return re.search(r"/(?:tervetuloa|valkommen)/\S+", bodies[-1])[0]


def test_adding_an_account_is_inviting_somebody(people):
    """To a role, in a language, by a link that is valid for 14 days; the account says who did."""
    user = invite(people, language="sv")
    assert [group.name for group in user.groups.all()] == [EDITORS]
    assert not user.has_usable_password()
    assert (user.invited_by, user.invited_to) == (people.admin, ADDRESS)
    assert user.wagtail_userprofile.preferred_language == "sv"
    assert link().startswith("/valkommen/")
    message = next(each for each in mail.outbox if each.to == [ADDRESS])
    assert message.reply_to == [people.admin.email]
    assert EDITORS in message.body
    assert link().split("/")[2] not in str(user.staff_invitation.__dict__)


def test_no_form_takes_a_password_for_somebody(people):
    """Neither the one that adds nor the one that changes an account, whatever is posted."""
    given = {
        "password1": "valittu toisen puolesta",
        "password2": "valittu toisen puolesta",
    }
    user = invite(people, **given)
    assert not user.has_usable_password()
    client = logged_in(people.admin)
    edit = reverse("wagtailusers_users:edit", args=[people.writer.pk])
    for address in (NEW, edit):
        assert 'type="password"' not in client.get(address).content.decode()
    data = {"first_name": "Aino", "last_name": "Airola", "email": "writer@example.fi"}
    client.post(edit, data | given | {"is_active": "on"})
    people.writer.refresh_from_db()
    assert people.writer.first_name == "Aino"
    assert people.writer.check_password(PASSWORD)


def test_the_link_sets_a_password_once(people):
    """Then it leads to the log-in; opening it changes nothing."""
    user = invite(people)
    assert "Tervetuloa, Uuno!" in Client().get(link()).content.decode()
    client = Client()
    assert arrive(link(), client=client)["Location"] == reverse("wagtailadmin_home")
    user.refresh_from_db()
    assert user.check_password(GOOD)
    assert arrive(link(), "toinen salasana").status_code == 410
    assert "Sinulla on jo salasana" in Client().get(link()).content.decode()


def test_a_new_link_kills_the_old_one(people):
    """By one click in the list of accounts."""
    user = invite(people)
    old = link()
    client = logged_in(people.admin)
    listed = client.get("/admin/users/").content.decode()
    renew = reverse("wagtailusers_users:renew", args=[user.pk])
    assert renew in listed
    assert ADDRESS in listed
    client.get(renew)
    assert link() == old
    client.post(renew)
    assert link() != old
    assert Client().get(old).status_code == 410
    arrive(link())
    assert renew not in client.get("/admin/users/").content.decode()
    newest = link()
    client.post(renew)
    assert link() == newest


def test_nobody_else_sends_links(people):
    """An editor invites guests, and accounts are not theirs."""
    user = invite(people)
    old = link()
    client = logged_in(people.editor)
    client.post(NEW, form(email="toinen@example.org"))
    client.post(reverse("wagtailusers_users:renew", args=[user.pk]))
    assert not get_user_model().objects.filter(email="toinen@example.org").exists()
    assert link() == old


def test_another_address_of_somebody_who_never_came_gets_a_new_link(people):
    """The one that was sent to the wrong address is worth nothing."""
    user = invite(people)
    old = link()
    edit = reverse("wagtailusers_users:edit", args=[user.pk])
    data = form(email="oikea@example.org", is_active="on")
    logged_in(people.admin).post(edit, data)
    assert arrive(old).status_code == 410
    user.refresh_from_db()
    assert user.invited_to == "oikea@example.org"
    assert [each for each in mail.outbox if each.to == ["oikea@example.org"]]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"groups": []}, "Tämä kenttä"),
        ({"email": "editor+x@example.fi"}, "Tällä osoitteella on jo tili."),
        ({"email": "väärä"}, "sähköposti"),
        ({"language": "en"}, "en ei ole"),
    ],
)
def test_a_mistake_is_one_sentence(people, change, sentence):
    """What was typed is kept; nobody is written to."""
    before = get_user_model().objects.count()
    response = logged_in(people.admin).post(NEW, form(**change))
    assert sentence in response.content.decode()
    assert "Uuno" in response.content.decode()
    assert get_user_model().objects.count() == before
    assert mail.outbox == []
