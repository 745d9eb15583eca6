"""An editor invites a guest, and the guest comes in by a personal link."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from blog.invitations import services
from blog.models import BlogPage, Invitation
from blog.models.invitation import State
from community.models import AuthorPage
from kdsite.editorial.policy.permissions import narrow
from tests.support.factories import make_theme
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    make_slot,
    publish,
    submit,
)
from tests.support.invited import ADDRESS, GOOD, arrive, invite, later, link, sent

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.indexed,
    pytest.mark.mailed,
    pytest.mark.both_databases,
]


def test_an_invitation_makes_account_profile_and_draft(people):
    """Everything is there before the first log-in, and belongs to the guest."""
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    slot = make_slot(days=40, working_title="Kuka kuulee?")
    invitation = invite(people.editor, slot=slot, theme=theme)
    user = invitation.user
    assert user.email == ADDRESS.lower()
    assert not user.has_usable_password()
    assert user.wagtail_userprofile.preferred_language == "fi"
    assert [group.name for group in user.groups.all()] == ["Kirjoittajat – Skribenter"]
    profile = AuthorPage.objects.get(user=user)
    assert (profile.name, profile.live, profile.owner) == ("Maija Mäkelä", False, user)
    post = BlogPage.objects.get()
    assert (post.title, post.lead, post.owner, post.live) == (
        "Kuka kuulee?", "", user, False,
    )  # fmt: skip
    assert [byline.name for byline in post.bylines.all()] == ["Maija Mäkelä"]
    assert [row.theme.title for row in post.post_themes.all()] == [theme.title]
    slot.refresh_from_db()
    assert (slot.page_id, slot.writer, slot.theme_id) == (post.pk, user, theme.pk)
    client = logged_in(user)
    for page in (post, profile):
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert client.get(edit).status_code == 200


def test_answering_the_invitation_reaches_who_invited(people):
    """With a new link too."""
    services.renew(invite(people.editor), people.editor)
    assert [message.reply_to for message in sent()] == [[people.editor.email]] * 2


def test_a_swedish_guest_gets_everything_in_swedish(people):
    """Draft, profile, mail and page are in the language of the invitation."""
    slot = make_slot(days=40)
    invitation = invite(people.editor, language="sv", slot=slot)
    assert {
        page.locale.language_code
        for page in (BlogPage.objects.get(), AuthorPage.objects.get())
    } == {"sv"}
    assert BlogPage.objects.get().title == "Utan rubrik"
    assert link().startswith("/inbjudan/")
    assert "bjuder in dig" in mail.outbox[-1].body
    page = Client(headers={"accept-language": "fi"}).get(link())
    assert 'lang="sv"' in page.content.decode()
    assert "Välkommen, Maija!" in page.content.decode()
    response = arrive(link(), "kort")
    assert "lösenordet är för kort" in response.content.decode()
    assert invitation.user.wagtail_userprofile.preferred_language == "sv"


def test_the_byline_can_be_used_before_the_first_log_in(people):
    """An editor's own post can name the guest; the chooser finds the draft profile."""
    invitation = invite(people.editor)
    profile = AuthorPage.objects.get(user=invitation.user)
    for user in (people.editor, invitation.user):
        assert narrow(Page.objects.filter(pk=profile.pk), user).exists()
    url = reverse("wagtailadmin_choose_page")
    chooser = f"{url}search/?q=Mäkelä&page_type=community.authorpage"
    assert "Maija Mäkelä" in logged_in(people.editor).get(chooser).content.decode()
    assert not narrow(Page.objects.filter(pk=profile.pk), people.writer).exists()


def test_the_guests_first_submission_confirms_the_profile(people):
    """The editor saved the profile and the guest sends it: it goes out with the post, once an editor
    who did not invite them has approved."""
    slot = make_slot(days=40)
    invitation = invite(people.editor, slot=slot)
    post = BlogPage.objects.get()
    draft = post.get_latest_revision_as_object()
    draft.title, draft.lead = "Kuka kuulee?", "Mistä on kyse."
    draft.body = [("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>")]
    draft.save_revision(user=invitation.user)
    submit(post, invitation.user)
    approve(post, people.editor2)
    slot.at = timezone.now()
    slot.save()
    assert fresh(post).waiting


def test_only_a_hash_of_the_link_is_kept(people):
    """Who reads the table cannot come in by it."""
    invitation = invite(people.editor)
    token = link().split("/")[2]
    row = Invitation.objects.values().get()
    assert token not in str(row)
    assert Invitation.objects.by_token(token) == invitation


def test_reading_the_page_needs_nothing_and_changes_nothing(people):
    """Mail scanners follow links; search engines and other sites learn nothing."""
    invitation = invite(people.editor)
    for _time in range(3):
        response = Client().get(link())
        assert response.status_code == 200
    assert Client().head(link()).status_code == 200
    assert "Tervetuloa, Maija!" in response.content.decode()
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    invitation.refresh_from_db()
    assert invitation.state == State.SENT


def test_the_link_sets_a_password_and_opens_the_draft(people):
    """One step from the mail to the text."""
    invitation = invite(people.editor, slot=make_slot(days=40))
    client = Client()
    response = arrive(link(), client=client)
    edit = reverse("wagtailadmin_pages:edit", args=[BlogPage.objects.get().pk])
    assert response["Location"] == edit
    assert client.get(edit).status_code == 200
    invitation.refresh_from_db()
    assert (invitation.state, bool(invitation.used_at)) == (State.USED, True)
    assert Client().login(username=ADDRESS.lower(), password=GOOD)


def test_without_a_slot_the_link_leads_to_the_front_page(people):
    """There is no draft yet."""
    invite(people.editor)
    assert arrive(link())["Location"] == reverse("wagtailadmin_home")


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("q7w", None, "Salasana on liian lyhyt"),
        ("salasana123456", "toinen kuin se", "Salasanakentät eivät täsmänneet"),
        ("maija.malli@example.fi", None, "Salasana on liian lähellä"),
    ],
)
def test_a_weak_password_is_refused_in_words(people, first, second, sentence):
    """Django's validators, in the guest's language; the link stays good."""
    invite(people.editor)
    response = arrive(link(), first, second)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert first not in response.content.decode().replace(ADDRESS.lower(), "")
    assert arrive(link()).status_code == 302


def test_a_used_link_says_so(people):
    """It works once; then it leads to the log-in, which leads to the draft."""
    invite(people.editor, slot=make_slot(days=40))
    path = link()
    arrive(path)
    for response in (Client().get(path), arrive(path, "toinen salasana")):
        assert response.status_code == 410
        assert "Sinulla on jo salasana" in response.content.decode()
        assert f"/admin/pages/{BlogPage.objects.get().pk}/edit/" in (
            response.content.decode()
        )
    assert not Client().login(username=ADDRESS, password="toinen salasana")


def test_an_expired_link_says_so(people):
    """After the 14th day the guest asks for a new one; nothing is set by the old one."""
    invitation = invite(people.editor)
    later(invitation, days=14)
    assert Client().get(link()).status_code == 200
    later(invitation, days=15)
    for response in (Client().get(link()), arrive(link())):
        assert response.status_code == 410
        assert people.editor.email in response.content.decode()
    invitation.refresh_from_db()
    assert (invitation.state, invitation.user.has_usable_password()) == (
        State.EXPIRED, False,
    )  # fmt: skip


def test_an_unknown_link_says_so(people):
    """Nobody is named, and the page is in the language of its address."""
    response = Client().get("/kutsu/arvaus/")
    assert response.status_code == 410
    assert "Linkki ei toimi" in response.content.decode()
    assert "Länken fungerar inte" in (
        Client().get("/inbjudan/gissning/").content.decode()
    )
    assert arrive("/kutsu/arvaus/").status_code == 410


def test_a_closed_account_cannot_be_opened_by_the_link(people):
    """Closing the account takes the invitation back."""
    invitation = invite(people.editor)
    get_user_model().objects.filter(pk=invitation.user_id).update(is_active=False)
    assert Client().get(link()).status_code == 410
    assert arrive(link()).status_code == 410
