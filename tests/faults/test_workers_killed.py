"""Workers of the web server are killed at random under those who write (reliability.md R20)."""

import random
import threading

import psutil
import pytest
import requests

from tests.support.at_once import IS_SOAK, ROUNDS
from tests.support.factories import make_author, make_post
from tests.support.helpers import edit_url, fresh, logged_in, opened_form, publish
from tests.support.servers.forked import forked_server
from tests.support.servers.visitor import visitor

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS = 20 if IS_SOAK else 3
SAVES = ROUNDS


def set_the_scene(people):
    author = make_author(user=people.writer)
    publish(author, people.writer, people.editor)
    return {
        str(number): make_post(people.writer, f"Luonnos {number}", authors=[author])
        for number in range(WRITERS)
    }


def drafts(scene):
    return [getattr(scene, str(number)) for number in range(WRITERS)]


class Writer(threading.Thread):
    """Saves one text after another, and knows of which it was told that it is saved."""

    def __init__(self, number, person, url, written):
        super().__init__()
        self.number, self.person, self.url, self.written = number, person, url, written
        self.tried, self.saved, self.failed = [], [], []

    def run(self):
        while len(self.saved) < SAVES:
            title = f"Luonnos {self.number}, kerta {len(self.tried)}"
            self.tried.append(title)
            try:
                found = self.person.send_form(self.url, self.written | {"title": title})
            except requests.ConnectionError:
                continue
            told = self.saved if found.status_code == 302 else self.failed
            told.append((title, found.status_code))


def titles(draft):
    """Of all its versions, the oldest first."""
    revisions = fresh(draft).revisions.order_by("pk")
    return [revision.content["title"] for revision in revisions]


def test_every_save_that_was_answered_is_there(scene, people, tmp_path):
    chance = random.Random(1)  # noqa: S311 - nothing secret
    client = logged_in(people.writer)
    forms = [(edit_url(each), opened_form(client, each)) for each in drafts(scene)]
    with forked_server(tmp_path, workers=2) as address:
        writers = [
            Writer(number, visitor(people.writer, address), url, written)
            for number, (url, written) in enumerate(forms)
        ]
        for writer in writers:
            writer.start()
        killed = 0
        while any(writer.is_alive() for writer in writers):
            writers[0].join(timeout=chance.uniform(0.2, 0.8))
            workers = psutil.Process(address.pid).children()
            if workers and killed < SAVES:
                chance.choice(workers).kill()
                killed += 1
    assert killed
    for writer, draft in zip(writers, drafts(scene), strict=True):
        assert writer.failed == []
        versions = titles(draft)
        assert len(versions) == len(set(versions))
        saved = [title for title, _status in writer.saved]
        assert [title for title in versions if title in saved] == saved
        # What was broken off is there whole, or not at all.
        assert set(versions) <= {*writer.tried, f"Luonnos {writer.number}"}
        assert fresh(draft).draft_title == versions[-1]
