"""Who came in, was refused, or took data away: in the log, and in the record of the account."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from tests.support.factories import PASSWORD
from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def noted(caplog):
    """``noted()``: what was noted, as ``(event, number of the account)``, in the log and in the
    record, which must agree."""
    caplog.set_level("INFO", "kdsite.logs.security")

    def read():
        lines = [r.facts for r in caplog.records if r.name == "kdsite.logs.security"]
        return [(facts["event"], facts["account"]) for facts in lines]

    return read


def recorded():
    entries = ModelLogEntry.objects.filter(action__startswith="accounts.").order_by(
        "pk"
    )
    return [
        (entry.action.removeprefix("accounts."), int(entry.object_id))
        for entry in entries
    ]


def log_in(name, password):
    return Client().post("/account/login/", {"login": name, "password": password})


def test_a_log_in_and_a_refusal(people, noted):
    """A name that is nobody's is not written down: it may be a password."""
    log_in("writer", "väärä")
    log_in("salasanani", "writer")
    log_in("writer", PASSWORD)
    pk = people.writer.pk
    assert noted() == [("refused", pk), ("refused", None), ("logged_in", pk)]
    # A row for a refusal would tell by its time whose account there is.
    assert recorded() == [("logged_in", pk)]


def test_who_is_shut_out(people, noted):
    for _ in range(12):
        log_in("writer", "väärä")
    assert noted().count(("shut_out", people.writer.pk)) == 1


def test_a_list_that_is_taken_away(people, noted):
    """By whom and which; looking at it is nothing."""
    client = logged_in(people.editor)
    address = "/admin/reports/site-history/"
    assert client.get(address).status_code == 200
    assert client.get(address, {"export": "xlsx"}).status_code == 200
    assert noted() == recorded() == [("exported", people.editor.pk)]
    assert ModelLogEntry.objects.get(action="accounts.exported").data == {
        "what": address
    }


def test_other_groups_are_in_the_log(people, noted):
    people.writer.groups.set(people.editor.groups.all())
    assert set(noted()) == {("groups_changed", people.writer.pk)}
