"""A release with a picture, in both languages, whose time has just come."""

from tests.support.factories import make_image, make_post
from tests.support.helpers import (
    approve,
    fill_in,
    its_time,
    make_slot,
    send,
    submit,
    translate,
)


def set_the_scene(people):
    """A post with a picture and its translation, approved; its time has just come."""
    image = make_image(people.writer)
    post = make_post(people.writer, "Laituri", hero_image=image, hero_alt="Laituri")
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    its_time(slot)
    return {"image": image, "post": post, "target": target, "slot": slot}
