"""``kill -9`` of the web server in the middle of saving, sending and approving (reliability.md R8, R9).

Where the commit was not done the database is as it was, to the last row, and the same form sent again
does what it would have done. Where it was done, what follows it is done by the scheduler's next turn.
"""

from datetime import timedelta

import pytest
import requests
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.scheduling.scheduler import Scheduler
from tests.faults.deaths import COMMIT, Deaths
from tests.support import snapshot
from tests.support.at_once import IS_SOAK
from tests.support.factories import make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    opened_form,
    publish,
    send,
    submit,
    translate,
)
from tests.support.servers.forked import forked_server
from tests.support.servers.visitor import visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def set_the_scene(people):
    """A draft; and a translation in review, whose original waits for it: their time has come."""
    author = make_author(user=people.writer)
    publish(author, people.writer, people.editor)
    draft = make_post(people.writer, title="Luonnos", authors=[author])
    post = make_post(people.writer, "Laituri")
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    its_time(slot)
    return {"draft": draft, "post": post, "target": target}


def saving(scene, people):
    data = opened_form(logged_in(people.writer), scene.draft)
    return people.writer, edit_url(scene.draft), data | {"title": "Toinen"}


def sending(scene, people):
    url = reverse("before_send", args=[scene.draft.pk])
    seen = form_on(logged_in(people.writer), url).initial["seen"]
    return people.writer, url, {"seen": seen, "consent": "on"}


def approving(scene, people):
    """Both languages become public with it."""
    url = reverse("editorial:review", args=[scene.target.pk])
    seen = form_on(logged_in(people.reviewer), url).initial["seen"]
    return people.reviewer, url, {"seen": seen, "action": "approve"}


def is_saved(scene):
    return fresh(scene.draft).draft_title == "Toinen"


def is_sent(scene):
    return fresh(scene.draft).workflow_in_progress


def is_approved(scene):
    """Neither language is ever public alone."""
    both = {fresh(scene.post).live, fresh(scene.target).live}
    assert len(both) == 1
    return both == {True}


@pytest.fixture
def queued(settings):
    """Mail waits in the database, as on the site."""
    settings.EMAIL_BACKEND = "kdsite.editorial.notifications.mail_queue.QueueBackend"


@pytest.fixture
def remembered():
    """What the test has made until it asks for it; ``restore`` puts it back."""
    kept = []

    def remember():
        snapshot.remember()
        kept.append(True)

    yield remember
    for _ in kept:
        snapshot.forget()


def next_turn():
    """The mails that have gone out once the scheduler has done what is due in two minutes: ``(to
    whom, about what)``."""
    mail.outbox.clear()
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        Scheduler().round()
        Scheduler().round()
    return sorted((*each.to, each.subject) for each in mail.outbox)


def places(steps):
    """Where the process is killed: in the suite in the middle of what it writes, just before the commit,
    just after it, and as the last thing is done; at each step in `make soak`.

    :returns: pairs of the step's number and whether the commit was done by then.
    """
    # What a request begins with may be a transaction that has written nothing.
    first = 1 if steps[0] != COMMIT else 3
    commit = steps.index(COMMIT, first) + 1
    wanted = {(first + commit) // 2, commit, commit + 1, len(steps)}
    if IS_SOAK:
        wanted = range(1, len(steps) + 1)
    return [(number, number > commit) for number in sorted(wanted)]


@pytest.mark.parametrize(
    ("act", "is_done"),
    [(saving, is_saved), (sending, is_sent), (approving, is_approved)],
)
def test_killed_in_the_middle(
    scene, people, queued, remembered, tmp_path, act, is_done
):
    user, url, data = act(scene, people)
    deaths = Deaths(tmp_path)
    with forked_server(tmp_path, deaths.watch) as address:
        who = visitor(user, address)
        remembered()
        before = snapshot.sums()

        def press():
            found = who.send_form(url, data)
            assert found.status_code == 302

        press()
        whole = (next_turn(), rows())
        assert is_done(scene)
        for number, was_committed in places(deaths.steps()):
            snapshot.restore()
            deaths.at(number)
            with pytest.raises(requests.ConnectionError):
                press()
            deaths.at(0)
            assert is_done(scene) == was_committed, number
            if not was_committed:
                assert snapshot.sums() == before, number
                press()
            assert (next_turn(), rows()) == whole, number
            assert is_done(scene)


def rows():
    """How many rows each table has."""
    return {table: count for table, (count, _sum) in snapshot.sums().items()}
