"""PostgreSQL is stopped, and started again (reliability.md R14): readers get pages, writers keep their text."""

import itertools
import threading
import time

import psycopg
import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import close_old_connections, connection

from kdsite.editorial.models import Release
from kdsite.editorial.publishing import guard
from kdsite.editorial.scheduling.scheduler import JOBS, Scheduler
from tests.faults.writers import Writer
from tests.support.at_once import ROUNDS
from tests.support.factories import make_author, make_post
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
from tests.support.servers.postgresql import AT_ONCE, FAST, own_server
from tests.support.servers.production import url_of_database
from tests.support.servers.visitor import Visitor, visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]
FI, SV = "Sivusto ei juuri nyt vastaa", "Webbplatsen svarar inte just nu"
KEPT = "Se on tallessa vain tässä ikkunassa"
TITLE = "</textarea><script>alert(1)</script> Pitkä & hyvä teksti"


def set_the_scene(people):
    """A draft, a public post, and one in both languages that waits for its time."""
    author = make_author(user=people.writer)
    publish(author, people.writer, people.editor)
    draft = make_post(people.writer, title="Luonnos", authors=[author])
    public = publish(make_post(people.writer, "Silta"), people.writer, people.editor)
    waiting = make_post(people.writer, "Laituri")
    make_slot(waiting)
    submit(waiting, people.writer)
    approve(waiting, people.editor)
    target, record = translate(waiting, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    return {"draft": draft, "public": public, "waiting": waiting, "target": target}


@pytest.fixture
def database(scene):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is no server")
    with own_server() as server:
        yield server


@pytest.fixture
def address(database, settings, tmp_path):
    settings.PAGE_CACHE = True
    with forked_server(tmp_path, threads=4) as address:
        yield address


def status(response):
    return response.status_code, response.headers.get("Retry-After")


def test_away(scene, people, database, address):
    who, anybody = visitor(people.writer, address), Visitor(address)
    url, written = (
        edit_url(scene.draft),
        opened_form(logged_in(people.writer), scene.draft),
    )
    written |= {"title": TITLE}
    asked = (scene.public.url, "/fi/blogi/", "/fi/atom.xml")
    before = {path: anybody.get(path).text for path in asked}
    assert "Silta" in before[asked[0]]
    connection.close()
    database.stop()

    # Who reads what was read before sees no difference.
    for path in asked:
        found = anybody.get(path)
        assert (found.status_code, found.text) == (200, before[path])
    # The rest is a sentence, in the language of the address.
    for path, said, other in (("/sv/", SV, FI), ("/fi/haku/?q=a", FI, SV)):
        found = anybody.get(path)
        assert status(found) == (503, "10")
        assert said in found.text
        assert other not in found.text
        assert "no-cache" in found.headers["Cache-Control"]
    found = who.get("/admin/")
    assert status(found) == (503, "10")
    assert FI in found.text
    assert SV in found.text
    assert anybody.get("/healthz").status_code == 200
    assert anybody.get("/readyz").json() == {"database": False}

    # Who writes keeps it.
    kept = who.send_form(url, written)
    assert status(kept) == (503, "10")
    assert KEPT in kept.text
    assert "<script>alert" not in kept.text
    assert "no-store" in kept.headers["Cache-Control"]
    found = who.send_form(url, written, headers={"accept": "application/json"})
    assert status(found) == (503, "10")
    assert found.json()["success"] is False
    assert "Ei tallennettu" in found.json()["error_message"]
    foreign = who.send_form(url, written, headers={"origin": "null"})
    assert "alert" not in foreign.text

    # And sends it again by one press, once the database is back.
    database.start()
    form = BeautifulSoup(kept.text, "html.parser").select_one("main form")
    again = {
        field["name"]: field.text.removeprefix("\n")
        if field.name == "textarea"
        else field["value"]
        for field in form.select("[name]")
    }
    assert form["action"] == url
    found = who.post(url, again)
    assert found.status_code == 302
    assert fresh(scene.draft).draft_title == TITLE
    assert anybody.get("/sv/").status_code == 200


def test_the_scheduler_goes_on(scene, people, database, caplog):
    """What fell due meanwhile goes out as soon as the database is back, once, and nobody is told
    that it had failed."""
    its_time(scene.waiting.slot)
    scheduler = Scheduler([(job, 0) for job, _pause in JOBS])
    database.stop()
    close_old_connections()
    scheduler.round()
    database.start()
    mail.outbox.clear()
    for _ in range(2):
        close_old_connections()
        scheduler.round()
    assert fresh(scene.waiting).live
    assert fresh(scene.target).live
    assert Release.objects.filter(slot=scene.waiting.slot).count() == 1
    subjects = [each.subject for each in mail.outbox]
    assert not any("Jäi julkaisematta" in subject for subject in subjects)


class Reader(threading.Thread):
    """Asks for one page after another, also for what no copy is kept of, until it is told to end."""

    def __init__(self, address):
        super().__init__()
        self.anybody, self.answers, self.ends = Visitor(address), [], threading.Event()

    def run(self):
        for number in itertools.count():
            if self.ends.is_set():
                return
            for path in ("/fi/", f"/fi/haku/?q=a{number}"):
                found = self.anybody.get(path)
                self.answers.append((found.status_code, FI in found.text))
                time.sleep(0.05)


def test_restarted_under_load(scene, people, database, address):
    """Nobody is answered 500, and every save that was answered is there."""
    drafts = (scene.draft, scene.public)
    writers = [Writer(people.writer, draft, 2 * ROUNDS, address) for draft in drafts]
    readers = [Reader(address), Reader(address)]
    connection.close()
    for each in (*writers, *readers):
        each.start()
    for number in range(ROUNDS // 2):
        writers[0].join(timeout=0.5)
        database.stop((FAST, AT_ONCE)[number % 2])
        database.start()
    for each in writers:
        each.join(timeout=120)
    for each in readers:
        each.ends.set()
        each.join(timeout=60)
    for writer in writers:
        assert set(writer.refused) <= {503}
        assert writer.lost_nothing()
    answers = {answer for reader in readers for answer in reader.answers}
    assert answers <= {(200, False), (503, True)}
    # The first that is asked for after a restart works.
    database.stop()
    database.start()
    assert Visitor(address).get("/sv/").status_code == 200


def test_a_release_whose_connection_is_lost(scene, people, monkeypatch):
    """Nothing of it is public, nobody is told that it failed, and the next turn makes it whole."""
    its_time(scene.waiting.slot)
    publish_one, numbers = guard.publish, itertools.count(1)

    def lost_at_the_second(revision, user=None):
        if next(numbers) == 2:
            with psycopg.connect(url_of_database(), autocommit=True) as another:
                pid = connection.connection.info.backend_pid
                another.execute("SELECT pg_terminate_backend(%s)", [pid])
        return publish_one(revision, user)

    monkeypatch.setattr(guard, "publish", lost_at_the_second)
    mail.outbox.clear()
    Scheduler().round()
    assert not fresh(scene.waiting).live
    assert not fresh(scene.target).live
    assert fresh(scene.waiting).slot.problem == ""
    assert not [each for each in mail.outbox if "Laituri" in each.subject]
    close_old_connections()
    Scheduler().round()
    assert fresh(scene.waiting).live
    assert fresh(scene.target).live
