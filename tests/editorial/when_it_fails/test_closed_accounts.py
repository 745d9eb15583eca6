"""The account of the last writer is closed while the text waits: everybody reads who, and what helps."""

import pytest
from django.core import mail
from django.urls import reverse

from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.when_it_fails.scene import set_the_scene
from tests.support.helpers import fresh, logged_in

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
    failed = reverse("editorial:failed_release", args=[scene.slot.pk])
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
