"""OpenDocument texts: what is kept of them, and which are refused."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.importing import ImportRefused, recognise
from tests.blog.importing.documents.test_any_word_file import (
    everything,
    free_text,
    letters,
)
from tests.support.documents import PROSE, png, read, simple
from tests.support.files import odt
from tests.support.files.odt import bullets, heading, paragraph, span

pytestmark = pytest.mark.usefixtures("untranslated")
OPENING = paragraph("Kylän silta", "Title") + paragraph(PROSE)


def found_in(*blocks, **parts):
    return recognise(read(odt.odt_file(OPENING, *blocks, **parts), "silta.odt"))


def values(found):
    return [block["value"] for block in found.blocks[1:]]


def left_out(found):
    return [item.text for item in found.left_out]


def test_a_whole_document():
    """Title, headings, letters, lists, a quotation, a table, a picture and links arrive as blocks."""
    found = found_in(
        heading("Miksi silta?"),
        paragraph(
            f"Sana {span('vahva', 'B')} ja {span('vino', 'I')}<text:line-break/>"
            'toinen rivi <text:a xlink:href="https://example.org/">linkki</text:a>'
        ),
        bullets(
            paragraph("yksi") + bullets(paragraph("alla"), style=""), paragraph("kaksi")
        ),
        bullets(paragraph("eka"), paragraph("toka"), style="L2"),
        paragraph("Silta on meidän.", "Quotations"),
        odt.table(
            [paragraph("Vuosi"), paragraph("Määrä")], [paragraph("2018"), paragraph("")]
        ),
        paragraph(odt.picture("Vanha puusilta")),
        paragraph("Silta keväällä", "Kuva"),
        picture=png(),
    )
    assert found.title == "Kylän silta"
    assert values(found) == [
        {"level": "h2", "text": "Miksi silta?"},
        "<p>Sana <b>vahva</b> ja <i>vino</i><br/>toinen rivi "
        '<a href="https://example.org/">linkki</a></p>',
        "<ul><li>yksi<ol><li>alla</li></ol></li><li>kaksi</li></ul>",
        "<ol><li>eka</li><li>toka</li></ol>",
        {"text": "Silta on meidän.", "source": ""},
        {
            "data": [["Vuosi", "Määrä"], ["2018", ""]],
            "first_row_is_table_header": False,
        },
        {"index": 0, "caption": "Silta keväällä"},
    ]
    assert [(image.alt, image.data) for image in found.images] == [
        ("Vanha puusilta", png())
    ]
    assert left_out(found) == []


@pytest.mark.parametrize("style", ["Heading_20_2", "Oma", "Omani"])
def test_headings_by_their_style(style):
    """Google Docs writes headings as paragraphs; only the style says what they are."""
    found = found_in(paragraph("Miksi?", style), paragraph(PROSE))
    assert found.headings == ["Miksi?"]


def test_a_bold_line_is_a_heading():
    """A paragraph that was made bold as a whole; it is asked about."""
    found = found_in(paragraph("Mitä seuraavaksi?", "P1"), paragraph(PROSE))
    assert found.headings == ["Mitä seuraavaksi?"]


def test_notes_are_a_list_at_the_end():
    found = found_in(
        paragraph(f"yksi{odt.note('eka')} kaksi{odt.note('toka')}"), paragraph("kolme")
    )
    assert values(found) == [
        "<p>yksi[1] kaksi[2]</p>",
        "<p>kolme</p>",
        "<ol><li>eka</li><li>toka</li></ol>",
    ]
    assert any("2 notes" in question for question in found.decide)


def test_what_is_no_text_is_left_out():
    """Comments, page headers, hidden words, tables of contents, hints; and changes are asked about."""
    removed = f"<text:changed-region><text:deletion>{paragraph('poistettu')}</text:deletion></text:changed-region>"
    found = found_in(
        f"<text:tracked-changes>{removed}</text:tracked-changes>",
        f"<text:table-of-content><text:index-body>{paragraph('Luku 3')}</text:index-body></text:table-of-content>",
        paragraph(f"Teksti{odt.comment('Onko näin?')}{span('salaisuus', 'H')}."),
        paragraph("<text:placeholder>&lt;nimi&gt;</text:placeholder>loppu"),
        header="Luonnos 3",
    )
    assert values(found) == ["<p>Teksti.</p>", "<p>loppu</p>"]
    assert left_out(found) == [
        "Luku 3",
        "Onko näin?",
        "salaisuus",
        "<nimi>",
        "Luonnos 3",
    ]
    assert any("tracked changes" in question for question in found.decide)
    assert any("struck" in q for q in found_in(paragraph(span("yli", "S"))).decide)


def test_a_box_stands_after_its_paragraph():
    boxed = odt.box(paragraph("laatikossa") + bullets(paragraph("yksi")))
    found = found_in(paragraph(f"ennen{boxed} jälkeen"), paragraph("lopuksi"))
    assert values(found) == [
        "<p>ennen jälkeen</p>",
        "<p>laatikossa</p>",
        "<ul><li>yksi</li></ul>",
        "<p>lopuksi</p>",
    ]


def test_a_picture_that_is_not_in_the_file_is_told():
    found = found_in(paragraph(odt.picture("Silta")))
    assert left_out(found) == ["Silta"]


BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Vain tekstia.", "not an OpenDocument"),
        (simple(), "not an OpenDocument"),
        (odt.odt_file(OPENING)[:600], "broken"),
        (odt.odt_file(OPENING, extra={"content.xml": "<x"}), "broken"),
        (odt.odt_file(OPENING, extra={"content.xml": "<x/>"}), "broken"),
        (odt.odt_file(OPENING, extra={"styles.xml": BOMB}), "broken"),
        (odt.odt_file(OPENING, extra={"settings.xml": BOMB}), "broken"),
        (odt.odt_file(OPENING, extra={"Basic/Standard/a.xml": "<x/>"}), "macros"),
        (
            odt.odt_file(
                OPENING, extra={"META-INF/manifest.xml": "<encryption-data/>"}
            ),
            "password",
        ),
        (
            odt.odt_file(
                OPENING, mimetype="application/vnd.oasis.opendocument.spreadsheet"
            ),
            "not an",
        ),
        (odt.odt_file(paragraph("")), "no text"),
        (odt.odt_file(OPENING, "<text:section>" * 200 + "</text:section>" * 200), ""),
        (
            odt.odt_file("<text:span>" * 20_000 + "a" + "</text:span>" * 20_000),
            "too complicated",
        ),
    ],
)
def test_refused(data, said):
    """Each in one sentence, whatever it tries."""
    try:
        read(data, "silta.odt")
    except ImportRefused as refused:
        assert said
        assert said in refused.message
    else:
        assert not said


words = st.builds(
    lambda word, style: span(word, style) if style else odt.escape(word),
    free_text,
    st.sampled_from(["", "B", "I", "S", "H"]),
)
lines = st.lists(
    words
    | st.sampled_from(
        ["<text:line-break/>", "<text:tab/>", "<text:s text:c='3'/>", odt.picture()]
    )
    | free_text.map(odt.note),
    max_size=4,
).map("".join)
paragraphs = st.builds(
    paragraph, lines, st.sampled_from(["Standard", "Title", "P1", "Kuva"])
)


def containing(blocks):
    several = st.lists(blocks, min_size=1, max_size=3).map("".join)
    return (
        st.lists(several, min_size=1, max_size=3).map(lambda items: bullets(*items))
        | st.lists(several, min_size=1, max_size=3).map(lambda row: odt.table(row))
        | several.map(lambda content: paragraph(odt.box(content)))
    )


@given(st.lists(st.recursive(paragraphs, containing, max_leaves=5), max_size=5))
def test_every_word_is_in_the_draft_or_told(blocks):
    """In lists, cells, boxes and notes, in any depth."""
    found = found_in(*blocks, picture=png())
    there = letters(everything(found))
    for text in re.findall(r">([^<]+)<", "".join(blocks)):
        assert all(letters(each) in there for each in unescape(text).split())
