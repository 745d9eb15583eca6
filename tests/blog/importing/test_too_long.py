"""What is longer than its field stays in the text, or is told: it is never cut in silence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from blog.importing import read_file, recognise
from blog.uploading.drafts import make_draft
from tests.support.documents import PROSE, png, read
from tests.support.files.word import paragraph, picture, text, word_file

LONG = "sana " * 80


def test_a_long_title_stays_in_the_text(untranslated):
    found = recognise(
        read(word_file(paragraph(text(LONG), "Title"), paragraph(text(PROSE))))
    )
    assert found.title == ""
    assert found.headings == [LONG.strip()]
    assert any("The title is 399" in question for question in found.decide)


def test_a_byline_that_no_profile_has_room_for_stays_in_the_text(untranslated):
    """A sentence with a comma is no title of a person."""
    line = f"Kirjoittaja: Maija Malli, {'s' * 160}, Kuntaliitto"
    found = recognise(read(word_file(paragraph(text("Silta")), paragraph(text(line)))))
    assert found.authors == []
    assert line in str(found.blocks)
    assert any("does it name an author" in question for question in found.decide)


def test_a_long_caption_is_a_paragraph():
    style = (
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    )
    found = recognise(
        read(
            word_file(
                paragraph(text("Silta"), "Title"),
                paragraph(picture("Silta keväällä")),
                paragraph(text(LONG), "C"),
                paragraph(text(PROSE)),
                styles=style,
                media=(png(), "png"),
            )
        )
    )
    image, caption = found.blocks[:2]
    assert image["value"]["caption"] == ""
    assert caption == {"type": "paragraph", "value": f"<p>{LONG.strip()}</p>"}


@pytest.mark.parametrize(
    ("words", "source"), [("a " * 600, "Malli"), ("a", "M " * 120)]
)
def test_a_long_quotation_is_text(words, source):
    """Who said it is the paragraph below."""
    html = f"<h1>Silta</h1><p>{PROSE}</p><blockquote><p>{words}</p><cite>{source}</cite></blockquote>"
    file = SimpleUploadedFile("silta.html", html.encode())
    quote, below = recognise(read_file(file, file.name)).blocks[1:]
    assert quote["value"] == {"text": words.strip(), "source": ""}
    assert below["value"] == f"<p>{source.strip()}</p>"


@pytest.mark.django_db
def test_the_end_of_a_long_question_is_told(people):
    question = f"Kuukauden kysymys: {LONG.strip()}?"
    found = recognise(
        read(
            word_file(
                paragraph(text("Silta")),
                paragraph(text(PROSE)),
                paragraph(text(question)),
            )
        )
    )
    post = make_draft(found, "fi", people.writer)
    (rest,) = [item.text for item in found.left_out]
    assert post.own_question + rest == f"{LONG.strip()}?"
