"""What is typed wrongly, half or in one is found all the same, and it is said what was looked for."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import gettext, override

from home.models import SearchWord
from home.search.spelling import distance
from tests.home.search.search_scene import set_the_scene
from tests.support.helpers import fresh, revise

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.each_dictionary,
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]
FI, SV = "/fi/haku/", "/sv/sok/"


def asked(query, address=FI, **chosen):
    response = Client().get(address, {"q": query} | chosen)
    assert response.status_code == 200
    return response


def titles(query, address=FI, **chosen):
    return [
        result.page.title
        for result in asked(query, address, **chosen).context["results"]
    ]


def instead(query, address=FI, **chosen):
    return asked(query, address, **chosen).context["found"].instead


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("osallisuden", "osallisuuden"), ("tilastokesksu", "tilastokeskus"),
     ("korkeakkoulu", "korkeakoulu"), ("kaupugin", "kaupungin"), ("Yliospito", "yliopisto")],
)  # fmt: skip
def test_a_slip_finds_the_nearest_word(typed, meant):
    """A letter wrong, missing, doubled, or two exchanged."""
    assert instead(typed) == meant
    assert titles(typed) == titles(meant) != []


def test_what_was_looked_for_is_said_and_can_be_taken_back():
    """With a link to the search for what was typed, and nothing else."""
    page = BeautifulSoup(asked("Uusi yliopsto").content.decode(), "html.parser")
    said = page.select_one(".results-instead")
    with override("fi"):
        only = gettext("Search for “%(words)s” only") % {"words": "Uusi yliopsto"}
    assert said.strong.get_text() == "Uusi yliopisto"
    assert said.a.get_text() == only
    assert said.a["href"] == "?q=Uusi+yliopsto&as_typed=1"
    assert titles("yliopsto", as_typed="1") == []


def test_a_known_word_is_never_taken_for_another():
    """However near another one is, and in whichever language it is known."""
    for query in ("vaara", "väärä", "Kommunernas", "luvut"):
        assert instead(query) == ""


def test_no_number_is_taken_for_another():
    """Who looks for a sum means it."""
    assert instead("2027") == "" and titles("2027") == []


def test_nothing_near_is_nothing_found():
    """A word is no guess."""
    assert instead("xyzzyx") == "" and titles("xyzzyx") == []


@pytest.mark.parametrize("query", ["tilastok", "Tilastokesk", "oppilait"])
def test_the_beginning_of_a_word_finds_it(query):
    """While it is typed, without being called a slip."""
    assert titles(query) == ["Vierailu"]
    assert instead(query) == ""


def test_a_beginning_may_lack_its_dots():
    """As a word may; with them it means them."""
    assert "Ritva Åkerfelt" in titles("akerf")
    assert titles("åkerf") == titles("akerf")


def test_two_words_run_together_are_parted():
    """And one that was parted is one."""
    assert instead("yliopistotapasivat") == "yliopisto tapasivat"
    assert "Verkosto kokoontui" in titles("kunta demokratia verkostossa")
    assert titles("oppi laitoksia") == ["Vierailu"]


def test_the_other_language_guesses_only_where_this_one_cannot():
    """A Swedish slip on a Finnish page leads to the Swedish results below."""
    response = asked("rådgivningsbyrn")
    assert response.context["results"] == []
    assert len(response.context["others"]) == 1


def test_what_is_not_public_is_no_guess(scene, people):
    """Neither a draft's words, nor those of a version that was replaced or taken down."""
    assert instead("hämähäkk") == instead("hämähäkkki") == ""
    revise(scene.dotted, people.writer, title="Majakkasaari")
    assert instead("majakkasari") == ""
    fresh(scene.institution).unpublish()
    assert titles("tilastok") == [] and instead("tilastokesksu") == ""
    assert not SearchWord.objects.filter(word="tilastokeskus").exists()


def test_a_search_with_a_slip_keeps_its_filters(scene):
    """What was looked for is narrowed down as well."""
    assert titles("kylälaiset", author=scene.author.slug) == ["Iltoja"]
    assert titles("kylälaiset", theme=scene.theme.slug) == []


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("kunta", "kunta", 0), ("kunta", "kunat", 1), ("kunta", "knta", 1), ("kunta", "kuntta", 1),
     ("kunta", "kurta", 1), ("kunta", "kanto", 2), ("", "ab", 2), ("ab", "ba", 1)],
)  # fmt: skip
def test_the_distance_of_words(one, other, far):
    """Letters wrong, missing, too many, or exchanged with the next; the same both ways."""
    assert distance(one, other, 5) == distance(other, one, 5) == far


def test_a_distance_is_not_counted_to_its_end():
    """Beyond what is asked for it is just more."""
    assert distance("kunta", "valtuusto", 2) > 2
    assert distance("abcdef", "uvwxyz", 2) > 2
