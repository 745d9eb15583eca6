"""The form of a page, which a script makes: its blocks, formatted texts, tables and comments."""

import json
from itertools import cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bad_input import values as odd
from tests.bad_input.asking import ask, is_refused, what_fails
from tests.bad_input.places import JSON, TEXT, Place, places_of
from tests.bad_input.scene import set_the_scene
from tests.editorial.every_address.conftest import visitor  # noqa: F401
from tests.support.at_once import IS_SOAK

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db


# As a person saves, and as what is typed is saved meanwhile.
BY_HAND, MEANWHILE = "text/html", "application/json"
WAYS = [(BY_HAND, TEXT, odd.TEXTS), (MEANWHILE, JSON, odd.JSON)]
if IS_SOAK:
    WAYS += [(MEANWHILE, TEXT, odd.TEXTS), (BY_HAND, JSON, odd.JSON)]


@pytest.fixture
def client(visitor):  # noqa: F811 - the fixture
    return visitor("admin")


@pytest.fixture
def fields(client, scene):
    address = f"/admin/pages/{scene.rich.pk}/edit/"
    found = places_of(client, "", address, [])
    return [place for place in found if place.how == "field"]


@pytest.mark.parametrize("way", [BY_HAND, MEANWHILE])
def test_as_it_stands_it_is_taken(client, fields, way):
    """So what is refused below is refused for what is odd in it."""
    client.defaults["HTTP_ACCEPT"] = way
    same = Place("field", fields[0].address, "odd", fields=fields[0].fields)
    assert not is_refused(ask(client, same, b"x"))


@pytest.mark.parametrize(("way", "kind", "least"), WAYS)
def test_each_value_in_some_field(client, fields, way, kind, least):
    """In the soak, in each field some of the values."""
    client.defaults["HTTP_ACCEPT"] = way
    there = [place for place in fields if place.kind == kind]
    assert there
    number = max(len(least), len(there) * 10 * IS_SOAK)
    assert what_fails(client, islice(cycle(there), number)) == []


def test_what_is_taken_can_be_read(client, fields, scene):
    """And opened again: nothing is stored that the next page fails on."""
    texts = [place for place in fields if place.kind == JSON]
    draft = f"/admin/pages/{scene.rich.pk}/view_draft/"
    failing = []
    for name, value in odd.JSON.items():
        # A table where one is meant, and what is none in a text.
        is_of_a_table = value.startswith(b'{"data"')
        text = texts[-1 if is_of_a_table else 0]
        if is_refused(ask(client, text, value)):
            continue
        client.raise_request_exception = False
        shown = [
            client.get(at).status_code for at in (draft, text.address)[: 1 + IS_SOAK]
        ]
        if set(shown) != {200}:
            failing.append((text.name, name))
    assert failing == []


COMMENT = {"comments-TOTAL_FORMS": "1", "comments-0-text": "a", "comments-0-id": ""}
COMMENT |= {"comments-0-contentpath": "title", "comments-0-DELETE": ""}
REPLY = COMMENT | {
    "comments-0-replies-TOTAL_FORMS": "1",
    "comments-0-replies-0-text": "a",
}
TOGETHER = {
    "one id for two": {"body-0-id": "a", "body-1-id": "a"},
    "one place for two": {"body-0-order": "0", "body-1-order": "0"},
    "fewer than said": {"body-count": "100000000"},
    "all taken away": {f"body-{n}-deleted": "1" for n in range(9)},
    "an unknown block": {"body-0-type": "toString", "body-0-value": "x"},
    "a block of another kind": {"body-0-type": "table", "body-0-value": "{}"},
    "blocks in blocks": {"body-0-type": "list", "body-0-value-count": "1"},
    "a comment": COMMENT,
    "a comment to nothing": COMMENT | {"comments-0-contentpath": "body." + "a." * 1_000},
    "a comment of marks": COMMENT | {"comments-0-text": "\u202e\x00" * 9, "comments-0-position": "x"},
    "a comment of somebody": COMMENT | {"comments-0-id": "7", "comments-INITIAL_FORMS": "1"},
    "a reply without number": REPLY,
    "a reply to a reply": REPLY | {"comments-0-replies-0-id": "a", "comments-0-replies-INITIAL_FORMS": "1"},
    "many forms": {"bylines-TOTAL_FORMS": "30", "comments-TOTAL_FORMS": "30"},
    "more initial forms": {"bylines-INITIAL_FORMS": "5", "bylines-TOTAL_FORMS": "1"},
    "another version": {"loaded_revision_id": "x", "overwrite_revision_id": "-1"},
    "another moment": {"loaded_revision_created_at": "0001-01-01T00:00:00+23:59"},
    "dates beyond": {"go_live_at": "31.12.9999 23.59", "expire_at": "1.1.0001 0.00"},
    "all acts at once": {"action-publish": "1", "action-submit": "1", "action-workflow-action": "1"},
}  # fmt: skip


def test_what_does_not_go_together(client, fields):
    """Several fields at once."""
    address, form = fields[0].address, fields[0].fields
    places = [
        Place("field", address, name, fields=form | changes)
        for name, changes in TOGETHER.items()
    ]
    assert what_fails(client, places) == []


# What formatted texts and tables are made of.
KEYS = (
    *("blocks", "entityMap", "key", "text", "type", "depth", "inlineStyleRanges"),
    *("entityRanges", "offset", "length", "style", "data", "mutability", "url", "id"),
    *("cell", "row", "col", "mergeCells", "first_row_is_table_header", "table_caption"),
)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=12,
)


@settings(max_examples=500 if IS_SOAK else 5)
@given(value=ANY_JSON)
def test_any_json(client, fields, value):
    """In the place of each formatted text and table."""
    client.defaults["HTTP_ACCEPT"] = MEANWHILE
    sent = json.dumps(value).encode()
    there = [place for place in fields if place.kind == JSON]
    assert what_fails(client, there, Only(sent)) == []


class Only:
    """The same value each time."""

    def __init__(self, value):
        self.value = value

    def next(self, place):
        return "this", self.value
