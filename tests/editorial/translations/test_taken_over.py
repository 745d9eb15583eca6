"""What a translation takes over from its original, such as its author, is part of what it is behind of.

As people do it, through their screens: no string is changed, and no string is translated again.
"""

import datetime
from html import unescape

import pytest
from django.urls import reverse

from kdsite.editorial.models import Slot
from kdsite.editorial.releases import publish_due
from kdsite.editorial.texts.outdated import is_outdated
from tests.editorial.translations.in_the_editor import open_editor, press_send
from tests.editorial.translations.two_of_each import NEW, OLD, draft, set_the_scene
from tests.support.forms.posted import form_data
from tests.support.helpers import (
    edit_url,
    fresh,
    its_time,
    logged_in,
    make_slot,
    post_form,
    publish_by_review,
    publish_translation_by_review,
    read,
    revise,
)

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db

KINDS = ["author", "picture", "link", "page link", "question", "theme"]


def other(scene, kind, data):
    """What the form of the post sends where only ``kind`` is another: the second one."""
    text = data["body-1-value"]
    return {
        "author": {"bylines-0-author": str(scene.author2.pk)},
        "picture": {"hero_image": str(scene.picture2.pk)},
        "link": {"body-1-value": text.replace(OLD, NEW)},
        "page link": {
            "body-1-value": text.replace(
                f'"id": {scene.theme.pk}', f'"id": {scene.theme2.pk}'
            )
        },
        "question": {"question": str(scene.question2.pk)},
        "theme": {"themes": [str(scene.theme2.pk)]},
    }[kind]


def seen(scene, kind, page):
    """What readers of ``page`` get of ``kind``."""
    page, text = fresh(page), read(page)[1]
    return {
        "author": [byline.name for byline in page.bylines.all()],
        "picture": page.hero_image_id,
        "link": [address for address in (OLD, NEW) if f'href="{address}"' in text],
        "page link": page.body[1].value.source.count(f'id="{scene.theme2.pk}"'),
        "question": page.question_id,
        "theme": [row.theme_id for row in page.post_themes.all()],
    }[kind]


def press(user, page, action):
    client = logged_in(user)
    address = reverse("editorial:review", args=[page.pk])
    form = client.get(address).context["form"]
    data = {"action": action, "seen": form.initial["seen"], "comment": ""}
    return client.post(address, data, follow=True)


def change(scene, people, kind, post):
    """The editor changes nothing but ``kind`` and sends it; the other one approves."""
    client = logged_in(people.editor)
    data = form_data(client.get(edit_url(post)).context["form"])
    changes = other(scene, kind, data)
    assert any(data[name] != value for name, value in changes.items())
    post_form(client, post, **changes, **{"action-submit": "1"})
    if not fresh(post).workflow_in_progress:
        before_send = reverse("before_send", args=[post.pk])
        initial = client.get(before_send).context["form"].initial
        client.post(before_send, {"seen": initial["seen"], "consent": "on"})
    return press(people.editor2, post, "approve")


def text_of(user, address):
    return unescape(logged_in(user).get(address).content.decode())


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_changed_comes_to_the_readers_of_the_translation(scene, people, kind):
    """The approver is told, the list and the translator's screen have it with a button; updated, sent
    and approved, the translation shows the same as its original."""
    post, swedish = scene.post, scene.swedish
    before = seen(scene, kind, swedish)
    assert before == seen(scene, kind, post)
    compare = reverse("editorial:comparison", args=[swedish.pk])
    response = change(scene, people, kind, post)
    assert seen(scene, kind, post) != before
    assert compare in str(next(iter(response.context["messages"])))
    for address in ("/admin/", reverse("editorial:outdated")):
        assert compare in text_of(people.translator, address)
    update = reverse("editorial:translate", args=[post.pk, "sv"])
    html = open_editor(people.translator, swedish)
    assert "det finns inget att översätta" in unescape(html)
    assert update in html
    logged_in(people.translator).post(update)
    html = open_editor(people.translator, swedish)
    assert "Ändringarna finns nu i översättningen" in unescape(html)
    assert update not in html
    assert seen(scene, kind, swedish) == before
    press_send(people.translator, html)
    press(people.reviewer, swedish, "approve")
    assert seen(scene, kind, swedish) == seen(scene, kind, post)
    assert not is_outdated(swedish)
    assert "translation-behind" not in open_editor(people.translator, swedish)


@pytest.mark.parametrize("kind", KINDS)
def test_a_slot_waits_for_it(scene, people, kind):
    """The calendar says so, and nothing goes out with two authors or two pictures."""
    post = draft(scene, people, title="Verkosto")
    slot = make_slot(post)
    publish_by_review(post, people.editor, people.editor2)
    swedish = publish_translation_by_review(post, people.translator, people.reviewer)
    client = logged_in(people.editor)
    client.post(reverse("editorial:back_to_draft", args=[post.pk]))
    response = change(scene, people, kind, post)
    compare = reverse("editorial:comparison", args=[swedish.pk])
    assert compare in str(next(iter(response.context["messages"])))
    slots = text_of(people.editor, reverse("calendar:index"))
    assert "Käännös ei vastaa uusinta tekstiä" in slots
    assert publish_due.release_slot(its_time(slot)) is None
    sentence = "Käännös on tehty vanhemmasta tekstistä."
    assert sentence in text_of(people.editor, reverse("calendar:index"))
    assert not fresh(post).live
    assert not fresh(swedish).live
    client.post(reverse("editorial:back_to_draft", args=[swedish.pk]))
    update = reverse("editorial:translate", args=[post.pk, "sv"])
    logged_in(people.translator).post(update)
    press_send(people.translator, open_editor(people.translator, swedish))
    Slot.objects.filter(pk=slot.pk).update(at=slot.at + datetime.timedelta(days=1))
    press(people.reviewer, swedish, "approve")
    publish_due.release_slot(its_time(slot))
    assert seen(scene, kind, swedish) == seen(scene, kind, post)


@pytest.mark.parametrize("kind", KINDS)
def test_the_comparison_says_it_in_words(scene, people, kind):
    """Names and titles, no numbers or keys: what it was, what it is, and what readers have."""
    change(scene, people, kind, scene.post)
    address = reverse("editorial:comparison", args=[scene.swedish.pk])
    found = logged_in(people.editor).get(address).context["comparison"].changes
    before, now, present = {
        "author": ("Onni Oivallus", "Aino Airola", "Onni Oivallus"),
        "picture": ("navy", "green", "navy"),
        "link": (OLD, NEW, OLD),
        "page link": ("Talous", "Nuoret", "sv Talous"),
        "question": ("Kuka kysyy?", "Kuka vastaa?", "sv Kuka kysyy?"),
        "theme": ("Talous", "Nuoret", "sv Talous"),
    }[kind]
    assert [(c.how, c.before, c.now, c.present) for c in found] == [
        ("changed", before, now, present)
    ]
    assert found[0].label


def test_it_may_be_of_no_consequence(scene, people):
    """As a change of words may."""
    change(scene, people, "picture", scene.post)
    address = reverse("editorial:comparison", args=[scene.swedish.pk])
    client = logged_in(people.editor2)
    held = client.get(address).context["form"].initial["seen"]
    client = logged_in(people.editor)
    client.post(address, {"action": "accept", "seen": held})
    assert is_outdated(scene.swedish)  # It was that editor's own change.
    logged_in(people.editor2).post(address, {"action": "accept", "seen": held})
    assert not is_outdated(scene.swedish)


def test_a_heading_of_another_level_counts(scene, people):
    """Whatever the translation takes over counts, and is called as people call it."""
    body = fresh(scene.post).body
    body[0].value["level"] = "h3"
    revise(scene.post, people.editor, body=body)
    publish_by_review(scene.post, people.editor, people.editor2)
    assert is_outdated(scene.swedish)
    address = reverse("editorial:comparison", args=[scene.swedish.pk])
    found = logged_in(people.editor).get(address).context["comparison"].changes
    assert [(c.before, c.now) for c in found] == [("Väliotsikko", "Alaotsikko")]


def test_a_page_that_is_gone_makes_nothing_outdated_for_good(scene, people):
    """A question that was deleted is gone from both; a translation made after that is current."""
    question = scene.question
    for page in (question.get_translations().get(), question):
        fresh(page).delete()
    assert not is_outdated(scene.swedish)
    revise(scene.post, people.editor, lead="Uusi ingressi.")
    publish_by_review(scene.post, people.editor, people.editor2)
    swedish = publish_translation_by_review(
        scene.post, people.translator, people.reviewer
    )
    assert not is_outdated(swedish)
