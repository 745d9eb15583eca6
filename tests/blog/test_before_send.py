"""“Before you send”: nobody sends words that were not on their screen."""

import pytest
from django.urls import reverse

from kdsite.editorial.models import AskedChange
from tests.support.factories import make_author, make_post
from tests.support.forms.undrawn import context_of, form_on
from tests.support.helpers import (
    approve,
    ask_for_changes,
    fresh,
    logged_in,
    post_form,
    send_after_reading,
)

pytestmark = pytest.mark.django_db

AUTOSAVE = {"accept": "application/json"}
CHECKED = 'id="id_consent" required checked'


def set_the_scene(people):
    """A draft that a guest has written."""
    author = make_author(user=people.writer)
    return {"post": make_post(people.writer, authors=[author])}


def address(post):
    return reverse("before_send", args=[post.pk])


def press(user, post, seen):
    return logged_in(user).post(address(post), {"seen": seen, "consent": "on"})


def shown(response):
    """The text of what is said to have changed."""
    changes = response.context["newest"]["differences"]
    return "".join(each.shown for each in changes)


def test_what_an_editor_wrote_meanwhile_is_read_before_it_is_sent(people, scene):
    """The guest finds the editor's words, with a link to them, and consents to them anew."""
    client = logged_in(people.writer)
    opened = client.get(post_form(client, scene.post, **{"action-submit": "1"}).url)
    assert opened.context["newest"] is None
    before = opened.context["form"].initial["seen"]
    editor = logged_in(people.editor)
    post_form(editor, scene.post, lead="Toimittajan sanat.", headers=AUTOSAVE)
    response = press(people.writer, scene.post, before)
    assert not fresh(scene.post).workflow_in_progress
    assert "Toimittajan" in shown(response)
    html = response.content.decode()
    assert 'href="#newest"' in html
    assert 'id="newest"' in html
    assert CHECKED not in html
    assert fresh(scene.post).latest_revision.user == people.editor
    press(people.writer, scene.post, response.context["form"].initial["seen"])
    assert fresh(scene.post).workflow_in_progress


def test_what_came_back_passes_the_screen_again(people, scene):
    """Also where nothing is found in it: given back, and taken back. Not what was approved."""
    editors = make_post(people.editor, "Valmis", lead="Aivan muuta asiaa.")
    client = logged_in(people.editor)

    def sends(**changes):
        answer = post_form(client, editors, **{"action-submit": "1"} | changes)
        in_review = fresh(editors).workflow_in_progress
        return not in_review and answer["Location"] == address(editors)

    first = sends()
    if first:
        send_after_reading(client, editors)
    ask_for_changes(editors, people.editor2, comment="x")
    AskedChange.objects.all().delete()
    assert sends(title="Valmis taas")
    send_after_reading(client, editors)
    assert fresh(editors).workflow_in_progress
    client.post(reverse("editorial:take_back", args=[editors.pk]))
    assert sends(title="Valmis vielä")
    send_after_reading(client, editors)
    approve(editors, people.editor2)
    assert fresh(editors).live
    assert sends(title="Julkinen") == first


def test_whoever_opens_the_screen_by_its_address_finds_them_too(people, scene):
    """However often."""
    post_form(logged_in(people.editor), scene.post, lead="Toimittajan sanat.")
    for _again in range(2):
        response = logged_in(people.writer).get(address(scene.post))
        assert "Toimittajan" in shown(response)
        assert "Tämän version on tallentanut editor" in response.content.decode()


def test_who_knows_no_version_reads_the_whole(people, scene):
    """An editor who sends a guest's draft has all of it on the screen."""
    response = logged_in(people.editor).get(address(scene.post))
    newest = fresh(scene.post).latest_revision_id
    preview = reverse("editorial:preview", args=[scene.post.pk, newest])
    assert response.context["newest"]["differences"] is None
    assert f'src="{preview}"' in response.content.decode()


def test_ones_own_newer_version_is_shown_as_well(people, scene):
    """Saved in another window, it is not what was on this screen."""
    client = logged_in(people.writer)
    before = form_on(client, address(scene.post)).initial["seen"]
    post_form(client, scene.post, lead="Omat sanani.")
    response = press(people.writer, scene.post, before)
    assert "Omat" in shown(response)
    assert CHECKED not in response.content.decode()
    assert context_of(client, address(scene.post))["newest"] is None
