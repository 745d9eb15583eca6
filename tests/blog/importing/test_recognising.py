"""The parts of a text: title, lead, headings, quotations, lists and tables."""

import io

import pytest

from blog.importing import SourceText, read_file, recognise
from blog.importing.readers.plain_text import plain_to_html

pytestmark = pytest.mark.usefixtures("untranslated")

BODY = (
    "Silta yhdistää kylän, ja sen korjaamisesta päätetään yhdessä asukkaiden kanssa "
    "tänä keväänä. Siitä on puhuttu pitkään."
)


def found(text, language="fi"):
    source = SourceText("a.txt", "txt", plain_to_html(text), text)
    return recognise(source, language)


def found_html(html):
    return recognise(read_file(io.BytesIO(html.encode()), "a.html"))


def values(result):
    return [block["value"] for block in result.blocks]


def asked(result, words):
    return [question for question in result.decide if words in question]


def test_the_first_line_is_the_title():
    """A short line without a full stop above the text is the title."""
    result = found(f"Kylän silta\n\n{BODY}")
    assert (result.title, values(result)) == ("Kylän silta", [f"<p>{BODY}</p>"])


@pytest.mark.parametrize(
    "title", ["Kuka päättää sillasta?", "”Silta on meidän”", "Silta 2.0!"]
)
def test_titles_with_marks(title):
    """A question mark, quotation marks and digits are allowed in a title."""
    assert found(f"{title}\n\n{BODY}").title == title


def test_a_text_that_begins_with_a_paragraph_has_no_title():
    """No title is invented: somebody has to say it."""
    result = found(f"{BODY}\n\n{BODY}")
    assert result.title == ""
    assert len(result.blocks) == 2
    assert asked(result, "No title was found")


def test_the_level_one_heading_is_the_title():
    """h1 is the title where none stands before it; another h1 is a heading."""
    result = found_html(f"<h1>Silta</h1><p>{BODY}</p><h1>Toinen</h1><p>{BODY}</p>")
    assert result.title == "Silta"
    assert result.blocks[1]["value"] == {"level": "h2", "text": "Toinen"}


def test_level_one_sections_below_a_title_line():
    """Writers mark sections as Heading 1 under a title they only typed."""
    result = found_html(f"<p>Silta</p><p>{BODY}</p><h1>Osa</h1><p>{BODY}</p>")
    assert (result.title, result.headings) == ("Silta", ["Osa"])


def test_a_line_above_the_title_stays_and_is_asked_about():
    """A kicker is not the title, and not lost."""
    result = found_html(f"<p>Vieraskynä</p><h1>Silta</h1><p>{BODY}</p>")
    assert result.title == "Silta"
    assert values(result) == ["<p>Vieraskynä</p>", f"<p>{BODY}</p>"]
    assert asked(result, "Vieraskynä")


@pytest.mark.parametrize("label", ["Ingressi:", "Ingress:"])
@pytest.mark.parametrize("break_", [" ", "\n", "\n\n"])
def test_a_labelled_lead(label, break_):
    """Only a label makes a lead."""
    result = found(f"Silta\n\n{label}{break_}Lyhyesti sillasta.\n\n{BODY}")
    assert result.lead == "Lyhyesti sillasta."
    assert values(result) == [f"<p>{BODY}</p>"]


def test_no_lead_is_invented():
    """The first paragraph is the first paragraph, also when it is short or bold."""
    result = found_html(f"<h1>Silta</h1><p><b>Lyhyesti sillasta.</b></p><p>{BODY}</p>")
    assert result.lead == ""
    assert values(result)[0] == "<p><b>Lyhyesti sillasta.</b></p>"


def test_a_lead_that_is_too_long_stays_in_the_text():
    """Three hundred characters fit; more is for a person to shorten."""
    long = "Sana " * 70 + "loppu."
    result = found(f"Silta\n\nIngressi: {long}\n\n{BODY}")
    assert result.lead == ""
    assert long in values(result)[0]
    assert asked(result, "300")
    assert found(f"Silta\n\nIngressi: {'a' * 300}\n\n{BODY}").lead == "a" * 300


def test_unmarked_headings_of_plain_text():
    """A short line alone between paragraphs is a heading, and is asked about."""
    result = found(f"Silta\n\n{BODY}\n\nMiksi juuri tämä silta?\n\n{BODY}")
    assert result.headings == ["Miksi juuri tämä silta?"]
    assert asked(result, "Miksi juuri tämä silta?")


@pytest.mark.parametrize(
    "line",
    ["Se on totta.", "Siis näin:", "Odotetaan…", "- yksi rivi", "Eka rivi\ntoka rivi"],
)
def test_lines_that_are_no_headings(line):
    """What ends like a sentence, asks for more, or has two lines is a paragraph."""
    result = found(f"Silta\n\n{BODY}\n\n{line}\n\n{BODY}")
    assert result.headings == []
    assert len(result.blocks) == 3


def test_a_line_below_the_title_is_no_heading_silently():
    """With no text above it, it may be a subtitle or a name: it stays and is asked about."""
    result = found(f"Silta\n\nMallilan kylän tarina\n\n{BODY}")
    assert result.headings == []
    assert asked(result, "Mallilan kylän tarina")


def test_a_date_in_the_title_is_asked_about():
    """It may be the date of the text."""
    assert asked(found(f"Blogi 5.6.2018\n\n{BODY}"), "Blogi 5.6.2018")


def test_short_lines_in_a_row_are_not_headings_silently():
    """Verse or a list of names stays as it is; only the last before the text may be one."""
    result = found(f"Silta\n\n{BODY}\n\nEka säe\n\nToka säe\n\n{BODY}\n\nLoppu")
    assert "Eka säe" not in result.headings
    assert "Loppu" not in result.headings
    assert asked(result, "Eka säe")


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([2, 3, 2], ["h2", "h3", "h2"]),
        ([3, 3], ["h2", "h2"]),
        ([3, 2, 3], ["h2", "h2", "h3"]),
        ([2, 4, 2], ["h2", "h3", "h2"]),
        ([2, 3, 4, 5], ["h2", "h3", "h3", "h3"]),
        ([6], ["h2"]),
    ],
)
def test_levels_start_at_two_and_do_not_skip(levels, expected):
    """Deeper than h3 becomes h3 and is reported."""
    parts = "".join(
        f"<h{level}>Osa {n}</h{level}><p>{BODY}</p>" for n, level in enumerate(levels)
    )
    result = found_html(f"<h1>Silta</h1><p>{BODY}</p>{parts}")
    headings = [b["value"]["level"] for b in result.blocks if b["type"] == "heading"]
    assert headings == expected
    assert len(asked(result, "was on level")) == sum(level > 3 for level in levels)


def test_quotations():
    """A blockquote keeps its source; a paragraph in quotation marks is asked about."""
    result = found_html(
        f"<h1>Silta</h1><p>{BODY}</p><blockquote><p>Silta on meidän.</p>"
        "<cite>Maija Malli</cite></blockquote>"
        "<p>”Tämä silta on meidän kaikkien yhteinen.” – Kalle Esimerkki</p>"
        "<p>”Ei”, hän sanoi, ”ei koskaan enää näin.”</p>"
    )
    assert values(result)[1:] == [
        {"text": "Silta on meidän.", "source": "Maija Malli"},
        {
            "text": "”Tämä silta on meidän kaikkien yhteinen.”",
            "source": "Kalle Esimerkki",
        },
        "<p>”Ei”, hän sanoi, ”ei koskaan enää näin.”</p>",
    ]
    assert len(asked(result, "quotation")) == 1


def test_inline_html_is_bold_italics_links_and_breaks():
    """Other tags go, their words stay; blocks inside never grow together."""
    result = found_html(
        f"<h1>Silta</h1><div>{BODY}</div><div>Irto <span>teksti</span><br><br>toinen"
        "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul></div>"
        "<p><strong>V<em>i</em></strong> H<sub>2</sub>O<br>rivi</p>"
    )
    assert values(result)[1:] == [
        "<p>Irto teksti</p>",
        "<p>toinen</p>",
        "<ul><li>a<ul><li>b</li></ul></li><li>c<br/>d</li></ul>",
        "<p><b>V<i>i</i></b> H2O<br/>rivi</p>",
    ]


def test_a_table_of_html():
    """Rows are equally long, a spanning cell is followed by empty ones."""
    result = found_html(
        f"<h1>Silta</h1><p>{BODY}</p><table><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tr><td colspan=2><p>x</p><p>y</p></td></tr><tr><td>z</td></tr></table>"
    )
    assert values(result)[1] == {
        "data": [["A", "B"], ["x\ny", ""], ["z", ""]],
        "first_row_is_table_header": True,
    }


def test_a_link_where_none_can_be_is_reported():
    """A heading is text: its link is left out with the address."""
    result = found_html(
        f'<h1>Silta</h1><p>{BODY}</p><h2><a href="https://example.org/">Osa</a></h2><p>{BODY}</p>'
    )
    assert result.headings == ["Osa"]
    assert [item.text for item in result.left_out] == ["https://example.org/"]


def test_headings_property_and_defaults():
    """An image-free, question-free text has empty parts, not missing ones."""
    result = found(f"Silta\n\n{BODY}")
    assert (result.lead, result.question, result.date) == ("", None, None)
    assert (result.images, result.headings, result.left_out) == ([], [], [])
