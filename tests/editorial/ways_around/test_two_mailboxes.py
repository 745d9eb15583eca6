"""One person with two addresses is one person (C6, C7)."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.urls import reverse

from blog.models import BlogPage, Invitation
from community.models import AuthorPage
from home.create_site.groups import WRITERS
from kdsite.editorial.exceptions import Refusal
from kdsite.editorial.models import DraftLink, Waiting
from kdsite.editorial.review import decisions
from tests.kdsite.accounts.test_own_address import link_in
from tests.support.factories import PASSWORD, make_author, make_post
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    make_slot,
    post_form,
    submit,
)
from tests.support.invited import arrive, form, invite, link

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

# Each reaches editor@example.fi.
SPELLINGS = ["editor+guest@example.fi", '"editor"@example.fi', "Editor@Example.fi."]
# As well, or no mail reaches them: what nobody sees, and a letter that looks like another.
UNSEEN = [
    "editor@example.fi\u200b",
    "editor@exam\u00adple.fi",
    "ed\u0131tor@example.fi",
]
SENTENCE = "Kirjoita osoite tavallisin merkein"


@pytest.mark.parametrize("address", SPELLINGS)
def test_nobody_invites_themselves_as_a_guest(people, address):
    """Neither with a plus sign nor with quotation marks: no account, no mail."""
    before = get_user_model().objects.count()
    response = logged_in(people.editor).post(
        reverse("invitations:add"), form(address=address)
    )
    assert response.status_code == 200
    assert get_user_model().objects.count() == before
    assert not Invitation.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    "address",
    ["editor2+vieras@example.fi", "editor2@example.fi", "EDITOR2@Example.fi",
     "translator@example.fi", "admin@example.fi"],
)  # fmt: skip
def test_nobody_invites_a_colleague_as_a_guest(people, address):
    """A mailbox of somebody who decides is theirs, whoever invites and however it is spelled, where
    the invitation is made and on its screen: no profile in another name, no right to write, no mail.
    The screen says what to do instead, and keeps what was typed."""
    with pytest.raises(Refusal):
        invite(people.editor, address=address)
    response = logged_in(people.editor).post(
        reverse("invitations:add"), form(address=address)
    )
    page = response.content.decode()
    assert "kuuluu henkilölle" in page
    assert "merkitse hänen esittelynsä tekstin kirjoittajaksi" in page
    assert f'value="{address}"' in page
    assert 'value="Mäkelä"' in page
    assert not Invitation.objects.exists()
    assert not AuthorPage.objects.exists()
    assert not people.translator.groups.filter(name=WRITERS).exists()
    assert mail.outbox == []


@pytest.mark.parametrize(
    "address",
    [*SPELLINGS, "editor2+vieras@example.fi", "editor2@example.fi"],
)
def test_no_invitation_is_sent_on_to_a_mailbox_of_the_house(people, address):
    """The same by changing the address of an invitation that was sent."""
    client = logged_in(people.editor)
    client.post(reverse("invitations:add"), form(address="vieras@example.org"))
    invitation = Invitation.objects.get()
    sent = len(mail.outbox)
    response = client.post(
        reverse("invitations:edit", args=[invitation.pk]), {"address": address}
    )
    assert response.status_code == 200
    invitation.refresh_from_db()
    assert invitation.address == invitation.user.email == "vieras@example.org"
    assert len(mail.outbox) == sent


@pytest.mark.parametrize("address", UNSEEN, ids=ascii)
def test_an_address_with_what_nobody_sees_is_refused_where_it_is_typed(people, address):
    """In invitations, in new ones to the right address, and in accounts: one sentence."""
    client, admin = logged_in(people.editor), logged_in(people.admin)
    client.post(reverse("invitations:add"), form(address="vieras@example.org"))
    invitation = Invitation.objects.get()
    sent = len(mail.outbox)
    account = {"email": address, "first_name": "Aino", "last_name": "Airola"}
    own = own_settings(address) | {"name_email-first_name": "Aino"}
    for answer in (
        client.post(reverse("invitations:add"), form(address=address)),
        client.post(
            reverse("invitations:edit", args=[invitation.pk]), {"address": address}
        ),
        client.post("/admin/account/", own),
        admin.post(f"/admin/users/edit/{people.writer.pk}/", account),
        admin.post("/admin/users/new/", account | {"language": "fi"}),
    ):
        assert answer.status_code == 200
        assert answer.content.decode().count(SENTENCE) == 1
    assert Invitation.objects.count() == 1
    assert len(mail.outbox) == sent
    assert not get_user_model().objects.filter(email=address.lower()).exists()


@pytest.fixture
def post(people):
    """A post that an editor saved, by an author without an account."""
    author = make_author(saved_by=people.editor)
    return make_post(people.editor, authors=[author])


def send_link(client, post, address):
    data = {"author": post.bylines.get().author_id, "address": address}
    return client.post(
        reverse("editorial:links", args=[post.pk]), data | {"language": "fi"}
    )


@pytest.mark.parametrize("address", SPELLINGS)
def test_no_authors_link_goes_to_a_mailbox_of_ones_own(people, post, address):
    """In quotation marks, with a plus sign or a dot: the editor does not answer as the author."""
    assert send_link(logged_in(people.editor), post, address).status_code == 200
    assert not DraftLink.objects.exists()
    assert mail.outbox == []


@pytest.mark.parametrize("address", UNSEEN, ids=ascii)
def test_no_link_goes_to_an_address_with_what_nobody_sees(people, post, address):
    """Neither to an author nor to anybody else."""
    answer = send_link(logged_in(people.editor), post, address)
    assert answer.content.decode().count(SENTENCE) == 1
    assert not DraftLink.objects.exists()
    assert mail.outbox == []


def own_settings(address):
    return {
        "name_email-first_name": "Elli",
        "name_email-last_name": "Esimerkki",
        "name_email-email": address,
        "name_email-password": PASSWORD,
        "mail-when": "at_once",
        "locale-preferred_language": "fi",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
    }


def change_address(client, user, address):
    """On the screen of one's own account, and by the link in the new mailbox."""
    client.post("/admin/account/", own_settings(address))
    client.post(link_in([each for each in mail.outbox if each.to == [address]][-1]))
    user.refresh_from_db()
    assert user.email == address


def test_an_address_that_one_had_stays_ones_own(people, post):
    """Changing the own address for a minute makes no second person of anybody."""
    client = logged_in(people.editor)
    change_address(client, people.editor, "toinen@example.org")
    assert send_link(client, post, "editor@example.fi").status_code == 200
    change_address(client, people.editor, "editor@example.fi")
    assert send_link(client, post, "toinen@example.org").status_code == 200
    assert not DraftLink.objects.exists()
    response = client.post(
        reverse("invitations:add"), form(address="toinen+x@example.org")
    )
    assert response.status_code == 200
    assert not Invitation.objects.exists()


def test_whoever_invited_a_guest_does_not_alone_publish_their_first_text(people):
    """Whose mailbox it is the editor alone knows (C6): another one meets the guest's words."""
    client = logged_in(people.editor)
    slot = make_slot(days=40)
    data = form(address="toinen.laatikko@example.org", slot=slot.pk)
    client.post(reverse("invitations:add"), data)
    user = Invitation.objects.get().user
    arrive(link())
    post = BlogPage.objects.get()
    draft = post.get_latest_revision_as_object()
    draft.title, draft.lead = "Kuka kuulee?", "Mistä on kyse."
    draft.body = [("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>")]
    draft.save_revision(user=user)
    submit(post, user)
    press_approve(people.editor, post)
    assert not Waiting.objects.filter(page=post).exists()
    assert fresh(post).workflow_in_progress
    approve(post, people.editor2)
    assert Waiting.objects.filter(page=post).exists()


def test_whoever_invited_a_guest_does_not_alone_publish_their_profile(people):
    """Sent by itself, weeks later, and nothing of the guest was public: another editor meets it. A
    profile is no text: the first text waits for another editor, too."""
    logged_in(people.editor).post(
        reverse("invitations:add"), form(address="toinen.laatikko@example.org")
    )
    user = Invitation.objects.get().user
    arrive(link())
    user.refresh_from_db()
    user.invited_at -= timedelta(days=60)
    user.save()
    profile, guest = AuthorPage.objects.get(user=user), logged_in(user)
    post_form(guest, profile, **{"biography": "Soutaa.", "action-submit": "1"})
    press_approve(people.editor, profile)
    assert not fresh(profile).live
    assert fresh(profile).workflow_in_progress
    press_approve(people.editor2, profile)
    assert fresh(profile).live
    post = make_post(user, authors=[profile])
    submit(post, user)
    press_approve(people.editor, post)
    assert not fresh(post).live


def press_approve(user, page):
    seen = decisions.token_of_review(fresh(page))
    url = reverse("editorial:review", args=[page.pk])
    logged_in(user).post(url, {"action": "approve", "seen": seen})
