"""A question that yes or no answers: nothing is changed before, and what was said is done after."""

import io

import pytest

from blog.importing import read_file, recognise
from blog.importing.recognisers.doubts.tracking import plain_address
from tests.support.documents import PROSE, read
from tests.support.files.word import paragraph, run, text, word_file

pytestmark = pytest.mark.usefixtures("untranslated")
OPENING = paragraph(text("Kylän silta"), "Title") + paragraph(text(PROSE))
TAB = run("<w:tab/>")


def source(*blocks, **parts):
    return read(word_file(OPENING, *blocks, **parts))


def answered(file, kind, *, yes):
    """The text before and after an answer to the only choice of that kind."""
    before = recognise(file)
    (choice,) = [choice for choice in before.choices if choice.kind == kind]
    assert choice.question in before.decide
    return before, recognise(file, answers={choice.key: yes})


def values(found):
    return [block["value"] for block in found.blocks[1:]]


def test_a_line_that_was_taken_for_a_heading_is_none():
    """With its letters as they were."""
    file = source(paragraph(text("Mitä nyt?", "<w:b/>")), paragraph(text(PROSE)))
    before, after = answered(file, "heading", yes=False)
    assert before.headings == ["Mitä nyt?"]
    assert values(after)[0] == "<p><b>Mitä nyt?</b></p>"


def test_a_line_that_was_not_taken_is_a_heading():
    file = source(paragraph(text("Mitä nyt?", "<w:b/>")), paragraph(text("Maija")))
    before, after = answered(file, "heading", yes=True)
    assert (before.headings, after.headings) == ([], ["Mitä nyt?"])


def test_the_subtitle_is_the_lead():
    style = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Subtitle"/></w:style>'
    )
    file = read(
        word_file(
            paragraph(text("Kylän silta"), "Title"),
            paragraph(text("Kertomus työstä"), "S"),
            paragraph(text(PROSE)),
            styles=style,
        )
    )
    before, after = answered(file, "lead", yes=True)
    assert (before.lead, before.blocks[0]["value"]) == ("", "<p>Kertomus työstä</p>")
    assert (after.lead, after.blocks[0]["value"]) == (
        "Kertomus työstä",
        f"<p>{PROSE}</p>",
    )


@pytest.mark.parametrize(
    ("lines", "made"),
    [
        (["- eka", "- toka"], "<ul><li>eka</li><li>toka</li></ul>"),
        (["1. eka", "2) toka"], "<ol><li>eka</li><li>toka</li></ol>"),
        (["•\u00a0eka", "• toka"], "<ul><li>eka</li><li>toka</li></ul>"),
    ],
)
def test_a_typed_list_is_a_list(lines, made):
    before, after = answered(
        source(*(paragraph(text(line)) for line in lines)), "list", yes=True
    )
    assert values(before) == [f"<p>{line}</p>" for line in lines]
    assert values(after) == [made]


def test_a_typed_list_in_one_paragraph_keeps_its_letters():
    line = text("- eka", "<w:b/>") + run("<w:br/>") + text("- toka")
    _before, after = answered(source(paragraph(line)), "list", yes=True)
    assert values(after) == ["<ul><li><b>eka</b></li><li>toka</li></ul>"]


@pytest.mark.parametrize(
    "lines", [["- yksin"], ["2. eka", "3. toka"], ["– Hei.", "– Hei, hei."]]
)
def test_what_is_no_typed_list(lines):
    """One line alone, numbers that do not count from one, and what is spoken."""
    found = recognise(source(*(paragraph(text(line)) for line in lines)))
    assert not [choice for choice in found.choices if choice.kind == "list"]


@pytest.mark.parametrize(
    ("kind", "yes", "typed", "made"),
    [
        ("dashes", True, "yksi - kaksi", "yksi – kaksi"),
        ("soft hyphens", False, "demo\u00adkratia", "demokratia"),
        (
            "divided words",
            True,
            "demo- kratia ja osallisuus",
            "demokratia ja osallisuus",
        ),
    ],
)
def test_marks_of_print(kind, yes, typed, made):
    """In the text, in a heading and in the title."""
    file = read(
        word_file(
            paragraph(text(f"Silta {typed}"), "Title"),
            paragraph(text(PROSE)),
            paragraph(text(typed), "Heading1"),
            paragraph(text(typed)),
        )
    )
    before, after = answered(file, kind, yes=yes)
    assert before.title == f"Silta {typed}"
    assert after.title == f"Silta {made}"
    assert values(after) == [{"level": "h2", "text": made}, f"<p>{made}</p>"]


def test_a_line_break_in_a_divided_word():
    line = (
        text("osalli-") + run("<w:br/>") + text("suus") + run("<w:br/>") + text("loppu")
    )
    _before, after = answered(source(paragraph(line)), "divided words", yes=True)
    assert values(after) == ["<p>osallisuus<br/>loppu</p>"]


def test_links_that_follow_readers():
    link = '<w:hyperlink r:id="link0">' + text("uutinen") + "</w:hyperlink>"
    file = source(
        paragraph(link), links=["https://example.org/a?b=1&utm_source=x&c=2&fbclid=3"]
    )
    before, after = answered(file, "tracking", yes=True)
    assert "utm_source" in values(before)[0]
    assert values(after) == [
        '<p><a href="https://example.org/a?b=1&amp;c=2">uutinen</a></p>'
    ]


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        (
            "https://www.google.com/url?q=https://example.org/%3Fa%3D1&sa=D",
            "https://example.org/?a=1",
        ),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2F&data=x",
            "https://example.org/",
        ),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F%3Ffbclid%3D1&h=2",
            "https://example.org/",
        ),
        (
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://www.google.com/url?q=javascript:alert(1)",
        ),
        ("https://example.org/?id=1", "https://example.org/?id=1"),
        ("https://example.org/?utm_source=a#b", "https://example.org/#b"),
        ("https://[", "https://["),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_plain_addresses(address, plain):
    """Google Docs and Outlook put themselves between."""
    assert plain_address(address) == plain


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Kokous on XXX ja paikka [täydennä tähän].", "missing in 2 places"),
        ("Kuka???", "missing here"),
        ("Louis XX asui täällä.", None),
        ("Soita 050 123 4567.", "a telephone number"),
        ("Soita +358 40 123 4567 tai 09-123 4567.", "2 telephone numbers"),
        ("Kokous 5.6.2018 klo 09.05, 00100 Helsinki, 0123456-7.", None),
    ],
)
def test_what_may_not_be_meant_for_readers(words, asked):
    found = recognise(source(paragraph(text(words))))
    doubts = [q for q in found.decide if "missing" in q or "telephone" in q]
    assert [asked in doubt for doubt in doubts] == ([True] if asked else [])


def test_a_table_made_with_tabs():
    rows = [
        paragraph(text(a) + TAB + text(b))
        for a, b in (("Nimi on", "1"), ("Ikä on", "2"))
    ]
    assert any("tabs make a table" in q for q in recognise(source(*rows)).decide)
    assert not any("tabs" in q for q in recognise(source(rows[0])).decide)
    indented = [paragraph(TAB + text("Rivi.")), paragraph(TAB + text("Toinen."))]
    assert not any("tabs" in q for q in recognise(source(*indented)).decide)


def test_a_plain_text_file_has_the_same_questions():
    file = io.BytesIO(f"Silta\n\n{PROSE}\n\nyksi - kaksi".encode())
    _before, after = answered(read_file(file, "silta.txt"), "dashes", yes=True)
    assert "yksi – kaksi" in str(after.blocks)
