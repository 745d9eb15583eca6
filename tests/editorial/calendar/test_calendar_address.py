"""The calendar at a private address, for a calendar program."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from kdsite.editorial.models import CalendarAddress
from tests.support.factories import make_post
from tests.support.helpers import logged_in, make_slot

pytestmark = [pytest.mark.django_db]

SCREEN = reverse("calendar:address")


def made_by(user):
    """The address, as the screen shows it once."""
    html = logged_in(user).post(SCREEN, {"action": "make"}).content.decode()
    return (
        "/" + html.partition('readonly value="')[2].partition('"')[0].split("/", 3)[3]
    )


def read(address):
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def events(address):
    return {str(each["summary"]): each for each in read(address).walk("VEVENT")}


def test_an_editor_reads_times_and_what_is_due(people):
    """In UTC, in their language, with the way to the slot."""
    slot = make_slot(make_post(people.writer, "Laituri; ja, silta"), days=30)
    make_slot(days=40, is_skipped=True)
    found = events(made_by(people.editor))
    assert set(found) == {
        "Laituri; ja, silta",
        "Tekstin määräpäivä: Laituri; ja, silta",
        "Käännöksen määräpäivä: Laituri; ja, silta",
    }
    event = found["Laituri; ja, silta"]
    assert event["dtstart"].dt == slot.at.replace(microsecond=0)
    assert event["dtstart"].to_ical().endswith(b"Z")
    assert reverse("calendar:edit", args=[slot.pk]) in event["url"]
    assert "suomeksi: Luonnos" in event["description"]
    due = found["Tekstin määräpäivä: Laituri; ja, silta"]["dtstart"].dt
    assert type(due) is date
    assert due == slot.text_due


def test_the_language_team_reads_what_the_calendar_shows_them(people):
    """No words before two people stand behind them."""
    make_slot(make_post(people.writer, "Salaisuus"), days=30)
    address = made_by(people.translator)
    assert set(events(address)) == {"Utkast"}
    assert b"Salaisuus" not in Client().get(address).content


def test_nobody_keeps_it_and_nothing_finds_it(people):
    answer = Client().get(made_by(people.editor))
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    assert not answer.cookies
    assert Client().post(made_by(people.editor)).status_code in (403, 405)


def test_the_secret_is_not_kept(people):
    address = made_by(people.editor)
    secret = address.rpartition("/")[2].removesuffix(".ics")
    row = CalendarAddress.objects.get()
    assert secret not in row.token_hash
    assert secret not in logged_in(people.editor).get(SCREEN).content.decode()


def test_a_new_one_takes_its_place_and_it_can_be_taken_away(people):
    """Somebody else's stays."""
    other, old, new = (
        made_by(u) for u in (people.editor2, people.editor, people.editor)
    )
    assert Client().get(old).status_code == 410
    read(new)
    logged_in(people.editor).post(SCREEN, {"action": "take_away"})
    assert Client().get(new).status_code == 410
    read(other)


def test_it_ends_with_the_right_to_look(people):
    """Who is in no group any more, or whose account is closed, reads nothing; others have no screen."""
    address, teams = made_by(people.editor), made_by(people.translator)
    people.translator.groups.clear()
    type(people.editor).objects.filter(pk=people.editor.pk).update(is_active=False)
    for each in (address, teams, "/kalenteri/x.ics", "/kalender/x.ics"):
        answer = Client().get(each)
        assert answer.status_code == 410
        assert answer["Cache-Control"] == "private, no-store"
    assert logged_in(people.writer).get(SCREEN).status_code == 302
    assert logged_in(people.writer).post(SCREEN, {"action": "make"}).status_code == 302
    assert CalendarAddress.objects.filter(user=people.writer).count() == 0


def test_the_calendar_leads_to_it(people):
    for person in (people.editor, people.translator):
        html = logged_in(person).get(reverse("calendar:index")).content.decode()
        assert f'href="{SCREEN}"' in html


def test_a_year_of_it_costs_as_many_queries_as_a_month(people):
    def count():
        with CaptureQueriesContext(connection) as captured:
            Client().get(address)
        return len(captured)

    address = made_by(people.editor)
    for number in range(2):
        make_slot(make_post(people.writer, f"Eka {number}"), days=20 + number)
    Client().get(address)
    few = count()
    for number in range(8):
        make_slot(make_post(people.writer, f"Toka {number}"), days=40 + number)
    assert count() == few
