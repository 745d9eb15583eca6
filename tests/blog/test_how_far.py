"""How far a text has come, as its writer sees it; and who is invited where there is none."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from blog.writer.standings import drafts_of, standings
from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    logged_in,
    make_slot,
    publish,
    send,
    submit,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

HOME = reverse("wagtailadmin_home")


def line_of(user):
    (found,) = standings(user, drafts_of(user))
    return [
        (step.label, "done" if step.is_done else "now" if step.is_now else "")
        for step in found.steps
    ]


def test_how_far_a_text_has_come(people, untranslated):
    """Sent, read, translated, and the day when it goes out."""
    author = publish(make_author(user=people.writer), people.writer, people.editor)
    post = make_post(people.writer, authors=[author])
    slot = make_slot(post, days=20)
    day = date_format(timezone.localtime(slot.at), "SHORT_DATE_FORMAT")
    out = f"Goes out on {day}"
    first = ["You send it", "An editor reads it", "Is translated", out]
    assert line_of(people.writer) == [(label, "") for label in first]
    submit(post, people.writer)
    assert line_of(people.writer)[:2] == [
        ("Sent", "done"),
        ("An editor reads it", "now"),
    ]
    approve(post, people.editor)
    assert line_of(people.writer)[1:3] == [
        ("Read by an editor", "done"),
        ("Is translated", "now"),
    ]
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    assert line_of(people.writer)[2:] == [
        ("Translation is ready", "done"),
        (out, "now"),
    ]
    page = logged_in(people.writer).get(HOME).content.decode()
    assert 'aria-current="step"' in page
    assert "Käännös on valmis" in page


def test_an_empty_slot_has_a_button_that_invites(people):
    free, planned = make_slot(days=20), make_slot(days=27, writer=people.writer)
    calendar = logged_in(people.editor).get(reverse("calendar:index")).content.decode()
    invite = reverse("invitations:add")
    assert f"{invite}?slot={free.pk}" in calendar
    assert f"{invite}?slot={planned.pk}" not in calendar
