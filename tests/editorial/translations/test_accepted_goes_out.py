"""An approved translation whose original is public goes out as soon as nothing holds it, by whatever
way it becomes current; and whoever made it so is told what still holds it."""

import pytest
from django.urls import reverse

from kdsite.editorial.models import Release, Slot, TranslatedRevision, Waiting
from kdsite.editorial.models.words import Answer, Way
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.publishing import guard
from kdsite.editorial.publishing.manifest import manifest_of
from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.review import words
from kdsite.editorial.translations.comparison import Comparison
from tests.editorial.translations.public_in_both import set_the_scene as make_public
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish_by_review,
    read,
    revise,
    send,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def set_the_scene(people):
    """Both languages were taken down; the translation is approved anew and waits for its original,
    which has gone out with another title."""
    scene = make_public(people)
    take_down(scene["post"], people)
    send(translation_of(scene["swedish"]), people.translator)
    approve(scene["swedish"], people.reviewer)
    revise(scene["post"], people.editor, title="Eri suuntiin")
    publish_by_review(scene["post"], people.editor, people.editor2)
    return scene


def take_down(page, people):
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    logged_in(people.editor).post(url, {"which": "both", "why": "Luvut ovat väärin."})


def accept(swedish, user):
    """What the screen says when an editor has found the change of no consequence."""
    client = logged_in(user)
    url = reverse("editorial:comparison", args=[swedish.pk])
    data = {"action": "accept", "seen": form_on(client, url).initial["seen"]}
    return client.post(url, data, follow=True).content.decode()


def accept_silently(swedish):
    """It is current, and nobody has let it out by that."""
    waiting = Waiting.objects.filter(page=swedish.pk).values("revision")
    now = Comparison(swedish).fingerprint
    TranslatedRevision.objects.filter(revision__in=waiting).update(accepted=now)


def test_a_change_of_no_consequence_lets_it_out_at_once(people, scene):
    """By one release, which the screen tells; nobody presses anything else."""
    assert fresh(scene.post).live
    assert publish_due() == []
    html = accept(scene.swedish, people.editor2)
    assert read(scene.swedish)[0] == 200
    assert Release.objects.filter(pages__page=scene.swedish.pk).count() == 2
    assert not Waiting.objects.exists()
    assert "Se on nyt julkinen." in html
    assert publish_due() == []


def test_it_is_said_beforehand_that_it_goes_out(people, scene):
    """Beside the button."""
    url = reverse("editorial:comparison", args=[scene.swedish.pk])
    html = logged_in(people.editor2).get(url).content.decode()
    assert "julkaistaan heti, kun mikään muu ei pidättele sitä" in html


def test_what_still_holds_it_is_said(people, scene):
    """An author has asked for changes of the translation; once somebody has read that, it goes out."""
    swedish = fresh(scene.swedish)
    seen = manifest_of(swedish.latest_revision)
    no = {"user": people.writer2, "way": Way.ANSWER, "comment": "Namnet är fel."}
    words.record(swedish, Answer.NO, seen, **no)
    html = accept(swedish, people.editor2)
    assert not fresh(swedish).live
    said = html.partition("Käännös katsotaan ajantasaiseksi.")[2][:99]
    assert "Se odottaa vielä. Kirjoittaja pyysi muutoksia: writer2@example.fi." in said
    assert publish_due() == []
    url = reverse("editorial:review", args=[swedish.pk])
    client = logged_in(people.reviewer)
    seen = form_on(client, url).initial["seen"]
    client.post(url, {"action": "read", "seen": seen, "comment": ""})
    assert read(swedish)[0] == 200


def test_it_waits_for_an_original_that_is_taken_down(people, scene):
    """Current or not: whoever took both down meant both."""
    accept_silently(scene.swedish)
    take_down(scene.post, people)
    assert publish_due() == []
    assert not fresh(scene.swedish).live


def test_a_closed_account_is_named(people, scene):
    """And the translation goes out by the clock once the account is open again."""
    people.translator.is_active = False
    people.translator.save()
    html = accept(scene.swedish, people.editor2)
    assert not fresh(scene.swedish).live
    assert "ja tili on suljettu" in html
    assert publish_due() == []
    people.translator.is_active = True
    people.translator.save()
    (release,) = publish_due()
    assert [row.page_id for row in release.pages.all()] == [scene.swedish.pk]
    assert read(scene.swedish)[0] == 200


def test_the_clock_finds_what_nothing_holds(people, scene):
    """However it became current, and whenever: no approved translation is forgotten."""
    accept_silently(scene.swedish)
    publish_due()
    assert read(scene.swedish)[0] == 200


def test_one_that_fails_keeps_nobody_else_back(people, scene, monkeypatch, caplog):
    """It is said why, the decision stands, the log has it once, and it is tried again."""

    def no_room(*_args, **_named):
        raise OSError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(guard, "publish", no_room)
        html = accept(scene.swedish, people.editor2)
        assert "Julkaiseminen epäonnistui" in html
        assert publish_due() == publish_due() == []
        assert len(caplog.records) == 1
    assert len(publish_due()) == 1
    assert read(scene.swedish)[0] == 200


def test_with_its_slot_where_there_is_one(people, scene):
    """A slot that is still to come takes the translation out, and the screen says when."""
    Slot.objects.all().delete()
    slot = make_slot(days=7)
    Slot.objects.filter(pk=slot.pk).update(page=scene.post.pk)
    html = accept(scene.swedish, people.editor2)
    assert publish_due() == []
    assert not fresh(scene.swedish).live
    assert "Julkaistaan" in html.partition("Käännös katsotaan ajantasaiseksi.")[2][:60]
    its_time(slot)
    assert len(publish_due()) == 1
    assert read(scene.swedish)[0] == 200


def test_a_slot_whose_time_has_come_lets_it_out_at_once(people, scene):
    """The same as without a slot: nobody waits for the clock."""
    slot = make_slot(days=-1)
    Slot.objects.filter(pk=slot.pk).update(page=scene.post.pk)
    html = accept(scene.swedish, people.editor2)
    assert "Se on nyt julkinen." in html
    assert Release.objects.filter(slot=slot, pages__page=scene.swedish.pk).exists()
