"""Workers of the web server are killed at random under those who write (reliability.md R20)."""

import random

import psutil
import pytest

from tests.faults.writers import Writer
from tests.support.at_once import IS_SOAK, ROUNDS
from tests.support.factories import make_author, make_post
from tests.support.helpers import publish
from tests.support.servers.forked import forked_server

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


def test_every_save_that_was_answered_is_there(scene, people, tmp_path):
    chance = random.Random(1)  # noqa: S311 - nothing secret
    with forked_server(tmp_path, workers=2) as address:
        writers = [
            Writer(people.writer, draft, SAVES, address) for draft in drafts(scene)
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
    for writer in writers:
        assert writer.refused == []
        assert writer.lost_nothing()
