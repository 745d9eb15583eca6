"""A form shows a picture; what becomes of it before the button is pressed, nobody has seen."""

import json

import pytest
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, SegmentOverride

from kdsite.editorial.models import Word
from kdsite.images.models import SiteImage
from tests.support.factories import make_author, make_image, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    form_data,
    fresh,
    logged_in,
    opened_form,
    publish,
    send_after_reading,
    submit,
    translate,
)

pytestmark = pytest.mark.django_db


def set_the_scene(people):
    """A member's post and profile, each with a picture that nobody has sent yet; and a translation
    that shows a picture of its own."""
    image, another = make_image(people.editor), make_image(people.translator, "red")
    public = make_image(people.editor, "green")
    author = make_author(user=people.writer)
    post = make_post(
        people.writer, "Silta", authors=[author], hero_image=public, hero_alt="Silta"
    )
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    segment = OverridableSegment.objects.get(
        source=record.source, data_json=json.dumps(public.pk)
    )
    SegmentOverride.objects.create(
        locale=record.target_locale,
        context=segment.context,
        data_json=json.dumps(another.pk),
        last_translated_by=people.translator,
    )
    return {
        "image": image,
        "another": another,
        "draft": make_post(
            people.editor, authors=[author], hero_image=image, hero_alt="Vene"
        ),
        "target": target,
        "record": record,
    }


def change(image, by, **words):
    """As the screen of pictures does it."""
    url = reverse("wagtailimages:edit", args=[image.pk])
    form = form_on(logged_in(by), url)
    data = {name: form[name].value() or "" for name in form.fields if name != "file"}
    assert logged_in(by).post(url, data | words).status_code == 302


def test_a_picture_that_was_changed_under_an_open_form_is_not_sent(people, scene):
    """What was typed is kept, and goes on with the next press of the button to where the picture is
    shown; or is saved as a draft."""
    client, draft = logged_in(people.editor), scene.draft
    data = opened_form(client, draft) | {"title": "Uusi otsikko"}
    change(scene.image, people.editor2, photographer="Joku muu")
    response = client.post(edit_url(draft), data | {"action-submit": "1"})
    assert response.status_code == 200
    text = response.content.decode()
    assert "on muutettu sen jälkeen, kun avasit" in text
    assert "Uusi otsikko" in text
    assert not fresh(draft).workflow_in_progress
    assert client.post(edit_url(draft), data).status_code == 302
    assert fresh(draft).draft_title == "Uusi otsikko"
    again = form_data(response.context["form"])
    again |= {name: data[name] for name in data if name.startswith("loaded_")}
    response = client.post(edit_url(draft), again | {"action-submit": "1"})
    assert response.url == reverse("before_send", args=[draft.pk])
    send_after_reading(client, draft)
    assert fresh(draft).workflow_in_progress


def test_another_picture_chosen_in_the_form_is_sent(people, scene):
    """Whoever chooses a picture has seen it; the one that it took the place of concerns nobody."""
    client, draft = logged_in(people.editor), scene.draft
    other = make_image(people.editor, "black")
    data = opened_form(client, draft) | {"hero_image": str(other.pk)}
    change(scene.image, people.editor2, photographer="Joku muu")
    client.post(edit_url(draft), data | {"action-submit": "1"})
    assert fresh(draft).workflow_in_progress


def test_a_correction_is_about_the_picture_that_was_shown(people, scene):
    """Nobody changes a picture of a text in review; whatever does it, the word is not about it."""
    client, draft = logged_in(people.editor2), scene.draft
    submit(draft, people.editor)
    words = Word.objects.of_page(draft.pk).count()
    data = opened_form(client, draft) | {"title": "Korjattu", "action-correct": "1"}
    SiteImage.objects.filter(pk=scene.image.pk).update(photographer="Joku muu")
    response = client.post(edit_url(draft), data)
    assert "on muutettu sen jälkeen, kun avasit" in response.content.decode()
    assert Word.objects.of_page(draft.pk).count() == words
    again = data | {"files_seen": response.context["form"]["files_seen"].value()}
    client.post(edit_url(draft), again)
    assert Word.objects.of_page(draft.pk).count() == words + 1


def test_a_translations_own_picture_that_was_changed_is_not_sent(people, scene):
    client, target = logged_in(people.translator), scene.target
    url = reverse("editorial:send_translation", args=[scene.record.pk])

    def opened():
        html = client.get(edit_url(target)).content.decode()
        _before, rest = html.split(f'action="{url}"')
        inputs = rest.split("</form>")[0].split("<input")[2:]
        pairs = [each.split('"') for each in inputs]
        return {parts[3]: parts[5] for parts in pairs}

    data = opened()
    change(scene.another, people.editor2, photographer="Joku muu")
    text = client.post(url, data, follow=True).content.decode()
    assert "har ändrats sedan du öppnade" in text
    assert not fresh(target).workflow_in_progress
    client.post(url, opened())
    assert fresh(target).workflow_in_progress
    approve(target, people.reviewer)
    assert fresh(target).live
