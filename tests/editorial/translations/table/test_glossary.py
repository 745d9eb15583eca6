"""The glossary: recognised in any form, edited by the team; a term said otherwise is pointed out."""

import pytest
from django.urls import reverse

from kdsite.editorial.models import Term
from kdsite.editorial.translations.table.glossary import Glossary
from tests.support.factories import make_post
from tests.support.helpers import fill_in, logged_in, publish, send, translate

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Päätimme nuorisovaltuustoissa asiasta", ["nuorisovaltuustoissa"]),
        ("osallistuvan <b>budjetoinnin</b> tulokset", ["osallistuvan budjetoinnin"]),
        ("Kunnanvaltuuston kokous", ["Kunnanvaltuuston"]),
        ("Valtuusto päätti", ["Valtuusto"]),
        ("Vene kulkee", []),
    ],
)
def test_a_term_is_recognised_in_any_form(text, said):
    """The longest one that fits; a word of several stands in the right order."""
    assert [each.said for each in Glossary("fi", "sv").find(text)] == said


def test_the_other_way_round_too():
    (found,) = Glossary("sv", "fi").find("I ungdomsfullmäktiges beslut")
    assert found.way == "nuorisovaltuusto"


@pytest.mark.parametrize(
    ("words", "is_otherwise"),
    [
        ("Ungdomsfullmäktige beslöt", False),
        ("Ungdomsparlamentet beslöt", True),
        ("", False),
    ],
)
def test_a_term_that_is_said_otherwise(words, is_otherwise):
    (found,) = Glossary("fi", "sv").find("Nuorisovaltuusto päätti", words)
    assert found.is_otherwise == is_otherwise


def test_any_of_several_ways_will_do():
    """And a compound that has it in it."""
    glossary = Glossary("fi", "sv")
    for words in ("Medborgarbudgeten", "Deltagande budgetering"):
        (found,) = glossary.find("Osallistuva budjetointi", words)
        assert not found.is_otherwise
    (found,) = glossary.find("Osallisuuden lisääminen", "Delaktighetens plats")
    assert not found.is_otherwise


def test_the_team_edits_it(people):
    client = logged_in(people.translator)
    data = {"finnish": "talkoot", "swedish": "talko", "note": ""}
    client.post(reverse("glossary:add"), data)
    (found,) = Glossary("fi", "sv").find("Talkoissa soudettiin")
    assert found.way == "talko"


@pytest.mark.parametrize("name", ["writer", "writer2"])
def test_guests_do_not(people, name):
    client = logged_in(getattr(people, name))
    data = {"finnish": "talkoot", "swedish": "talko", "note": ""}
    assert client.post(reverse("glossary:add"), data).status_code in (302, 403)
    assert not Term.objects.filter(finnish="talkoot").exists()


def test_the_reviewer_sees_it_and_what_is_missing(people):
    """The same table, to read; only what is missing or said otherwise is marked."""
    body = [("paragraph", "<p>Nuorisovaltuusto <b>päätti</b>.</p>")]
    post = make_post(people.writer, "Silta", body=body)
    post = publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator, words=lambda text: "Ungdomsparlamentet")
    send(record, people.translator)
    url = reverse("editorial:review", args=[target.pk])
    html = logged_in(people.reviewer).get(url).content.decode()
    assert 'class="tt-read"' in html
    assert "ungdomsfullmäktige" in html
    assert "tt-remark--bold" in html
    assert "contenteditable" not in html
    assert "1 text är markerad" in html
    # A string that is newer than what is reviewed is not shown as that.
    fill_in(record, people.translator, words=lambda text: "Annat")
    html = logged_in(people.reviewer).get(url).content.decode()
    assert 'class="tt-read"' not in html
