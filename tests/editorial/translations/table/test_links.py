"""A link of the original that the translation lacks: named, and it keeps the text from being sent."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from kdsite.editorial.exceptions import Incomplete
from kdsite.editorial.models import WaivedLink
from tests.editorial.translations.in_the_editor import (
    open_editor,
    press_send,
    put,
)
from tests.editorial.translations.table.linked_post import (
    address_of,
    linked,
    set_the_scene,
)
from tests.support.helpers import (
    fill_in,
    fresh,
    logged_in,
    send,
)

pytestmark = pytest.mark.django_db

__all__ = ["set_the_scene"]


def test_what_of_the_original_is_missing_is_named(scene, people):
    segment = linked(scene)
    answer = put(
        people.translator, address_of(scene, people.translator, segment), "Se sidan"
    )
    remarks = answer.json()["remarks"]
    assert "“sivu”" in remarks.replace("”sivu”", "“sivu”")
    assert "tt-remark--bold" in remarks


def without_its_link(scene, people):
    """Everything is translated, the link left out."""
    fill_in(scene.record, people.translator)
    segment = linked(scene)
    StringTranslation.objects.filter(translation_of=segment.string).update(
        data="Se sidan, <b>nu</b>."
    )
    return segment


def test_a_translation_without_its_link_is_not_sent(scene, people):
    """Whichever way; the screen says why."""
    before = open_editor(people.translator, scene.target)
    without_its_link(scene, people)
    with pytest.raises(Incomplete):
        send(scene.record, people.translator)
    html = press_send(people.translator, before).content.decode()
    assert "länk" in html
    assert not fresh(scene.target).workflow_in_progress
    assert "Skicka översättningen för granskning" not in open_editor(
        people.translator, scene.target
    )


def waive(people, scene, segment, name="translator", **fields):
    url = reverse(
        "editorial:translating:waive_link", args=[scene.record.pk, segment.pk]
    )
    client = logged_in(getattr(people, name))
    headers = {"X-Requested-With": "XMLHttpRequest"}
    return client.post(url, {"link": "a1"} | fields, headers=headers)


def test_a_link_is_waved_off_by_somebody(scene, people):
    """Then it may be sent; the reviewer sees who said so, and can ask for it again."""
    segment = without_its_link(scene, people)
    answer = waive(people, scene, segment)
    assert answer.status_code == 200
    assert "Allt är översatt" in answer.json()["progress"]
    assert WaivedLink.objects.get().waived_by == people.translator
    send(scene.record, people.translator)
    assert fresh(scene.target).workflow_in_progress
    assert "translator" in open_editor(people.reviewer, scene.target)
    waive(people, scene, segment, "reviewer", again="1")
    assert not WaivedLink.objects.exists()


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_nobody_else_waves_a_link_off(scene, people, name):
    segment = without_its_link(scene, people)
    assert waive(people, scene, segment, name).status_code == 403
    assert not WaivedLink.objects.exists()


def test_only_a_link_of_the_original_is_waved_off(scene, people):
    segment = without_its_link(scene, people)
    assert waive(people, scene, segment, link="a7").status_code == 403
    assert not WaivedLink.objects.exists()
