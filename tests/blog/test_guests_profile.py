"""The profile of an invited guest goes the way of the first text: whoever approves that has seen both."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from kdsite.editorial.models import Mode
from kdsite.editorial.releases import publish_due
from tests.support.helpers import (
    edit_url,
    fresh,
    its_time,
    logged_in,
    make_slot,
    post_form,
    revise,
    send_after_reading,
)
from tests.support.invited import arrive, invite, link

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def review(page, user):
    return logged_in(user).get(reverse("editorial:review", args=[page.pk]))


def approve(page, user):
    url = reverse("editorial:review", args=[page.pk])
    seen = review(page, user).context["form"].initial["seen"]
    logged_in(user).post(url, {"seen": seen, "action": "approve", "comment": ""})


def is_with_profile(user):
    """The guest of ``user``, who came by the link, wrote and sent; with the post and the profile."""
    invitation = invite(user, slot=make_slot(days=30, mode=Mode.ORIGINAL_FIRST))
    guest = Client()
    arrive(link(), client=guest)
    post = fresh(invitation.page)
    text = [("paragraph", "<p>Kylän venepaikat ovat yhteisiä.</p>")]
    revise(post, invitation.user, title="Venevaja", lead="Kenen on ranta?", body=text)
    return guest, post, fresh(invitation.user.author_pages.get())


def send(guest, post):
    send_after_reading(guest, post, confirm="on")
    assert fresh(post).workflow_in_progress


def test_the_second_editor_approves_both(people):
    """Whoever invited is not needed."""
    guest, post, profile = is_with_profile(people.editor)
    send(guest, post)
    html = review(post, people.editor2).content.decode()
    assert (
        reverse("editorial:preview", args=[profile.pk, profile.latest_revision_id])
        in html
    )
    assert "Se jää tarkistettavaksi" not in html
    approve(post, people.editor2)
    approved_text = fresh(post)
    assert not approved_text.workflow_in_progress
    assert not fresh(profile).workflow_in_progress


def test_whoever_invited_is_told_why_they_are_not_enough(people):
    """Nobody is said to have saved what they never opened; and with the second editor it is done."""
    guest, post, profile = is_with_profile(people.editor)
    send(guest, post)
    for page in (post, profile):
        html = review(page, people.editor).content.decode()
        assert "Tallensit tämän version itse" not in html
        assert "toinen teistä on kutsunut toisen" in html
    approve(post, people.editor)
    assert fresh(post).workflow_in_progress
    assert fresh(profile).workflow_in_progress
    approve(post, people.editor2)
    assert not fresh(post).workflow_in_progress
    assert not fresh(profile).workflow_in_progress


def test_one_editor_sends_for_the_guest_and_the_other_approves(people):
    guest, post, profile = is_with_profile(people.editor)
    send(logged_in(people.editor), post)
    approve(post, people.editor2)
    assert not fresh(post).workflow_in_progress
    assert not fresh(profile).workflow_in_progress


def home(guest):
    return guest.get(reverse("wagtailadmin_home")).content.decode()


def test_a_profile_that_stays_is_told_and_the_guest_reads_where_it_stands(people):
    """It was changed by the second editor alone: the first one is asked by mail; the guest reads that
    it is being read, and, taken back after the text is public, that it must be sent."""
    guest, post, profile = is_with_profile(people.editor)
    send(guest, post)
    post_form(
        logged_in(people.editor2), profile, biography=rich_text("<p>Soutaja.</p>")
    )
    mail.outbox.clear()
    approve(post, people.editor2)
    assert fresh(profile).workflow_in_progress
    waiting = [each for each in mail.outbox if profile.title in each.subject]
    assert [each.to for each in waiting] == [["editor@example.fi"]]
    assert "Toimitus lukee sitä." in home(guest)
    its_time(fresh(post).page_ptr.slot)
    publish_due.publish_due()
    assert fresh(post).live
    post_form(guest, profile, **{"action-cancel-workflow": "1"})
    assert "Ei vielä julkinen: lähetä se" in home(guest)


# Approved, and the text waits for its slot.

APPROVED = "Hyväksytty. Se julkaistaan yhdessä kirjoituksen kanssa"


@pytest.fixture
def waiting(people):
    guest, post, profile = is_with_profile(people.editor)
    send(guest, post)
    approve(post, people.editor2)
    return guest, post, fresh(profile)


def release(post):
    its_time(fresh(post).page_ptr.slot)
    publish_due.publish_due()
    assert fresh(post).live


def save(client, profile, **fields):
    """The form as it stands; the lock has no form, and an older tab is refused."""
    data = {"given_name": "Toinen", "family_name": "Nimi", "slug": profile.slug}
    return client.post(edit_url(profile), data | fields, follow=True)


@pytest.mark.parametrize("who", ["guest", "editor"])
@pytest.mark.parametrize("how", [{}, {"action-submit": "1"}])
def test_an_approved_profile_waits_with_its_text(people, waiting, who, how):
    """Nobody's save takes it out of the release, and its writer reads what will happen."""
    guest, post, profile = waiting
    client = guest if who == "guest" else logged_in(people.editor)
    html = client.get(edit_url(profile)).content.decode()
    assert "on hyväksytty ja odottaa" in html
    save(client, profile, **how)
    assert fresh(profile).latest_revision_id == profile.latest_revision_id
    assert APPROVED in home(guest)
    release(post)
    assert fresh(profile).live
    assert "Julkinen." in home(guest)


def test_an_editor_takes_it_back_to_draft_as_the_text_itself(people, waiting):
    """Then its writer reads that it stays out unless it is sent; sent and approved it goes out."""
    guest, post, profile = waiting
    address = reverse("editorial:back_to_draft", args=[profile.pk])
    assert guest.post(address).status_code in (302, 403)
    assert fresh(profile).get_lock()
    html = logged_in(people.editor2).get(edit_url(profile)).content.decode()
    assert address in html
    logged_in(people.editor2).post(address)
    assert fresh(profile).get_lock() is None
    html = home(guest)
    assert "Ei vielä julkinen: lähetä se" in html
    assert "ilman sitä, jos" in html
    assert APPROVED not in html
    release(post)
    assert not fresh(profile).live


def test_it_is_open_again_when_the_text_is_a_draft_again(people, waiting):
    guest, post, profile = waiting
    logged_in(people.editor2).post(reverse("editorial:back_to_draft", args=[post.pk]))
    post_form(guest, profile, biography=rich_text("<p>Soutaja.</p>"))
    assert fresh(profile).latest_revision_id != profile.latest_revision_id
    assert APPROVED not in home(guest)
