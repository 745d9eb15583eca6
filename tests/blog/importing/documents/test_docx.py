"""Word documents: what is kept of them."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from blog.importing import recognise
from tests.support.documents import PROSE, png, read, saved

pytestmark = pytest.mark.usefixtures("untranslated")


def repacked(data, change=None, extra=()):
    """The same document with parts changed or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            part = change(item.filename, part) if change else part
            new.writestr(item.filename, part)
        for name, part in extra:
            new.writestr(name, part, compress_type=zipfile.ZIP_DEFLATED)
    return file.getvalue()


def test_a_whole_document():
    """Title, headings, lists, a quotation, a table and a link arrive as blocks."""
    document = Document()
    document.add_paragraph("Kylän silta", style="Title")
    document.add_paragraph("Maija Malli, suunnittelija, Mallilan kaupunki")
    document.add_paragraph(PROSE)
    document.add_paragraph("Miksi silta?", style="Heading 1")
    paragraph = document.add_paragraph("Sana ")
    paragraph.add_run("vahva").bold = True
    paragraph.add_run(" ja ")
    paragraph.add_run("vino").italic = True
    document.add_paragraph("yksi", style="List Bullet")
    document.add_paragraph("kaksi", style="List Bullet")
    document.add_paragraph("eka", style="List Number")
    document.add_paragraph("toka", style="List Number")
    document.add_paragraph("Silta on meidän.", style="Quote")
    document.add_paragraph("Miten?", style="Heading 2")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Vuosi", "Määrä", "2018", ""], strict=True):
        cell.text = text
    document.add_paragraph("Loppusana on tässä.")
    found = recognise(read(saved(document)))
    assert found.title == "Kylän silta"
    assert [author.name for author in found.authors] == ["Maija Malli"]
    assert found.headings == ["Miksi silta?", "Miten?"]
    assert found.blocks == [
        {"type": "paragraph", "value": f"<p>{PROSE}</p>"},
        {"type": "heading", "value": {"level": "h2", "text": "Miksi silta?"}},
        {"type": "paragraph", "value": "<p>Sana <b>vahva</b> ja <i>vino</i></p>"},
        {"type": "list", "value": "<ul><li>yksi</li><li>kaksi</li></ul>"},
        {"type": "list", "value": "<ol><li>eka</li><li>toka</li></ol>"},
        {"type": "quote", "value": {"text": "Silta on meidän.", "source": ""}},
        {"type": "heading", "value": {"level": "h3", "text": "Miten?"}},
        {
            "type": "table",
            "value": {
                "data": [["Vuosi", "Määrä"], ["2018", ""]],
                "first_row_is_table_header": False,
            },
        },
        {"type": "paragraph", "value": "<p>Loppusana on tässä.</p>"},
    ]
    assert found.left_out == []


@pytest.mark.parametrize(
    ("style", "block"),
    [
        ("Otsikko 1", {"level": "h2", "text": "Väliotsikko"}),
        ("Otsikko 2", {"level": "h2", "text": "Väliotsikko"}),
        ("Rubrik 1", {"level": "h2", "text": "Väliotsikko"}),
        ("Rubrik 2", {"level": "h2", "text": "Väliotsikko"}),
        ("Lainaus", {"text": "Väliotsikko", "source": ""}),
        ("Citat", {"text": "Väliotsikko", "source": ""}),
    ],
)
def test_finnish_and_swedish_style_names(style, block):
    """Styles made by hand under their Finnish or Swedish names count as the real ones."""
    document = Document()
    document.styles.add_style(style, 1)
    document.add_paragraph("Kylän silta")
    document.add_paragraph(PROSE)
    document.add_paragraph("Väliotsikko", style=style)
    document.add_paragraph(PROSE)
    found = recognise(read(saved(document)))
    assert found.title == "Kylän silta"
    assert found.blocks[1]["value"] == block


def test_the_subtitle_is_no_lead():
    """Nobody asked for a lead: a subtitle stays in the text and is asked about."""
    document = Document()
    document.add_paragraph("Kylän silta", style="Title")
    document.add_paragraph("Kertomus yhteisestä työstä", style="Subtitle")
    document.add_paragraph(PROSE)
    found = recognise(read(saved(document)))
    assert found.lead == ""
    assert found.blocks[0]["value"] == "<p>Kertomus yhteisestä työstä</p>"
    assert any("subtitle" in question for question in found.decide)


def test_a_bold_line_is_a_heading():
    """Bold alone on a short line is how many writers mark a heading; it is asked about."""
    document = Document()
    document.add_paragraph("Kylän silta")
    document.add_paragraph(PROSE)
    document.add_paragraph().add_run("Mitä seuraavaksi?").bold = True
    document.add_paragraph(PROSE)
    document.add_paragraph().add_run("Tämä on vahva lause, joka loppuu.").bold = True
    document.add_paragraph(PROSE)
    found = recognise(read(saved(document)))
    assert found.headings == ["Mitä seuraavaksi?"]
    assert any("Mitä seuraavaksi?" in question for question in found.decide)
    assert {
        "type": "paragraph",
        "value": "<p><b>Tämä on vahva lause, joka loppuu.</b></p>",
    } in found.blocks


def test_images_keep_their_bytes_place_and_text():
    """An image is a block where it stood, with its alternative text and its caption."""
    document = Document()
    document.add_paragraph("Kylän silta")
    document.add_paragraph(PROSE)
    document.add_picture(io.BytesIO(png()))
    document.inline_shapes[0]._inline.docPr.set("descr", "Vanha puusilta")
    document.add_paragraph("Silta keväällä", style="Caption")
    document.add_picture(io.BytesIO(png()))
    document.add_paragraph(PROSE)
    found = recognise(read(saved(document)))
    assert found.blocks[1:3] == [
        {"type": "image", "value": {"index": 0, "caption": "Silta keväällä"}},
        {"type": "image", "value": {"index": 1, "caption": ""}},
    ]
    assert [image.alt for image in found.images] == ["Vanha puusilta", ""]
    assert found.images[0].data == png()
    assert found.images[0].content_type == "image/png"
    assert any("Picture 2" in question for question in found.decide)


def test_a_picture_no_browser_shows_is_reported():
    """A drawing of Word's own kind is left out, and said so."""
    document = Document()
    document.add_paragraph(PROSE)
    document.add_picture(io.BytesIO(png()))
    data = repacked(
        saved(document), lambda name, part: b"EMF" if "media/" in name else part
    )
    source = read(data)
    assert source.images == []
    assert "PNG" in source.left_out[0].why


def test_links_of_a_document():
    """A link to the web stays; a link to a file on the writer's disk is reported."""
    document = Document()
    document.add_paragraph("Kylän silta")
    for address in ("https://example.org/silta", "file:///C:/oma.docx"):
        paragraph = document.add_paragraph("Katso ")
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        relation = document.part.relate_to(address, f"{kind}/hyperlink", True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        run = paragraph.add_run("tästä")
        link.append(run._r)
        paragraph._p.append(link)
        paragraph.add_run(".")
    found = recognise(read(saved(document)))
    assert found.blocks == [
        {
            "type": "paragraph",
            "value": '<p>Katso <a href="https://example.org/silta">tästä</a>.</p>',
        },
        {"type": "paragraph", "value": "<p>Katso tästä.</p>"},
    ]
    assert found.left_out[0].text.startswith("file:")


def test_headers_and_tracked_changes_are_reported():
    """What stands beside the text is left out with a reason or asked about."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Luonnos 3"
    paragraph = document.add_paragraph(PROSE)
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.add_run(" Lisäys.")._r)
    paragraph._p.append(inserted)
    found = recognise(read(saved(document)))
    assert [item.text for item in found.left_out] == ["Luonnos 3"]
    assert any("tracked changes" in question for question in found.decide)
    assert "Lisäys." in found.blocks[-1]["value"]


@pytest.mark.parametrize("kind", ["page", "column", None])
def test_a_break_of_any_kind_keeps_two_words_apart(kind):
    """Pages and columns are Word's; the words are the writer's."""
    mark = OxmlElement("w:br" if kind else "w:cr")
    if kind:
        mark.set(qn("w:type"), kind)
    document = Document()
    document.add_paragraph("Silta", style="Title")
    run = document.add_paragraph(PROSE).add_run("yksi")
    run._r.append(mark)
    run.add_text("kaksi")
    blocks = recognise(read(saved(document))).blocks
    assert "yksi<br/>kaksi" in "".join(str(block["value"]) for block in blocks)


def test_no_break_spaces():
    """Kept inside a sentence, gone at its ends; a paragraph of nothing else is none."""
    document = Document()
    document.add_paragraph("Kylän silta")
    document.add_paragraph("\u00a0Mukana on 700\u00a0asukasta, ja lisää tulee.\u00a0 ")
    document.add_paragraph("\u00a0\u00a0")
    document.add_paragraph().add_run("\u00a0Vahva lause loppuu.\u00a0").bold = True
    found = recognise(read(saved(document)))
    assert [block["value"] for block in found.blocks] == [
        "<p>Mukana on 700\u00a0asukasta, ja lisää tulee.</p>",
        "<p><b>Vahva lause loppuu.</b></p>",
    ]
