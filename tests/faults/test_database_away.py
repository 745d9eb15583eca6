"""PostgreSQL is stopped, and started again (reliability.md R14): readers get pages, writers keep their text."""

import socket
import time

import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError, connection
from django.db.backends.postgresql.base import DatabaseWrapper

from kdsite.editorial.reasons import is_database_away
from kdsite.settings.databases import database as database_of
from scripts.nginx import nginx_server
from tests.faults.scene import set_the_scene
from tests.support.helpers import (
    edit_url,
    fresh,
    logged_in,
    opened_form,
)
from tests.support.servers.forked import forked_server
from tests.support.servers.visitor import Visitor, visitor

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.mailed,
]
FI, SV = "Sivusto ei juuri nyt vastaa", "Webbplatsen svarar inte just nu"
KEPT = "Se on tallessa vain tässä ikkunassa"
TITLE = "</textarea><script>alert(1)</script> Pitkä & hyvä teksti"


def status(response):
    return response.status_code, response.headers.get("Retry-After")


def test_away(scene, people, database, address):
    """Readers, machines and writers, for as long as it lasts and after."""
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
        assert f'href="{path}"' in found.text
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

    other = who.send_form("/account/password/reset/", {"email": "a@example.fi"})
    assert KEPT in other.text
    secret = who.send_form("/account/login/", {"login": "a", "password": "salainen"})
    assert status(secret) == (503, "10")
    assert "salainen" not in secret.text
    assert "palaa takaisin" in secret.text

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


def test_a_machine_that_says_nothing():
    """Its network is gone, so it does not even refuse: that is known in seconds, not in minutes."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"postgres://kdsite@127.0.0.1:{silent.getsockname()[1]}/kdsite"
        config = connection.settings_dict | database_of(url)
        with pytest.raises(OperationalError, match="timeout") as caught:
            DatabaseWrapper(config).ensure_connection()
    assert is_database_away(caught.value)


@pytest.mark.filterwarnings("ignore:Unverified HTTPS")
def test_the_web_server_shows_what_it_has(scene, database, settings, tmp_path):
    """Where no copy is left here, a page that was read within the hour is still one."""
    settings.PAGE_CACHE = True
    nowhere = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    settings.CACHES = settings.CACHES | {"pages": nowhere}
    with (
        forked_server(tmp_path) as address,
        nginx_server(tmp_path, address) as port,
    ):
        reader = Visitor(f"https://localhost:{port}")
        before = reader.get("/fi/").text
        connection.close()
        database.stop()
        time.sleep(1.1)
        assert Visitor(address).get("/fi/").status_code == 503
        found = reader.get("/fi/")
        assert (found.status_code, found.text) == (200, before)
        assert status(reader.get("/sv/")) == (503, "10")
