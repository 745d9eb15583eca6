"""How long somebody stays logged in."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "hours"),
    [("editor", 12), ("reviewer", 12), ("admin", 12), ("writer", 14 * 24)],
)
def test_a_session_ends_at_its_time(people, name, hours):
    """Twelve hours for whoever decides on texts, two weeks for guests; whatever is done in it."""
    begin = timezone.now()
    minute = datetime.timedelta(minutes=1)
    with time_machine.travel(begin, tick=False) as clock:
        client = logged_in(getattr(people, name))
        for share in (0.5, 0.9):
            clock.move_to(begin + share * datetime.timedelta(hours=hours))
            assert client.get("/admin/account/").status_code == 200
            client.get("/admin/logout/")
        clock.move_to(begin + datetime.timedelta(hours=hours) - minute)
        assert client.get("/admin/account/").status_code == 200
        clock.move_to(begin + datetime.timedelta(hours=hours) + minute)
        assert client.get("/admin/account/").status_code == 302
