"""The wording stays: what looks wrong in it is asked about and not changed."""

import pytest

from blog.importing import SourceText, recognise
from blog.importing.readers.plain_text import plain_to_html

pytestmark = pytest.mark.usefixtures("untranslated")

BODY = (
    "Silta yhdistää kylän, ja sen korjaamisesta päätetään yhdessä asukkaiden kanssa "
    "tänä keväänä. Siitä on puhuttu pitkään."
)


def found(text, language="fi"):
    source = SourceText("a.txt", "txt", plain_to_html(text), text)
    return recognise(source, language)


def values(result):
    return [block["value"] for block in result.blocks]


def asked(result, words):
    return [question for question in result.decide if words in question]


def test_the_wording_stays():
    """Typing errors, double spaces and no-break spaces are the writer's."""
    text = "Kunta  on asukkaidensa , ja mukana on 700\u00a0asukasta tänä vuonn, eikö niin se ole."
    assert values(found(f"Silta\n\n{text}")) == [f"<p>{text}</p>"]


@pytest.mark.parametrize("text", ["demo- kratia", "demo-\nkratia", "asukas- foorumi"])
def test_print_hyphens_are_asked_about(text):
    """A word divided in print is never joined silently."""
    result = found(f"Silta\n\n{BODY} Meidän {text} toimii.")
    assert text.replace("\n", "<br/>") in values(result)[0]
    assert asked(result, "divided as in print")


@pytest.mark.parametrize(
    "text",
    [
        "sote- ja kuntapalvelut",
        "eri-ikäisten ja -taustaisten",
        "kunta-, alue- ja valtio",
    ]
    + ["2020-luvulla", "ala- tai yläaste", "kommun- och landskap", "EU-maat"],
)
def test_hyphens_that_belong(text):
    """A hyphen for a shared part of a compound is no leftover."""
    result = found(f"Silta\n\n{BODY} Tässä {text} toimii.")
    assert not asked(result, "divided as in print")


def test_soft_hyphens_are_kept_and_asked_about():
    """They may be meant: nobody takes them out silently."""
    result = found(f"Silta\n\n{BODY} Kunta\u00addemokratia on tärkeä.")
    assert "Kunta\u00addemokratia" in values(result)[0]
    assert asked(result, "soft hyphens")


def test_dashes_are_offered():
    """A hyphen between spaces is offered as a dash and left as it is."""
    result = found(f"Silta\n\n{BODY} Toive - se oli suuri -\u00a0toteutui.")
    assert "Toive - se oli suuri -\u00a0toteutui" in values(result)[0]
    assert len(asked(result, " – ")) == 1
    assert "2 places" in asked(result, " – ")[0]


def test_wrapped_lines_are_asked_about():
    """Lines of one width were broken by a program; they stay until somebody says so."""
    line = "Silta yhdistää kylän ja sen korjaamisesta päätetään yhdessä nyt"
    text = "\n\n".join(["\n".join([line] * 4)] * 3)
    assert asked(found(f"Silta\n\n{text}"), "lines of the file break")


@pytest.mark.parametrize(("language", "questions"), [("fi", 1), ("sv", 0)])
def test_the_other_language_is_asked_about(language, questions):
    """A Swedish text brought as a Finnish one is noticed."""
    text = "Bron är vår och det är bra att den finns. Vi som bor här är glada, och det syns."
    assert len(asked(found(f"Bron\n\n{text}", language), "Swedish")) == questions
