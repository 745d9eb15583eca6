"""The question of the post, and what a copied page brings along below the text."""

import pytest

from blog.importing import SourceText, recognise
from blog.importing.readers.plain_text import plain_to_html

pytestmark = pytest.mark.usefixtures("untranslated")

BODY = (
    "Silta yhdistää kylän, ja sen korjaamisesta päätetään yhdessä asukkaiden kanssa "
    "tänä keväänä. Siitä on puhuttu pitkään."
)
QUESTION = "Kuka päättää sillasta ja miten sinä vaikutat siihen?"


def found(text):
    return recognise(SourceText("a.txt", "txt", plain_to_html(text), text))


def values(result):
    return [block["value"] for block in result.blocks]


def asked(result, words):
    return [question for question in result.decide if words in question]


@pytest.mark.parametrize("between", [" ", "\n", "\n\n", ""])
@pytest.mark.parametrize(
    "label",
    [
        "Tämän blogin kysymys on:",
        "Tämän kirjoituksen kysymys:",
        "Tämän blogikirjoituksen kysymys kuuluu:",
        "Kuukauden kysymys:",
        "Kuukauden kysymys on:",
        "Tämän kuukauden kysymys:",
        "Blogin kysymys:",
        "Kysymys lukijoille:",
        "Månadens fråga:",
        "Månadens fråga är:",
        "Frågan i det här inlägget:",
        "Frågan i det här inlägget är:",
        "Bloggens fråga:",
        "Inläggets fråga lyder:",
        "TÄMÄN BLOGIN KYSYMYS ON:",
    ],
)
def test_labelled_questions(label, between):
    """The label may stand on the line of the question, above it, or a paragraph above."""
    result = found(f"Silta\n\n{BODY}\n\n{label}{between}{QUESTION}\n\n{BODY}")
    assert result.question == QUESTION
    assert values(result) == [f"<p>{BODY}</p>"] * 2
    assert result.headings == []


def test_a_question_in_a_quoted_list():
    """Lists below the question are lines of a paragraph, and none of their items is lost."""
    html = (
        f"<p>Silta</p><p>{BODY}</p><p>Kuukauden kysymys:</p><blockquote>"
        "<ul><li>Kuka päättää?</li><li>Missä?</li></ul><ol><li>Milloin?</li></ol>"
        "</blockquote>"
    )
    result = recognise(SourceText("a.html", "html", html, html))
    assert result.question == "Kuka päättää?"
    assert values(result) == [f"<p>{BODY}</p>", "<p>Missä?<br/>Milloin?</p>"]


def test_a_question_in_a_wrapped_paragraph():
    """The label may begin a line inside a paragraph; the question may run over lines."""
    result = found(
        f"Silta\n\nEka virke.\nBloggens fråga: Vem äger\nbron?\nLoppu jää.\n\n{BODY}"
    )
    assert result.question == "Vem äger bron?"
    assert values(result)[:2] == ["<p>Eka virke.</p>", "<p>Loppu jää.</p>"]


def test_other_question_marks_are_not_it():
    """Questions in title, headings and text stay where they are."""
    result = found(
        f"Kuka päättää?\n\n{BODY} Miksi?\n\nMiten siis?\n\n{BODY}\n\nEntä sinä?"
    )
    assert result.question is None
    assert result.title == "Kuka päättää?"
    assert result.headings == ["Miten siis?"]


@pytest.mark.parametrize(
    "text",
    [
        "Kuukauden kysymys on tärkeä osa blogia, ja siitä puhutaan.",
        "Kirjoituksen yhteydessä esitetään ns. kuukauden kysymys: tule mukaan.",
        "Kysymys: mikä silta? Vastaus: vanha silta.",
    ],
)
def test_speaking_of_a_question_is_not_asking_it(text):
    """Only a label at the start of a line makes the question."""
    result = found(f"Silta\n\n{BODY}\n\n{text}")
    assert result.question is None
    assert f"<p>{text}</p>" in values(result)


def test_a_question_inside_a_paragraph_is_asked_about():
    """A label in the middle of a paragraph is for a person to look at."""
    result = found(f"Silta\n\n{BODY} Kuukauden kysymys: Kuka päättää?")
    assert result.question is None
    assert asked(result, "Kuka päättää?")


def test_more_than_one_labelled_question():
    """The first is taken, the others stay in the text, and a person decides."""
    second = "Bloggens fråga: Vem äger bron?"
    result = found(f"Silta\n\n{BODY}\n\nKuukauden kysymys: {QUESTION}\n\n{second}")
    assert result.question == QUESTION
    assert f"<p>{second}</p>" in values(result)
    assert asked(result, "Vem äger bron?")


def test_a_long_question_is_asked_about():
    """Three hundred characters fit; a longer one is taken and has to be shortened."""
    long = "Miten " * 60 + "niin?"
    result = found(f"Silta\n\n{BODY}\n\nKuukauden kysymys: {long}")
    assert result.question == long
    assert asked(result, "300")


NAMES = ["Kylädemokratian blogi", "Siltaverkosto", "Bloggen för nätverket för broar"]
DESCRIPTIONS = [
    "Tämä on siltayhdistyksen ylläpitämä blogi, johon kirjoittavat kylien asukkaat.",
    "Verkostossa on noin 50\u00a0kylän toimijaa.",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("label", ["Kirjoittaja", "Skribent", "Kirjoittajat:"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_furniture_is_left_out(label, between, name):
    """A lone label, the name of a blog and a word about it, below the text."""
    tail = "\n\n".join([f"{label}{between}{name}", *DESCRIPTIONS])
    result = found(
        f"Maija Malli, tutkija, X\n\nSilta\n\n{BODY}\n\nKuukauden kysymys: {QUESTION}\n\n{tail}"
    )
    assert values(result) == [f"<p>{BODY}</p>"]
    assert [item.text for item in result.left_out] == [label, name, *DESCRIPTIONS]
    assert all(item.why for item in result.left_out)
    assert result.question == QUESTION


@pytest.mark.parametrize(
    "last",
    [
        "Verkosto on vahva, ja siinä toimimme yhdessä.",
        "Blogissa vi skriver om broar.",
        "Mitä blogi tuo tullessaan?",
        "Silta on kylän sydän.",
        "Blogi " + "kertoo sillasta paljon " * 20 + ".",
    ],
)
def test_a_real_last_paragraph_is_kept(last):
    """First person, a question, another subject or length: in doubt it stays, and is asked about."""
    result = found(
        f"Silta\n\n{BODY}\n\nKirjoittaja\n{NAMES[0]}\n\n{DESCRIPTIONS[0]}\n\n{last}"
    )
    assert values(result)[-1] == f"<p>{last}</p>"
    assert asked(result, last[:40])


@pytest.mark.parametrize(
    "end",
    [
        "Tämä blogi kertoo verkoston työstä kylissä.",
        "Kirjoittaja\n\nVerkoston rooli kasvaa koko ajan, sanoo kirjoittaja.",
        "Kirjoittaja\n\nVerkoston rooli",
        "Kirjoittaja",
        "Kirjoittaja on siltayhdistyksen puheenjohtaja.",
    ],
)
def test_no_furniture_without_its_shape(end):
    """Without a lone label and the name of a blog below it, nothing is left out."""
    result = found(f"Silta\n\n{BODY}\n\n{BODY}\n\n{end}")
    assert result.left_out == []
    texts = [v if isinstance(v, str) else v["text"] for v in values(result)]
    assert all(any(part in text for text in texts) for part in end.split("\n\n"))


@pytest.mark.parametrize(
    "end",
    ["Kirjoittaja", "Kirjoittaja\n\nVerkoston rooli", "Skribenten är ordförande."],
)
def test_a_doubtful_end_is_asked_about(end):
    """A label without furniture below it, or a note about the writer, is a question."""
    result = found(f"Silta\n\n{BODY}\n\n{BODY}\n\n{end}")
    assert asked(result, end.split("\n")[0])


def test_a_label_followed_by_a_person_is_a_byline():
    """The same label above a name is no furniture."""
    result = found(
        f"Silta\n\n{BODY}\n\nKirjoittaja\n\nMaija Malli, tutkija, Kuntaliitto"
    )
    assert [author.name for author in result.authors] == ["Maija Malli"]


def test_the_same_words_in_the_middle_are_text():
    """Furniture stands near the end and nowhere else."""
    tail = "\n\n".join([BODY] * 9)
    result = found(f"Silta\n\n{BODY}\n\nKirjoittaja\n\n{NAMES[0]}\n\n{tail}")
    assert result.left_out == []
