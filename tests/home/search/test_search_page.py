"""The page of results: what is read, what a screen reader hears, and what is said of nothing."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import gettext, override

from tests.support.factories import make_author, make_post
from tests.support.helpers import publish, publish_translation

pytestmark = [
    pytest.mark.each_dictionary,
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]
ADDRESSES = {"fi": "/fi/haku/", "sv": "/sv/sok/"}
TABLE = {
    "data": [["Vuosi"], ["2025"]],
    "table_caption": "Aloitteet",
    "first_row_is_table_header": True,
}


def set_the_scene(people):
    def post(title, words):
        body = [
            ("heading", {"text": "Aluksi", "level": "h2"}),
            ("paragraph", f"<p>{words}</p>"),
            ("table", TABLE),
        ]
        draft = make_post(people.writer, title, body=body, lead="Ingressi.")
        return publish(draft, people.writer, people.editor)

    both = post("Kunnan silta", "Silta on valmis, sanoi kunta.")
    for names in (("Arne", "Åkerlund"), ("Bo", "Ahonen")):
        author = make_author(*names, saved_by=people.editor)
        publish(author, people.editor, people.editor2)
    return {
        "both": both,
        "swedish": publish_translation(
            both, people.translator, people.reviewer, words=lambda said: f"Bron {said}"
        ),
        "finnish": post("Vain suomeksi", "Myllyn silta jäi korjaamatta."),
    }


def asked(query, language="fi"):
    response = Client().get(ADDRESSES[language], {"q": query})
    return BeautifulSoup(response.content.decode(), "html.parser")


def status(page):
    (said,) = page.select("[role=status]")
    return said.get_text(" ", strip=True)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_headings_lead_from_the_page_to_each_result(language):
    """One h1, a heading over each list, one on each result; no level is left out."""
    page = asked("silta", language)
    levels = [int(tag.name[1]) for tag in page.main.select("h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(
        after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)
    )
    for section in page.main.select("section"):
        (named,) = page.select(f"#{section['aria-labelledby']}")
        assert named.name == "h2" and named.get_text(strip=True)
    for result in page.main.select(".result-list > li"):
        assert result.h3.a["href"]


def test_results_are_a_list_whose_length_is_said():
    """An ordered one, because the first is the best; the number is a status message."""
    page = asked("silta")
    assert len(page.select("ol.result-list > li")) == 2
    assert status(page) == "2 tulosta"


def test_results_are_marked_as_the_language_that_they_are_in():
    """Title and text; those of the other language stand in a list of their own, with its label."""
    page = asked("silta", "sv")
    own, others = page.select_one("ol.result-list"), page.select_one("ul.result-list")
    assert others and "fi" in {a["lang"] for a in others.select("h3 a")}
    for results in filter(None, (own, others)):
        (language,) = {tag["lang"] for tag in results.select("h3 a, .result-text")}
        assert {a["hreflang"] for a in results.select("h3 a")} == {language}
    label = page.select_one(f"#{others.find_parent('section')['aria-labelledby']}")
    assert label.get_text(strip=True) == "Träffar på finska"


def test_words_are_marked_with_mark():
    """The forms that were found, in the title and in the text around them."""
    marked = {tag.get_text() for tag in asked("kunta silta").select("mark")}
    assert marked == {"Kunnan", "silta", "Silta", "kunta"}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_nothing_found_is_a_status_message(language):
    """In the language of the page."""
    with override(language):
        assert status(asked("xyzzyx", language)) == gettext("Nothing was found.")


@pytest.mark.parametrize(
    ("query", "language", "said"),
    [
        (
            "bron",
            "fi",
            "Nothing was found in Finnish. The results in Swedish are below.",
        ),
        (
            "myllyn",
            "sv",
            "Nothing was found in Swedish. The results in Finnish are below.",
        ),
    ],
)
def test_it_says_nothing_only_of_its_own_language(query, language, said):
    """Where there is something in the other one."""
    with override(language):
        assert status(asked(query, language)) == gettext(said)


def test_authors_are_listed_by_their_family_names():
    """As on the page of the authors."""
    listed = [option.get_text() for option in asked("").select("#search-author option")]
    assert listed == ["Kaikki", "Bo Ahonen", "Arne Åkerlund"]


def test_only_what_readers_see_is_searched():
    """The caption of a table is; the name that editors know a block's choice by is not."""
    assert asked("aloitteet").select(".result")
    for name in ("Heading", "Väliotsikko"):
        assert not asked(name).select(".result")
