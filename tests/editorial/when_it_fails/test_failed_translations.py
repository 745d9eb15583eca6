"""A translation without a slot that cannot be published: editors read why, wherever they are logged in,
and try again."""

import pytest
from django.core import mail
from django.urls import reverse

from kdsite.editorial.models import Release, Slot, Waiting, Word
from kdsite.editorial.models.slots import Mode
from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.when_it_fails.scene import set_the_scene as make_release
from tests.support.helpers import fresh, logged_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]

PANEL = "to-do__thing--failed"


def set_the_scene(people):
    """The original is public, and no slot takes out its approved translation."""
    scene = make_release(people)
    waiting = Waiting.objects.get(page=scene["target"].pk)
    Waiting.objects.filter(pk=waiting.pk).delete()
    Slot.objects.update(mode=Mode.ORIGINAL_FIRST)
    publish_due()
    Slot.objects.update(page=None)
    waiting.save(force_insert=True)
    return scene


def front_page(user):
    return logged_in(user).get(reverse("wagtailadmin_home")).content.decode()


def test_why_is_kept_where_every_process_reads_it(people, scene, failing):
    """On top of the editors' front page, in words; others do not put it right."""
    assert Waiting.objects.get(page=scene.target.pk).problem == "program"
    html = front_page(people.editor)
    assert PANEL in html
    assert "Ohjelmassa on vika" in html
    assert "KeyError" not in html
    assert PANEL not in front_page(people.writer)


def test_editors_are_told_once(people, scene, failing):
    publish_due()
    subject = f"Käännöstä ei saatu julkaistua: {scene.target.title}"
    letters = [each for each in mail.outbox if each.subject == subject]
    assert sorted(each.to[0] for each in letters) == [
        "editor2@example.fi",
        "editor@example.fi",
    ]
    assert "Ohjelmassa on vika" in letters[0].body
    assert reverse("wagtailadmin_home") in letters[0].body


def test_an_editor_tries_again(people, scene, failing):
    """Nobody else can, no GET does; and a second failure is said at once."""
    address = reverse("editorial:publish_again", args=[scene.target.pk])
    html = logged_in(people.editor).post(address, follow=True).content.decode()
    assert html.count("Ohjelmassa on vika") == 2
    failing()
    logged_in(people.editor).get(address)
    for person in (people.writer, people.translator):
        logged_in(person).post(address)
        assert not fresh(scene.target).live
    response = logged_in(people.editor).post(address, follow=True)
    assert "Julkaistu:" in response.content.decode()
    assert fresh(scene.target).live
    assert Release.objects.count() == 2
    assert PANEL not in front_page(people.editor)


def test_what_lacks_something_has_not_failed(people, scene, failing):
    """At the next round: it waits, and its review says for what."""
    failing()
    Word.objects.all().delete()
    assert publish_due() == []
    assert Waiting.objects.get(page=scene.target.pk).problem == ""
    assert PANEL not in front_page(people.editor)
