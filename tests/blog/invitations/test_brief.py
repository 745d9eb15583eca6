"""The invitation is a brief: what is asked for, what happens next, and who asks."""

import pytest
from django.test import Client

from tests.support.factories import make_author, make_post, make_question, make_theme
from tests.support.helpers import logged_in, make_slot, publish
from tests.support.invited import ADDRESS, invite, link, sent

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

LINE = "Kuulin sinut Demokratiapäivässä: kirjoittaisitko siitä?"


def set_the_scene(people):
    people.editor.first_name, people.editor.last_name = "Elli", "Esimerkki"
    people.editor.save()
    author = publish(make_author(user=people.writer), people.writer, people.editor)
    example = make_post(people.writer, "Näin se tehtiin", authors=[author])
    slot = make_slot(days=40)
    month = slot.day.replace(day=1)
    question = make_question(month, "Kuka puuttuu pöydästä?", saved_by=people.editor)
    return {
        "example": publish(example, people.writer, people.editor),
        "theme": publish(
            make_theme("Osallisuus", saved_by=people.editor),
            people.editor,
            people.editor2,
        ),
        "question": publish(question, people.editor, people.editor2),
        "slot": slot,
    }


def test_the_mail_says_all_that_a_guest_needs(people, scene):
    """Theme, length, dates, question, an example, four steps, a personal line and the editor's name."""
    invite(people.editor, slot=scene.slot, theme=scene.theme, line=LINE)
    (message,) = sent()
    for words in (
        LINE,
        "Teema: Osallisuus",
        "Pituus: 400–600 sanaa",
        "Kuka puuttuu pöydästä?",
        f"Näin se tehtiin, {scene.example.full_url}",
        "1. Valitset salasanan",
        "4. Teksti käännetään",
        f"{scene.slot.day.day}.{scene.slot.day.month}.{scene.slot.day.year}",
    ):
        assert words in message.body, words
    assert message.body.rstrip().endswith("Elli Esimerkki")
    page = Client().get(link()).content.decode()
    assert LINE in page
    assert "Teema: Osallisuus" in page


def test_what_is_not_known_is_not_said(people):
    invite(people.editor, language="sv")
    (message,) = sent()
    assert "400–600 ord" in message.body
    for words in ("Tema:", "Månadens fråga:", "Ett exempel", "None"):
        assert words not in message.body


def test_the_line_goes_with_the_form(people, scene):
    """And with the button of an empty slot its time is chosen already."""
    client = logged_in(people.editor)
    address = f"/admin/invitations/new/?slot={scene.slot.pk}"
    form = client.get(address).context["form"]
    assert str(form["slot"].value()) == str(scene.slot.pk)
    data = {"given_name": "Maija", "family_name": "Mäkelä", "address": ADDRESS}
    data |= {"language": "fi", "slot": scene.slot.pk, "line": LINE}
    assert client.post(address, data).status_code == 302
    assert LINE in sent()[-1].body
