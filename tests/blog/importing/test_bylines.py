"""Who wrote it and when: the shapes in which writers have said so."""

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
KALLE = ("Kalle Esimerkki", "tutkija", "Kuntaliitto")
LIISA = ("Liisa Kolmas", "planerare", "Borgå stad")

SHAPES = [
    ("Kirjoittaja: Maija Malli, suunnittelija, Mallilan kaupunki", [MAIJA]),
    ("Skribent: Maija Malli, suunnittelija, Mallilan kaupunki", [MAIJA]),
    ("Text: Maija Malli, suunnittelija, Mallilan kaupunki", [MAIJA]),
    ("Maija Malli, suunnittelija, Mallilan kaupunki", [MAIJA]),
    ("Kirjoittaja: Maija Malli (suunnittelija, Mallilan kaupunki)", [MAIJA]),
    ("Kirjoittaja:\nMaija Malli\nsuunnittelija\nMallilan kaupunki", [MAIJA]),
    ("Kirjoittaja\n\nMaija Malli, suunnittelija, Mallilan kaupunki", [MAIJA]),
    (
        "Kirjoittajat: Maija Malli, suunnittelija, Mallilan kaupunki ja "
        "Kalle Esimerkki, tutkija, Kuntaliitto",
        [MAIJA, KALLE],
    ),
    (
        "Skribenter: Maija Malli, suunnittelija, Mallilan kaupunki och "
        "Kalle Esimerkki, tutkija, Kuntaliitto",
        [MAIJA, KALLE],
    ),
    (
        "Kirjoittajat: Maija Malli, suunnittelija, Mallilan kaupunki\n"
        "Kalle Esimerkki, tutkija, Kuntaliitto",
        [MAIJA, KALLE],
    ),
    (
        "Kirjoittajat: Maija Malli, suunnittelija, Mallilan kaupunki, Kalle Esimerkki, "
        "tutkija, Kuntaliitto ja Liisa Kolmas, planerare, Borgå stad",
        [MAIJA, KALLE, LIISA],
    ),
    (
        "Kirjoittajat: Maija Malli, Kalle Esimerkki ja Liisa Kolmas",
        [(name, None, None) for name, _title, _home in (MAIJA, KALLE, LIISA)],
    ),
    (
        "Maija Malli ja Kalle Esimerkki 5.6.2018",
        [("Maija Malli", None, None), ("Kalle Esimerkki", None, None)],
    ),
    (
        "Maija Malli, Mallilan kaupunki, hallintopalvelut",
        [("Maija Malli", None, "Mallilan kaupunki, hallintopalvelut")],
    ),
    (
        "Kirjoittaja: Maija Malli, neuvotteleva virkamies, valtiovarainministeriö, "
        "kunta- ja aluehallinto-osasto",
        [
            (
                "Maija Malli",
                "neuvotteleva virkamies",
                "valtiovarainministeriö, kunta- ja aluehallinto-osasto",
            )
        ],
    ),
    (
        "Kirjoittajat: Maija Malli, johtaja, kunta- ja aluehallinto ja Kalle Esimerkki, "
        "tutkija, Kuntaliitto",
        [("Maija Malli", "johtaja", "kunta- ja aluehallinto"), KALLE],
    ),
    (
        "Kirjoittaja: Maija Malli, tutkija, Demos Helsinki",
        [("Maija Malli", "tutkija", "Demos Helsinki")],
    ),
    (
        "Kirjoittaja: Maija Malli, hallinto ja talous, Mallilan kaupunki",
        [("Maija Malli", "hallinto ja talous", "Mallilan kaupunki")],
    ),
    (
        "Kirjoittaja: Maija Malli, Mallilan kaupungin hallintojohtaja",
        [("Maija Malli", "Mallilan kaupungin hallintojohtaja", None)],
    ),
    (
        "Kirjoittaja: Maija Malli, FT, dosentti, Mallilan yliopisto",
        [("Maija Malli", "FT, dosentti", "Mallilan yliopisto")],
    ),
]
PLACES = {
    "above the title": f"{{}}\n\nKylän silta\n\n{BODY}\n\n{BODY}",
    "below the title": f"Kylän silta\n\n{{}}\n\n{BODY}\n\n{BODY}",
    "at the end": f"Kylän silta\n\n{BODY}\n\n{BODY}\n\n{{}}",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("line", "expected"), SHAPES, ids=[s[0][:60] for s in SHAPES])
def test_shapes_of_bylines(place, line, expected):
    """A byline gives the same authors above the title, below it and at the end."""
    result = found(PLACES[place].format(line))
    assert people(result) == expected
    assert result.title == "Kylän silta"
    assert [block["value"] for block in result.blocks] == [f"<p>{BODY}</p>"] * 2
    assert not any("No author" in question for question in result.decide)


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Sirkka-Liisa Ylä-Mononen", "Sirkka-Liisa", "Ylä-Mononen"),
        ("Carl-Gustaf von Essen", "Carl-Gustaf", "von Essen"),
        ("Gunilla af Hällström", "Gunilla", "af Hällström"),
        ("Matti J. Virtanen", "Matti J.", "Virtanen"),
        ("Seán O’Brien", "Seán", "O’Brien"),
        ("Åsa Öhman", "Åsa", "Öhman"),
    ],
)
def test_names(name, given, family):
    """Hyphens, von and af, and initials: the surname is the last name with its particle."""
    result = found(f"Kirjoittaja: {name}, tutkija, Kuntaliitto\n\nSilta\n\n{BODY}")
    author = result.authors[0]
    assert (author.given_name, author.family_name) == (given, family)
    assert not any("surname" in question for question in result.decide)


@pytest.mark.parametrize(
    "line",
    [
        "Maija Malli ja Kalle Esimerkki 5.6.2018",
        "Maija Malli ja Kalle Esimerkki, 5. kesäkuuta 2018",
        "Maija Malli ja Kalle Esimerkki – torstaina 5.6.2018",
        "5.6.2018 Maija Malli ja Kalle Esimerkki",
        "Kirjoittajat: Maija Malli ja Kalle Esimerkki\n\n5.6.2018",
        "5.6.2018\n\nKirjoittajat: Maija Malli ja Kalle Esimerkki",
        "Kirjoittajat: Maija Malli ja Kalle Esimerkki\nJulkaistu 5.6.2018",
        "Skribenter: Maija Malli och Kalle Esimerkki\n\nden 5 juni 2018",
        "Skribenter: Maija Malli och Kalle Esimerkki\n\nPublicerad: 2018-06-05",
    ],
)
def test_dates_beside_names(line):
    """A date on the line of the names, or on a line of its own, is the date."""
    result = found(f"{line}\n\nKylän silta\n\n{BODY}")
    assert result.date == DAY
    assert [a.name for a in result.authors] == ["Maija Malli", "Kalle Esimerkki"]
    assert result.title == "Kylän silta"


def test_dates_in_the_text_are_no_dates_of_it():
    """Only a line of its own or the byline dates a text; a day that is none is text."""
    result = found(f"Kylän silta\n\n31.2.2018\n\n{BODY} Kokous on 5.6.2018.")
    assert result.date is None
    assert result.blocks[0]["value"] == "<p>31.2.2018</p>"


def test_a_sentence_about_people_is_no_byline():
    """Names in the text itself stay there."""
    text = "Maija Malli, suunnittelija, sanoi sen: silta on meidän."
    result = found(f"Kylän silta\n\n{text}\n\n{BODY}")
    assert result.authors == []
    assert result.blocks[0]["value"] == f"<p>{text}</p>"


def test_the_photographer_is_no_author():
    """A credit for the pictures on the same line is left out with a reason."""
    result = found(f"Teksti: Maija Malli Kuvat: Kalle Esimerkki\n\nSilta\n\n{BODY}")
    assert [author.name for author in result.authors] == ["Maija Malli"]
    assert [item.text for item in result.left_out] == ["Kuvat: Kalle Esimerkki"]
