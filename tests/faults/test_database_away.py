"""PostgreSQL is stopped, and started again (reliability.md R14): readers get pages, writers keep their text."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import close_old_connections, connection

from kdsite.editorial.models import Release
from kdsite.editorial.scheduling.scheduler import JOBS, Scheduler
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
from tests.support.servers.postgresql import own_server
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
