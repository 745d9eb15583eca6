"""How long somebody stays logged in."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from tests.kdsite.accounts import test_staff_invitations as staff
from tests.kdsite.accounts.factors.test_codes_by_mail import WRITE, ask, code
from tests.kdsite.accounts.outside.factors import (
    LOGIN,
    SHOW,
    code_of,
    give_app,
    set_up_app,
)
from tests.support import invited
from tests.support.factories import PASSWORD
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]
STAFFS, GUESTS = 12, 14 * 24


def by_password(user):
    """As they do it, in the form."""
    client = Client()
    client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    return client


@pytest.mark.parametrize("log_in", [by_password, logged_in])
@pytest.mark.parametrize(
    ("name", "hours"),
    [("editor", STAFFS), ("reviewer", STAFFS), ("admin", STAFFS), ("writer", GUESTS)],
)
def test_a_session_ends_at_its_time(people, name, hours, log_in):
    """Twelve hours for whoever decides on texts, two weeks for guests; whatever is done in it."""
    begin = timezone.now()
    minute = datetime.timedelta(minutes=1)
    with time_machine.travel(begin, tick=False) as clock:
        client = log_in(getattr(people, name))
        for share in (0.5, 0.9):
            clock.move_to(begin + share * datetime.timedelta(hours=hours))
            assert client.get("/admin/account/").status_code == 200
            client.get("/admin/logout/")
        clock.move_to(begin + datetime.timedelta(hours=hours) - minute)
        assert client.get("/admin/account/").status_code == 200
        clock.move_to(begin + datetime.timedelta(hours=hours) + minute)
        assert client.get("/admin/account/").status_code == 302


def hours_of(client):
    """Until it ends, whatever is done; and so long the browser keeps it."""
    left = client.session.get_expiry_date() - timezone.now()
    cookie = client.cookies["sessionid"]
    assert abs(cookie["max-age"] - left.total_seconds()) < 60
    return round(left.total_seconds() / 3600, 1)


@pytest.fixture
def _required(settings):
    """As outside the demo."""
    settings.DEMO = False
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_required")
def test_the_session_in_which_a_factor_is_set_up_is_no_longer(people):
    client = by_password(people.editor)
    set_up_app(client, PASSWORD)
    assert client.get("/admin/").status_code == 200
    assert hours_of(client) == STAFFS


@pytest.mark.usefixtures("_required")
@pytest.mark.parametrize(("name", "hours"), [("editor", STAFFS), ("writer", GUESTS)])
def test_nor_is_one_with_a_second_factor(people, name, hours):
    secret = give_app(getattr(people, name))
    client = by_password(getattr(people, name))
    client.post(SHOW, {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200
    assert hours_of(client) == hours


def test_nor_is_one_by_a_code_in_a_mail(people):
    """For guests alone."""
    client, _page = ask(people.writer.email)
    client.post(WRITE, {"code": code()})
    assert client.get("/admin/").status_code == 200
    assert hours_of(client) == GUESTS


def test_nor_is_one_by_an_invitation(people):
    """Of a colleague, or of a guest."""
    staff.invite(people)
    colleague, guest = Client(), Client()
    invited.arrive(staff.link(), client=colleague)
    invited.invite(people.editor)
    invited.arrive(invited.link(), client=guest)
    assert (hours_of(colleague), hours_of(guest)) == (STAFFS, GUESTS)
