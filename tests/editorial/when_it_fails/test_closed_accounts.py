"""The account of the last writer is closed while the text waits: everybody reads who, and what helps."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.models import Slot
from kdsite.editorial.notifications.release_countdown import count_down
from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.when_it_fails.scene import set_the_scene
from tests.support.helpers import fresh, logged_in, submit

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def test_the_closed_account_is_named_where_the_release_fails(scene, people):
    """On the front page, in the calendar, in the mail, and beside the button to try again; and an
    account that is opened again lets the text out."""
    people.writer.first_name, people.writer.last_name = "Aino", "Airola"
    people.writer.is_active = False
    people.writer.save()
    mail.outbox.clear()
    assert publish_due() == []
    client = logged_in(people.editor)
    failed = reverse("editorial:overdue", args=[scene.slot.pk])
    for address in (reverse("wagtailadmin_home"), reverse("calendar:index"), failed):
        html = client.get(address).content.decode()
        assert "Aino Airola on tallentanut" in html, address
        assert "Avaa tili uudestaan" in html, address
    (letter,) = [each for each in mail.outbox if each.to == ["editor@example.fi"]]
    assert "Aino Airola on tallentanut" in letter.body
    people.writer.is_active = True
    people.writer.save()
    client.post(failed)
    assert fresh(scene.post).live


def test_the_closed_account_is_named_before_the_time_has_come(scene, people):
    """In the calendar and in the countdown; and once it is sent again, beside the button of the
    review: two others approve it."""
    Slot.objects.update(at=timezone.now() + timedelta(hours=20))
    client = logged_in(people.editor)
    calendar = reverse("calendar:index")
    assert "on suljettu" not in client.get(calendar).content.decode()
    people.writer.first_name, people.writer.last_name = "Aino", "Airola"
    people.writer.is_active = False
    people.writer.save()
    mail.outbox.clear()
    sentence = "Aino Airola on tallentanut tekstin viimeksi, ja tili on suljettu"
    assert client.get(calendar).content.decode().count(sentence) == 1
    count_down()
    (letter,) = [each for each in mail.outbox if each.to == ["editor@example.fi"]]
    assert sentence in letter.body
    client.post(reverse("editorial:back_to_draft", args=[scene.post.pk]))
    submit(scene.post, people.editor)
    review = logged_in(people.editor2).get(
        reverse("editorial:review", args=[scene.post.pk])
    )
    assert "Aino Airola on tallentanut tämän version" in review.content.decode()
