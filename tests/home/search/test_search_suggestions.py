"""While somebody types, pages by their titles and words of the texts are suggested."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.home.search.search_scene import set_the_scene
from tests.support.helpers import fresh, revise

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.each_dictionary,
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]
FI, SV = "/fi/haku/ehdotukset/", "/sv/sok/forslag/"


def ask(typed, address=FI):
    response = Client().get(address, {"q": typed})
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    assert not response.cookies and "Cookie" not in response.get("Vary", "")
    return response.json()


def suggested(typed, address=FI):
    return {each["text"]: each for each in ask(typed, address)["suggestions"]}


def test_titles_themes_people_and_words_are_suggested(scene):
    """Each with where it leads, and pages with what they are."""
    theme = suggested("osall")["Osallistuva budjetointi"]
    assert theme == {
        "text": "Osallistuva budjetointi",
        "address": scene.theme.url,
        "kind": "Teema",
    }
    assert suggested("åker")["Ritva Åkerfelt"]["address"] == scene.author.url
    assert suggested("vierail")["Vierailu"]["kind"] == "Kirjoitus"
    word = suggested("tilasto")["tilastokeskus"]
    assert word["address"] == "/fi/haku/?q=tilastokeskus" and word["kind"] == ""


def test_what_begins_so_is_first():
    """The last word may be half; those before it are in the title, too."""
    first, *_others = suggested("osallistuva budj")
    assert first == "Osallistuva budjetointi"
    assert "Osallistuva budjetointi" not in suggested("kunta budj")
    assert "Ritva Åkerfelt" in suggested("ritva ake")


def test_their_number_is_said_in_the_language_of_the_page():
    """For those who do not see the list."""
    assert ask("tilastok")["said"] == "1 ehdotus"
    assert ask("xyzzyx") == {"suggestions": [], "said": "0 ehdotusta"}
    assert ask("xyzzyx", SV)["said"] == "0 förslag"


@pytest.mark.parametrize(
    "typed", ["", " ", "o", "os", "%00", "'", "5000", "-", "x" * 500]
)
def test_too_little_or_nothing_suggests_nothing(typed):
    """And is no error."""
    assert ask(typed)["suggestions"] == []


def test_what_is_not_public_is_not_suggested(scene, people):
    """Neither titles nor words of drafts, restricted pages, and what was taken down."""
    assert suggested("hämäh") == suggested("salais") == {}
    revise(scene.river, people.writer, title="Tuulimylly")
    assert suggested("tuulim") == {}
    PageViewRestriction.objects.create(page=scene.author, restriction_type="login")
    assert "Ritva Åkerfelt" not in suggested("åkerf")
    fresh(scene.institution).unpublish()
    assert suggested("tilastok") == {}


def test_each_language_has_its_own():
    """Under its own address."""
    assert Client().get("/sv/haku/ehdotukset/").status_code == 404
    assert suggested("kommunernas", SV) and not suggested("kommunernas", FI)
    assert Client().post(FI, {"q": "kunta"}).status_code == 405
