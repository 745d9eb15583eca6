"""An editor invites a guest, and the guest comes in by a personal link."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from blog.inviting import invitations
from blog.models import BlogPage, Invitation
from blog.models.invitation import State
from community.models import AuthorPage
from kdsite.editorial.models import Slot
from kdsite.editorial.permissions import narrow
from kdsite.editorial.refusals import Conflict, Refusal
from tests.factories import make_author, make_post, make_theme
from tests.helpers import approve, fresh, logged_in, make_slot, publish, submit

pytestmark = pytest.mark.django_db

ADDRESS = "Maija.Malli@example.fi"
GOOD = "vene kulkee hiljaa"


def invite(by, address=ADDRESS, language="fi", **given):
    names = {"given_name": "Maija", "family_name": "Mäkelä"}
    return invitations.invite(by, address=address, language=language, **names | given)


def link():
    """The personal link in the newest mail, without its host."""
    return re.search(r"/(?:kutsu|inbjudan)/\S+", mail.outbox[-1].body)[0]


def arrive(path, first=GOOD, second=None, client=None):
    data = {"new_password1": first, "new_password2": second or first}
    return (client or Client()).post(path, data)


def later(invitation, **time):
    Invitation.objects.filter(pk=invitation.pk).update(
        sent_at=timezone.now() - timedelta(**time)
    )


def form(**changes):
    return {
        "given_name": "Maija",
        "family_name": "Mäkelä",
        "address": ADDRESS,
        "language": "fi",
        "slot": "",
        "theme": "",
    } | changes


def test_an_invitation_makes_account_profile_and_draft(people):
    """Everything is there before the first log-in, and belongs to the guest."""
    theme = publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    slot = make_slot(days=40, working_title="Kuka kuulee?")
    invitation = invite(people.editor, slot=slot, theme=theme)
    user = invitation.user
    assert (user.username, user.email) == ("maija.makela", ADDRESS)
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
    assert "inbjuder dig" in mail.outbox[-1].body
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
    """The editor saved the profile, the guest sends it: no third person is needed."""
    slot = make_slot(days=40)
    invitation = invite(people.editor, slot=slot)
    post = BlogPage.objects.get()
    draft = post.get_latest_revision_as_object()
    draft.title, draft.lead = "Kuka kuulee?", "Mistä on kyse."
    draft.body = [("paragraph", "<p>Kunta on asukkaidensa yhteisö.</p>")]
    draft.save_revision(user=invitation.user)
    submit(post, invitation.user)
    approve(post, people.editor)
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
    assert first not in response.content.decode().replace(ADDRESS, "")
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
    """After 14 days the guest asks for a new one; nothing is set by the old one."""
    invitation = invite(people.editor)
    later(invitation, days=13, hours=23)
    assert Client().get(link()).status_code == 200
    later(invitation, days=14, seconds=1)
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


def test_a_new_link_kills_the_old_one(people):
    """One click by the editor; only the newest mail works."""
    invitation = invite(people.editor)
    old = link()
    later(invitation, days=20)
    client = logged_in(people.editor2)
    client.post(reverse("renew_invitation", args=[invitation.pk]))
    assert len(mail.outbox) == 2
    assert Client().get(old).status_code == 410
    assert arrive(old).status_code == 410
    assert arrive(link()).status_code == 302
    with pytest.raises(Conflict):
        invitations.renew(invitation, people.editor)


def test_a_wrong_address_is_corrected(people):
    """The right person gets the link, the wrong address has nothing any more."""
    invitation = invite(people.editor, address="maijja@example.fi")
    old = link()
    client = logged_in(people.editor)
    url = reverse("readdress_invitation", args=[invitation.pk])
    taken = client.post(url, {"address": "WRITER@example.fi"})
    assert "Tämä osoite on jollakulla toisella" in taken.content.decode()
    client.post(url, {"address": ADDRESS})
    assert mail.outbox[-1].to == [ADDRESS]
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


@pytest.mark.parametrize("role", ["translator", "editor2"])
def test_members_of_other_roles_can_be_invited(people, role):
    """They get a profile and may edit their draft."""
    user = getattr(people, role)
    invite(people.editor, address=user.email, slot=make_slot(days=40))
    post = BlogPage.objects.get()
    assert post.permissions_for_user(user).can_edit()
    client = logged_in(user)
    edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert client.get(edit).status_code == 200


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
    """A profile of that name without an account: the editor says whose it is."""
    known = publish(
        make_author("Maija", "Mäkelä", saved_by=people.editor),
        people.editor,
        people.editor2,
    )
    client = logged_in(people.editor)
    asked = client.post(reverse("invite"), form())
    assert "Onko kyseessä sama henkilö?" in asked.content.decode()
    assert not Invitation.objects.exists()
    client.post(reverse("invite"), form(known=str(known.pk)))
    user = Invitation.objects.get().user
    assert fresh(known).user == user
    assert AuthorPage.objects.count() == 1
    # That profile has an account now: nothing is left to ask about.
    client.post(reverse("invite"), form(address="toinen@example.fi"))
    assert AuthorPage.objects.count() == 2


def test_somebody_else_of_that_name_gets_a_profile_of_their_own(people):
    """“No, somebody else” leaves the known profile alone."""
    known = make_author("Maija", "Mäkelä", saved_by=people.editor)
    logged_in(people.editor).post(reverse("invite"), form(known="new"))
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


def test_two_of_one_name_get_two_usernames(people):
    """A username that is taken gets a number."""
    names = {
        invite(people.editor, address=f"{n}@example.fi").user.username for n in "ab"
    }
    assert names == {"maija.makela", "maija.makela2"}


def test_the_form_keeps_what_was_typed(people):
    """``?slot=`` chooses the slot; an error loses nothing."""
    slot = make_slot(days=40, working_title="Kuka kuulee?")
    client = logged_in(people.editor)
    page = client.get(f"{reverse('invite')}?slot={slot.pk}").content.decode()
    assert re.search(rf'<option value="{slot.pk}" selected', page)
    response = client.post(reverse("invite"), form(address="väärä", slot=slot.pk))
    page = response.content.decode()
    assert 'value="väärä"' in page
    assert re.search(rf'<option value="{slot.pk}" selected', page)
    assert client.get(f"{reverse('invite')}?slot=²").status_code == 200


def test_the_list_says_where_each_invitation_stands(people):
    """In words, for editors only."""
    sent, expired, used = (
        invite(people.editor, address=f"{n}@example.fi", given_name=n)
        for n in ("aino", "bertta", "celia")
    )
    later(expired, days=15)
    arrive(link())
    client = logged_in(people.editor)
    page = client.get(reverse("invitations")).content.decode()
    assert "Linkki on voimassa" in page
    assert "Linkki vanheni" in page
    assert "Kirjautui ensimmäisen kerran" in page
    assert page.count("Lähetä uusi linkki") == 2
    for user in (people.writer, people.translator):
        stranger = logged_in(user)
        for url in (
            reverse("invitations"),
            reverse("invite"),
            reverse("readdress_invitation", args=[sent.pk]),
        ):
            assert "aino" not in stranger.get(url, follow=True).content.decode()
        stranger.post(reverse("renew_invitation", args=[sent.pk]))
        stranger.post(reverse("invite"), form())
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("arrived", [True, False])
def test_a_forgotten_password_is_mailed_in_ones_language(people, arrived):
    """Whatever the browser speaks, and also to somebody who never used the invitation."""
    invite(people.editor, language="sv")
    if arrived:
        arrive(link())
    client = Client(headers={"accept-language": "fi"})
    client.post("/admin/password_reset/", {"email": ADDRESS.lower()})
    message = mail.outbox[-1]
    assert message.to == [ADDRESS]
    assert "lösenord" in message.body
    path = re.search(r"/admin/password_reset/confirm/\S+", message.body)[0]
    response = client.get(path, follow=True)
    data = {"new_password1": "ny båt i viken", "new_password2": "ny båt i viken"}
    client.post(response.redirect_chain[-1][0], data)
    assert Client().login(username=ADDRESS, password="ny båt i viken")
    assert Invitation.objects.get().state == State.USED
