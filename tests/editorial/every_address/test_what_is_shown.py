"""Nothing of somebody else's drafts is shown at any address of the admin."""

import re

import pytest

from tests.editorial.every_address.scene import (
    admin_addresses,
    admin_routes,
    set_the_scene,
    undone_after_each,
)
from tests.support.addresses import unknown_places

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db, pytest.mark.indexed]


NEVER_SENT = re.compile("SALAOTSIKKO|salaotsikko|SALATEKSTI")
MARKED = re.compile(r"SALA[A-ZÄÖ]+|Piilonimi")


def test_every_place_is_known(values):
    """An address with a place that nothing here fills must be thought about."""
    unknown = {
        route: names
        for route in admin_routes()
        if (names := unknown_places(route, values))
    }
    assert unknown == {}


@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_no_address_shows_a_strangers_words(visitor, values, name):
    """Titles, text, names, files and new versions of somebody else stay out of every page."""
    client = visitor(name)
    own = {"SALAUUSI"} if name == "translator" else set()
    shown = {}
    for address, _written in undone_after_each(admin_addresses(values)):
        query = f"?id={values['page_id'][0]}" if "/bulk/" in address else "?q=SALA"
        response = client.get(address + query)
        assert response.status_code < 500, address
        if response.streaming:
            continue
        # What one has searched for is shown in the search box.
        text = response.content.decode(errors="replace").replace("q=SALA", "")
        if found := set(MARKED.findall(text)) - own:
            shown[address] = found
    assert shown == {}


# Under which names an address may be told which page is meant.
NAMES = ("id", "pk", "page_id", "page", "parent_page_id", "object_id", "pages", "root")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["writer2", "translator"])
def test_no_answer_names_a_draft_that_was_never_sent(
    visitor, scene, values, name, method
):
    """Neither to a POST, nor where its id comes as a parameter, by GET or POST."""
    client = visitor(name)
    # Upstream's forms take their own fields for granted; here only the answer counts.
    client.raise_request_exception = False
    asked = dict.fromkeys(NAMES, str(scene.draft.pk))
    shown = {}
    for address, _written in undone_after_each(admin_addresses(values, limit=12)):
        if method == "get":
            response = client.get(address, asked)
        else:
            query = "&".join(f"{key}={pk}" for key, pk in asked.items())
            response = client.post(f"{address}?{query}", asked)
        if response.streaming:
            continue
        text = response.content.decode(errors="replace")
        if NEVER_SENT.search(text):
            shown[address] = response.status_code
    assert shown == {}
