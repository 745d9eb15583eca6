"""A post with a link, a table and a picture, whose translation has been begun."""

from wagtail_localize.models import StringSegment

from tests.editorial.translations.in_the_editor import saved_to
from tests.support.factories import make_image, make_post
from tests.support.helpers import publish, translate

LINKED = '<p>Katso <a href="https://example.org/">sivu</a>, <b>nyt</b>.</p>'
TABLE = {
    "data": [["Vuosi", "Euroa"], ["2026", "5\u00a0000 €"], ["–", "x@example.org"]],
    "first_row_is_table_header": True,
    "first_col_is_header": False,
    "table_caption": "Rahat",
    "cell": [],
    "mergeCells": [],
}


def set_the_scene(people):
    image = make_image(people.writer)
    body = [("paragraph", LINKED), ("table", TABLE)]
    post = make_post(
        people.writer, "Silta", hero_image=image, hero_alt="Kuva", body=body
    )
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    return {"post": post, "target": target, "record": record}


def linked(scene):
    return StringSegment.objects.get(
        source=scene.record.source, string__data__contains="<a "
    )


def address_of(scene, user, segment):
    return saved_to(user, scene.target)["string", segment.pk]
