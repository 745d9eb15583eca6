"""Readers find what is public, by any form of a word, alike on both databases."""

import re

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from home.models import SearchedText, SearchTerm
from home.search.indexing import index_everything, index_if_empty
from tests.home.search.search_scene import set_the_scene, text
from tests.support.helpers import fresh, publish, revise

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.each_dictionary,
    pytest.mark.usefixtures("scene"),
    pytest.mark.indexed,
    pytest.mark.both_databases,
]


FI, SV = "/fi/haku/", "/sv/sok/"


def ask(query, address=FI, **chosen):
    response = Client().get(address, {"q": query} | chosen)
    assert response.status_code == 200
    return response


def found(query, address=FI, **chosen):
    """The titles of the results in the order of the page, without those of the other language."""
    return [
        result.page.title for result in ask(query, address, **chosen).context["results"]
    ]


@pytest.mark.parametrize(
    ("query", "title"),
    [("yliopisto", "Vierailu"), ("Korkeakoulu", "Vierailu"), ("TILASTOKESKUS", "Vierailu"),
     ("oppilaitoksia", "Vierailu"), ("veden", "Kaupungin luvut"), ("Kaupungin", "Kaupungin luvut")],
)  # fmt: skip
def test_a_word_is_found_as_it_stands(query, title):
    """Whatever dictionary there is, and however it explains the word."""
    assert found(query) == [title]


@pytest.mark.by_lemmas
@pytest.mark.parametrize(
    ("query", "title"),
    [("yliopistossa", "Vierailu"), ("tilastokeskuksen", "Vierailu"), ("oppilaitos", "Vierailu"),
     ("kaupunki", "Kaupungin luvut"), ("vesi", "Kaupungin luvut"), ("luku", "Kaupungin luvut"),
     ("luvun", "Kaupungin luvut"), ("kunta", "Kaupungin luvut"), ("kunnissa", "Kaupungin luvut"),
     ("KUNTIEN", "Kaupungin luvut"), ("demokratia", "Verkosto kokoontui"),
     ("kuntademokratia", "Verkosto kokoontui"), ("osallisuus", "Verkosto kokoontui"),
     ("osallisuutta", "Verkosto kokoontui"), ("kokoontua verkosto", "Verkosto kokoontui")],
)  # fmt: skip
def test_a_finnish_word_is_found_in_all_its_forms(query, title):
    """Cases, consonant gradation, and the parts of compounds."""
    assert title in found(query)


@pytest.mark.by_lemmas
@pytest.mark.parametrize(
    "query",
    ["kommun", "bok", "rådgivning", "byrån", "radgivning", "dataskydd", "lagen"],
)
def test_a_swedish_word_is_found_in_all_its_forms(query, scene):
    """The genitive plural, a changed vowel, and the parts of compounds, of three words too."""
    assert scene.swedish.title in found(query, SV)


def test_dots_may_be_left_out_and_come_after_what_was_typed():
    """Vaara (danger) is found before väärä (wrong); who types ä means ä."""
    titles = found("vaara")
    assert titles == ["Muuta", "Väärä tie"]
    assert found("väärä") == ["Väärä tie"]


def test_people_organisations_themes_and_questions_are_found():
    """Each by its own page, and by the posts that it belongs to."""
    assert found("Åkerfelt") == found("akerfelt") == ["Ritva Åkerfelt", "Iltoja"]
    assert "Iltoja" in found("Niittylän kunta")
    assert found("budjetointi") == ["Osallistuva budjetointi", "Rahasta"]
    assert "Kysymys" in found("kuunnella kunnissa")


@pytest.mark.by_lemmas
def test_a_title_weighs_more_than_the_text():
    """Of two pages that have the word, the one named by it comes first."""
    titles = found("kokoontua")
    assert titles.index("Verkosto kokoontui") < titles.index("Iltoja")


@pytest.mark.by_lemmas
def test_words_are_marked_where_they_stand():
    """In title and text, as they are written there, and nothing else of it is markup."""
    page = ask("vesi luku").content.decode()
    assert "Kaupungin <mark>luvut</mark>" in page
    assert "<mark>Veden</mark> äärellä puhuttiin <mark>luvuista</mark>" in page
    script = ask("<script>alert(1)</script>").content.decode()
    assert "<script>" not in script


@pytest.mark.by_lemmas
def test_results_are_narrowed_down(scene):
    """By theme, author, year and language, alone and together."""
    year = str(scene.river.date.year)
    assert found("kokoontua", author=scene.author.slug) == ["Iltoja"]
    assert found("raha summa", theme=scene.theme.slug) == ["Rahasta"]
    assert found("kunta", theme=scene.theme.slug) == []
    assert "Kaupungin luvut" in found("kunta", year=year)
    assert found("kommun", language="sv") == [scene.swedish.title]
    assert found("kommun", language="fi") == []


@pytest.mark.by_lemmas
def test_the_other_language_is_offered_below(scene):
    """Labelled, marked as what it is, and only where this language has no version of it."""
    response = ask("kommun")
    assert response.context["results"] == []
    [other] = response.context["others"]
    assert other.page.pk == scene.swedish.pk
    assert f'<a href="{scene.swedish.url}" lang="sv"' in response.content.decode()
    assert found("kaupunki") and not ask("kaupunki").context["others"]


def test_what_is_not_public_is_never_found(scene, people):
    """Drafts, a public page's next version, restricted pages, and what was taken down."""
    assert found("hämähäkki") == found("salaisuus") == []
    revise(scene.river, people.writer, title="Tuulimylly", body=text("Tuulimylly."))
    assert found("tuulimylly") == []
    assert found("kaupungin") == ["Kaupungin luvut"]
    PageViewRestriction.objects.create(page=scene.river, restriction_type="login")
    assert found("kaupungin") == []
    assert found("kyläläiset") == ["Iltoja"]
    fresh(scene.written).unpublish()
    assert found("kyläläiset") == []
    assert not SearchTerm.objects.filter(page=scene.written.pk).exists()


def test_a_restricted_theme_leads_nowhere(scene):
    """Its posts are not found by a name that readers do not see."""
    PageViewRestriction.objects.create(page=scene.theme, restriction_type="login")
    assert found("budjetointi") == []


def test_a_result_without_its_text_is_shown_all_the_same():
    """In a database that is older than the texts, until it is indexed."""
    SearchedText.objects.all().delete()
    assert found("kaupungin") == ["Kaupungin luvut"]
    index_if_empty()
    assert ask("kaupungin").context["results"][0].snippet


def test_a_new_version_is_found_by_its_own_words(scene, people):
    """Once it is public; the old one's words are gone."""
    revise(scene.dotted, people.writer, title="Majakka", body=text("Meren valo."))
    publish(fresh(scene.dotted), people.writer, people.editor)
    assert found("majakka") == ["Majakka"]
    assert found("väärä") == []


def test_the_index_is_made_anew():
    """By ``update_index`` after new dictionaries, and by ``create_site`` where it is missing."""
    index_everything()
    before = set(SearchTerm.objects.values_list("page", "term"))
    for make, lost in ((index_everything, "k"), (index_if_empty, "")):
        SearchTerm.objects.filter(term__startswith=lost).delete()
        make()
        assert set(SearchTerm.objects.values_list("page", "term")) == before


def test_each_language_has_its_own_address():
    """And the switcher leads from one to the other with the same words."""
    assert Client().get("/fi/sok/?q=kunta").status_code == 404
    assert Client().get("/sv/haku/?q=kunta").status_code == 404
    assert 'href="/sv/sok/?q=k%C3%A4si"' in ask("käsi").content.decode()
    assert 'href="/fi/haku/?q=hand"' in ask("hand", SV).content.decode()


def test_the_page_is_a_plain_form():
    """GET, a labelled field, no cookie, no script but files of ours that it does not need; search engines
    do not list it."""
    response = ask("kunta")
    page = response.content.decode()
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert 'name="robots" content="noindex"' in page
    for script in re.findall("<script[^>]*>", page):
        assert re.fullmatch(r'<script src="/static/js/[^"]+" defer>', script)
    for field in re.findall(r'<(?:input|select)[^>]* id="([^"]+)"', page):
        assert f'<label for="{field}"' in page


def test_nothing_found_is_said_with_advice():
    """A sentence of its own, and no list."""
    response = ask("xyzzyx")
    assert response.context["count"] == 0
    assert "<ol" not in response.content.decode()
