"""A page about words that search finds, and the field of search after any query string."""

from bs4 import BeautifulSoup
from django.test import Client

from tests.support.factories import make_post, make_theme
from tests.support.helpers import publish

ADDRESSES = ("/fi/haku/", "/sv/sok/")


def set_the_scene(people):
    body = [("paragraph", "<p>Kunta kuuli, mitä linja-auto maksaa.</p>")]
    return {
        "theme": publish(
            make_theme(saved_by=people.editor), people.editor, people.editor2
        ),
        "post": publish(
            make_post(people.writer, "Kunta", body=body), people.writer, people.editor
        ),
    }


def answer(address, raw):
    """What the field says after ``raw``, a query string just as a browser may send it."""
    response = Client().generic("GET", address, QUERY_STRING=raw)
    assert response.status_code == 200, raw
    assert "home/search.html" in {t.name for t in response.templates}, raw
    page = BeautifulSoup(response.content.decode(), "html.parser")
    return page.select_one("#search-page")["value"]
