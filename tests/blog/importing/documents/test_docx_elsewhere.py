"""Word documents as other programs write them, and what desktop Word keeps beside the text."""

import pytest

from blog.importing import recognise
from tests.support.documents import PROSE, png, read
from tests.support.files.word import (
    comment,
    content_control,
    deleted,
    field,
    inserted,
    item,
    note,
    paragraph,
    picture,
    run,
    simple_field,
    table,
    text,
    text_box,
    word_file,
)

pytestmark = pytest.mark.usefixtures("untranslated")
OPENING = paragraph(text("Kylän silta"), "Title") + paragraph(text(PROSE))


def found_in(*blocks, **parts):
    return recognise(read(word_file(OPENING, *blocks, **parts)))


def values(found):
    return [block["value"] for block in found.blocks[1:]]


def left_out(found):
    return [item.text for item in found.left_out]


def test_the_main_part_has_any_name():
    """Word on the web calls it document2.xml; what stands beside the text is told all the same."""
    found = found_in(
        paragraph(text("yksi") + note(1) + inserted(text(" kaksi")) + comment(1)),
        footnotes={1: "viite"},
        comments={1: "Onko näin?"},
        main="word/document2.xml",
    )
    assert values(found) == ["<p>yksi[1] kaksi</p>", "<ol><li>viite</li></ol>"]
    assert left_out(found) == ["Onko näin?"]
    assert any("tracked changes" in question for question in found.decide)
    assert any("1 note" in question for question in found.decide)


def test_notes_are_a_list_at_the_end():
    """Footnotes before the document's last notes, each where its number in the text says."""
    found = found_in(
        paragraph(text("yksi") + note(7) + text(" kaksi") + note(1, "endnote")),
        paragraph(text("kolme") + note(8)),
        footnotes={7: "eka", 8: "kolmas"},
        endnotes={1: "toka"},
    )
    assert values(found) == [
        "<p>yksi[1] kaksi[2]</p>",
        "<p>kolme[3]</p>",
        "<ol><li>eka</li><li>toka</li><li>kolmas</li></ol>",
    ]


@pytest.mark.parametrize("has_fallback", [True, False])
def test_a_text_box_stands_after_its_paragraph(has_fallback):
    """Once: whether the program wrote it for old readers, too, or not."""
    box = text_box(
        paragraph(text("laatikossa")) + paragraph(text("myös")), has_fallback
    )
    found = found_in(paragraph(text("ennen") + box), paragraph(text("lopuksi")))
    assert values(found) == [
        "<p>ennen</p>",
        "<p>laatikossa</p>",
        "<p>myös</p>",
        "<p>lopuksi</p>",
    ]


def test_fields_are_what_they_show():
    """A date, a name, a link: as the writer saw it."""
    link = field('HYPERLINK "https://example.org/"', text("sivu"))
    found = found_in(
        paragraph(simple_field("DATE", text("tänään")) + text(" ja ") + link)
    )
    assert values(found) == ['<p>tänään ja <a href="https://example.org/">sivu</a></p>']


def test_a_heading_by_its_level():
    """Whatever its style is called, in itself or in the style that it is made from."""
    style = (
        '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
    )
    level = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    found = found_in(
        paragraph(text("Yksi"), "Oma"),
        paragraph(text("Kaksi"), "Tehty"),
        paragraph(text("Kolme"), properties='<w:outlineLvl w:val="1"/>'),
        paragraph(text("Teksti."), properties='<w:outlineLvl w:val="9"/>'),
        styles=style.format("Oma", "Väliotsikkoni", level.format(1))
        + style.format("Tehty", "Siitä", '<w:basedOn w:val="Oma"/>'),
    )
    assert found.headings == ["Yksi", "Kaksi", "Kolme"]
    assert values(found)[-1] == "<p>Teksti.</p>"


def test_styles_of_letters():
    """Word's own styles for emphasis are what they say."""
    style = (
        '<w:style w:type="character" w:styleId="{0}"><w:name w:val="{0}"/></w:style>'
    )
    found = found_in(
        paragraph(
            text("vahva", '<w:rStyle w:val="Strong"/>')
            + text(" ja ")
            + text("korostus", '<w:rStyle w:val="Emphasis"/>')
        ),
        styles=style.format("Strong") + style.format("Emphasis"),
    )
    assert values(found) == ["<p><b>vahva</b> ja <i>korostus</i></p>"]


@pytest.mark.parametrize(
    ("block", "gone", "why"),
    [
        (
            paragraph(text("Salainen huomautus.", "<w:vanish/>")),
            "Salainen huomautus.",
            "hidden",
        ),
        (
            content_control(paragraph(text("Kirjoita nimi.")), "<w:showingPlcHdr/>"),
            "Kirjoita nimi.",
            "hint",
        ),
        (
            content_control(
                paragraph(text("Luku yksi") + run("<w:tab/>") + text("3")),
                '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
            ),
            "Luku yksi3",
            "table of contents",
        ),
    ],
)
def test_what_is_no_text_is_left_out(block, gone, why):
    """What nobody sees in Word is not published by the way; a hint of a form is none of the text."""
    found = found_in(block, paragraph(text("Loppu.")))
    assert values(found) == ["<p>Loppu.</p>"]
    assert [(item.text, why in item.why) for item in found.left_out] == [(gone, True)]


def test_hidden_that_is_said_to_be_off_is_text():
    found = found_in(paragraph(text("Näkyy.", '<w:vanish w:val="0"/>')))
    assert values(found) == ["<p>Näkyy.</p>"]


@pytest.mark.parametrize(
    "unread",
    [
        "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>",
        "<w:uusi><w:r><w:t>a</w:t></w:r></w:uusi>",
    ],
)
def test_what_could_not_be_read_is_told(unread):
    """A formula, or what some later Word writes: the paragraph is named, never silently shorter."""
    found = found_in(paragraph(text("Kaava on ") + unread + text(" tässä.")))
    assert values(found) == ["<p>Kaava on  tässä.</p>"]
    (lost,) = found.left_out
    assert lost.text.startswith("Kaava on ")
    assert "read whole" in lost.why


def test_a_whole_document_loses_nothing():
    """What is told as lost is lost: changes, cells, boxes and controls that were read are not."""
    found = found_in(
        paragraph(inserted(text("Lisätty")) + deleted("poistettu") + text(" lause.")),
        paragraph(text("Yksi") + note(1) + text("kaksi") + picture("Silta keväällä")),
        table(
            [paragraph(text("a")), paragraph(text("b")) + table([paragraph(text("c"))])]
        ),
        content_control(item(text("ohjain")) + item(text("alla"), 1, 2)),
        paragraph(text("x") + text_box(paragraph(text("laatikko"))) + text("y")),
        footnotes={1: "viite"},
        media=(png(), "png"),
    )
    assert left_out(found) == []


def test_raised_figures_are_asked_about():
    """m² is m2 in the post: whoever wrote it should know."""
    found = found_in(
        paragraph(text("5 m") + text("2", '<w:vertAlign w:val="superscript"/>'))
    )
    assert any("above or below the line" in question for question in found.decide)
    noted = found_in(paragraph(text("a") + note(1)), footnotes={1: "viite"})
    assert not any("above or below the line" in question for question in noted.decide)
