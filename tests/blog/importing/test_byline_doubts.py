"""What a byline leaves open: asked about, never guessed silently."""

import datetime

import pytest

from blog.importing import SourceText, recognise
from blog.importing.readers.plain_text import plain_to_html

pytestmark = pytest.mark.usefixtures("untranslated")

BODY = (
    "Silta yhdistää kylän, ja sen korjaamisesta päätetään yhdessä asukkaiden kanssa "
    "tänä keväänä. Siitä on puhuttu pitkään."
)


DAY = datetime.date(2018, 6, 5)


def found(text):
    return recognise(SourceText("a.txt", "txt", plain_to_html(text), text))


def people(result):
    return [(a.name, a.title, a.organisation) for a in result.authors]


MAIJA = ("Maija Malli", "suunnittelija", "Mallilan kaupunki")


def test_three_names_without_a_hyphen_are_asked_about():
    """Anna Maria Malli may have two given names or two surnames."""
    result = found(f"Kirjoittaja: Anna Maria Malli, tutkija, X\n\nSilta\n\n{BODY}")
    assert result.authors[0].family_name == "Malli"
    assert any("surname" in question for question in result.decide)


def test_two_dates_are_a_question():
    """The first is taken, the other stays in the text."""
    result = found(f"Maija Malli 5.6.2018\n\nSilta\n\n{BODY}\n\n7.6.2018")
    assert result.date == DAY
    assert result.blocks[-1]["value"] == "<p>7.6.2018</p>"
    assert any("two dates" in question for question in result.decide)


@pytest.mark.parametrize(
    "line", ["Maija Mallin blogi 5.6.2018", "Åsa Maltins blogg 5.6.2018"]
)
def test_a_name_in_the_genitive_makes_no_author(line):
    """The case is not undone: the date is taken, a person says who it is."""
    result = found(f"{line}\n\nKylän silta\n\n{BODY}")
    assert (result.authors, result.date, result.title) == ([], DAY, "Kylän silta")
    assert result.left_out[0].text == line
    assert [q for q in result.decide if line in q]


def test_no_byline_is_a_question():
    """Without an author somebody has to say who it was."""
    result = found(f"Kylän silta\n\n{BODY}")
    assert result.authors == []
    assert any("No author was found" in question for question in result.decide)


@pytest.mark.parametrize(
    "again",
    [
        "Maija Malli",
        "Maija Malli, suunnittelija, Mallilan kaupunki",
        "Kirjoittaja: Maija Malli",
    ],
)
def test_the_name_again_is_left_out(again):
    """A name that stands in the byline already is left out, with the reason."""
    result = found(
        "Kirjoittaja: Maija Malli, suunnittelija, Mallilan kaupunki\n\n"
        f"Kylän silta\n\n{again}\n\n{BODY}"
    )
    assert people(result) == [MAIJA]
    assert [(i.text, "already" in i.why) for i in result.left_out] == [(again, True)]
    assert len(result.blocks) == 1


def test_a_missing_title_is_reported():
    """An organisation alone is taken, and the title asked for."""
    result = found(
        f"Maija Malli, Mallilan kaupunki, hallintopalvelut\n\nSilta\n\n{BODY}"
    )
    assert any("No title was found for Maija Malli" in q for q in result.decide)


@pytest.mark.parametrize(
    "line",
    [
        "Kirjoittaja: Maija Malli, Demos Helsinki",
        "Kirjoittaja: Maija Malli, johtaja, Kuntaliitto ja Suomen Pakolaisapu",
        "Kirjoittajat: Maija Malli, johtaja, Kuntaliitto ja Kalle Esimerkki",
    ],
)
def test_person_or_organisation_is_a_question(line):
    """Two words with capitals after a comma may be either."""
    result = found(f"{line}\n\nSilta\n\n{BODY}")
    assert any("person or of an organisation" in q for q in result.decide)


def test_one_title_for_two_is_a_question():
    """A title in the plural after the last name is not given to the first silently."""
    result = found(
        "Kirjoittajat: Maija Malli ja Kalle Esimerkki, erityisasiantuntijat, Kuntaliitto"
        f"\n\nSilta\n\n{BODY}"
    )
    assert result.authors[0].title is None
    assert any("all the authors" in question for question in result.decide)


def test_a_byline_that_cannot_be_read_stays_in_the_text():
    """What is no name is neither dropped nor made an author."""
    line = "Kirjoittaja: toimituskunta"
    result = found(f"{line}\n\nKylän silta\n\n{BODY}")
    assert result.authors == []
    assert f"<p>{line}</p>" in [block["value"] for block in result.blocks]
    assert any(line in question for question in result.decide)


def test_a_bare_name_is_taken_and_asked_about():
    """Two words with capitals beside the title may be a name or not."""
    for text in (
        f"Kylän silta\n\nMaija Malli\n\n{BODY}",
        f"Maija Malli\n\nKylän silta\n\n{BODY}",
    ):
        result = found(text)
        assert (result.title, people(result)) == (
            "Kylän silta",
            [("Maija Malli", None, None)],
        )
        assert any("a person's name" in question for question in result.decide)
