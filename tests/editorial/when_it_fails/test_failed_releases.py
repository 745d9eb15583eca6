"""A release that failed stands on top, in words, until it is out."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils.translation import override
from wagtail.users.models import UserProfile

from kdsite.editorial.models import Release, Slot, Word
from kdsite.editorial.reasons import in_words
from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.when_it_fails.scene import set_the_scene
from tests.support.helpers import fresh, logged_in

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def test_it_stands_on_top_in_words(scene, people, failing):
    """Of the editors' front page and of what is to come; nowhere among what is past."""
    client = logged_in(people.editor)
    home, calendar = reverse("wagtailadmin_home"), reverse("calendar:index")
    for address in (home, calendar, reverse("calendar:sheet")):
        html = client.get(address).content.decode()
        assert "Julkaisu epäonnistui" in html, address
        assert "Ohjelmassa on vika" in html, address
        assert "KeyError" not in html, address
    front = client.get(home).content.decode()
    assert front.index("Julkaisu epäonnistui") < front.index("Seuraavaksi kalenterissa")
    assert "Laituri" not in client.get(reverse("calendar:past")).content.decode()


def test_others_see_that_it_failed_and_not_why(scene, people, failing):
    """The language team waits for it, too; what is wrong is the editors' to put right."""
    client = logged_in(people.translator)
    html = client.get(reverse("calendar:index")).content.decode()
    assert "Publiceringen misslyckades" in html
    assert "fel i programmet" not in html
    front = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Publiceringen misslyckades" not in front


def test_the_mail_leads_to_the_reason_and_a_button(scene, people, failing):
    """Editors try again; nobody else can, and no GET does."""
    (letter,) = [each for each in mail.outbox if each.to == ["editor@example.fi"]]
    address = reverse("editorial:overdue", args=[scene.slot.pk])
    assert address in letter.body
    assert "Ohjelmassa on vika" in letter.body
    assert "KeyError" not in letter.body
    failing()
    for person in (people.writer, people.translator):
        logged_in(person).post(address)
        assert not fresh(scene.post).live
    client = logged_in(people.editor)
    html = client.get(address).content.decode()
    assert "Ohjelmassa on vika" in html
    assert not fresh(scene.post).live
    response = client.post(address, follow=True)
    assert fresh(scene.post).live
    assert fresh(scene.target).live
    assert Release.objects.filter(slot=scene.slot).count() == 1
    assert "Julkaistu:" in response.content.decode()
    assert "ei ole enää vikaa" in client.get(address).content.decode()


def test_it_says_again_why_where_it_fails_again(scene, people, failing):
    address = reverse("editorial:overdue", args=[scene.slot.pk])
    response = logged_in(people.editor).post(address, follow=True)
    assert "Ohjelmassa on vika" in response.content.decode()
    assert not fresh(scene.post).live


def test_what_lacks_something_has_not_failed(scene, people, failing):
    """Taken back to draft, it is a draft, and at the next round no failure stands anywhere."""
    failing()
    client = logged_in(people.editor)
    client.post(reverse("editorial:back_to_draft", args=[scene.post.pk]))
    assert publish_due() == []
    for address in ("wagtailadmin_home", "calendar:index"):
        html = client.get(reverse(address)).content.decode()
        assert "Julkaisu epäonnistui" not in html


def test_the_same_failure_is_in_the_log_once(scene, failing, caplog):
    """It is tried every few seconds."""
    publish_due()
    publish_due()
    assert "luonnos" not in caplog.text


def test_what_the_rule_refuses_is_told_to_each_in_their_language(scene, people):
    """Whoever asked last, and in which language, is of no matter."""
    Word.objects.all().delete()
    assert publish_due() == []
    finnish, swedish = "on oltava kaksi ihmistä", "måste stå bakom"
    problem = Slot.objects.get(pk=scene.slot.pk).problem
    with override("fi"):
        assert finnish in in_words(problem)
    with override("sv"):
        assert swedish in in_words(problem)
    profile = UserProfile.get_for_user(people.editor)
    profile.preferred_language = "sv"
    profile.save()
    address = reverse("editorial:overdue", args=[scene.slot.pk])
    html = logged_in(people.editor).post(address, follow=True).content.decode()
    assert swedish in html
    assert finnish not in html
    assert not fresh(scene.post).live
    assert Release.objects.count() == 0
