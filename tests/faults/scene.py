"""A draft, a public post, and one in both languages that waits for its time."""

from tests.support.factories import make_author, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    make_slot,
    publish,
    send,
    submit,
    translate,
)


def set_the_scene(people):
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
