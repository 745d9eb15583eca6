"""Readers type sentences: what only asks weighs nothing, what is rare weighs most, and what matches
only in part comes below."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import gettext, override

from tests.support.factories import make_author, make_post
from tests.support.helpers import publish

pytestmark = [
    pytest.mark.each_dictionary,
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]
ADDRESSES = {"fi": "/fi/haku/", "sv": "/sv/sok/"}


def set_the_scene(people):
    def post(title, words, **fields):
        body = [("paragraph", f"<p>{words}</p>")]
        made = make_post(people.writer, title, body=body, lead="Alku.", **fields)
        return publish(made, people.writer, people.editor)

    author = make_author(
        "Veli", "Vaara", organisation="Venelahti", saved_by=people.editor
    )
    publish(author, people.editor, people.editor2)
    return {
        "titled": post("Jakoraha saaressa", "Summa oli 7 300 € ja 12 hernettä."),
        "scattered": post("Muuta", "Jakoraha tuli. Tuolla on saaressa toimi."),
        "common": post("Kesä", "Kahvi ja pulla, pulla ja kahvi."),
        "also": post("Talvi", "Kahvi jäähtyi, pulla ei."),
        "rare": post("Syksy", "Kahvi ja induktio."),
        "boat": post("Veneet", "Kylässä oli vene."),
        "place": post("Paikka", "Mies tuli.", authors=[author]),
        "at_the_place": post("Kevät", "Siellä oli Venejoki ja Venejoki."),
    }


def asked(query, language="fi", **chosen):
    response = Client().get(ADDRESSES[language], {"q": query} | chosen)
    assert response.status_code == 200
    return response


def titles(query, which="results", **chosen):
    return [result.page.title for result in asked(query, **chosen).context[which]]


@pytest.mark.parametrize(
    "query",
    ["mistä voi saada jakoraha", "kuka saa jakoraha", "JAKORAHA miten?"],
)
def test_words_that_only_ask_weigh_nothing(query):
    """Who asks in a sentence finds what the word alone finds."""
    assert titles(query) == titles("jakoraha") != []


def test_nothing_but_asking_is_searched_as_it_stands():
    """Somebody may look for just that word."""
    assert "Talvi" in titles("ei")


def test_a_word_that_is_nowhere_hides_nothing():
    """The pages that have the others come all the same, and it is said which word none has."""
    response = asked("jakoraha saaressa xyzzyx")
    assert titles("jakoraha saaressa xyzzyx") == titles("jakoraha saaressa")
    with override("fi"):
        said = gettext("No page has: %(words)s.") % {"words": "xyzzyx"}
    assert said in response.content.decode()


def test_the_title_and_the_words_together_come_first():
    """Then where they stand together in the text, then where they only stand."""
    assert titles("jakoraha saaressa") == ["Jakoraha saaressa", "Muuta"]


def test_what_matches_in_part_is_below_and_said_to_be_so():
    """Under a heading of its own, each with the words that it lacks."""
    response = asked("kahvi pulla induktio")
    page = BeautifulSoup(response.content.decode(), "html.parser")
    assert [tag["id"] for tag in page.select("main h2")][:1] == ["results"]
    with override("fi"):
        lacking = gettext("without: %(words)s") % {"words": "pulla"}
        heading = gettext("No page has all your words. Here is what comes nearest.")
    assert titles("kahvi pulla induktio")[0] == "Syksy"
    assert lacking in page.select_one(".result").get_text(" ", strip=True)
    assert heading in page.select_one("[role=status]").get_text(" ", strip=True)
    below = page.select_one("[aria-labelledby=partly]")
    assert below.select(".result") or len(titles("kahvi pulla induktio")) == 3


def test_all_the_words_are_before_some_of_them():
    """Some of them are no result where there is one with all."""
    query = "kahvi pulla jäähtyi"
    assert titles(query) == ["Talvi"]
    assert titles(query, "partly") == ["Kesä"]


def test_in_part_comes_after_the_last_page_of_results(scene):
    """And not again on each of them."""
    assert titles("kahvi pulla jäähtyi", "partly", page="1") == ["Kesä"]


@pytest.mark.parametrize("query", ["7300", "7 300", "7 300 €", "7\u00a0300", "7300€"])
def test_a_number_is_one_word_however_it_is_parted(query):
    """And found and marked as a whole."""
    response = asked(query)
    assert [r.page.title for r in response.context["results"]] == ["Jakoraha saaressa"]
    assert "<mark>7 300</mark>" in response.content.decode()
    assert titles("300") == []


@pytest.mark.by_lemmas
def test_what_is_written_comes_before_what_a_name_is_made_of():
    """A boat before a river and a place that are named after boats."""
    found = titles("vene")
    assert found[0] == "Veneet"
    assert set(found[1:]) <= {"Kevät", "Paikka", "Veli Vaara"}
