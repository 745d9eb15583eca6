"""Whatever is brought, Wagtail's editor opens it, and shows every word and line break of it."""

import io
import re

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from blog.importing import read_file, recognise
from blog.models import BlogPage
from kdsite.blocks.story import StoryBlock
from kdsite.blocks.surface import in_one_block
from tests.support.documents import PROSE, png, saved
from tests.support.forms.undrawn import form_on
from tests.support.helpers import edit_url, logged_in

RICH = {
    name: ContentstateConverter(block.features)
    for name, block in StoryBlock().child_blocks.items()
    if hasattr(block, "features")
}
BOUNDARY = re.compile(r"</?(?:p|ul|ol|li|h2|h3|blockquote)\b[^>]*>")


def through_the_editor(kind, html):
    """What the editor stores of ``html`` when it is opened and saved."""
    converter = RICH[kind]
    return converter.to_database_format(converter.from_database_format(html))


def words(html):
    """Its words in order, and its line breaks as ``/``."""
    html = re.sub("<br ?/?>", " / ", BOUNDARY.sub(" ", html))
    return BeautifulSoup(html, "html.parser").get_text().split()


def rich(html):
    """The blocks of rich text that become of an HTML file, as ``(kind, html)``."""
    file = io.BytesIO(f"<h1>Silta</h1><p>{PROSE}</p>{html}<p>{PROSE}</p>".encode())
    blocks = recognise(read_file(file, "silta.html")).blocks
    values = in_one_block((block["type"], block["value"]) for block in blocks)
    return [(kind, value) for kind, value in values if kind in RICH]


@pytest.mark.parametrize(
    "html",
    [
        "<p>yksi<br>kaksi<br/>kolme</p>",
        "<p><br>yksi<br><br><br>kaksi<br></p><p></p><p><br></p>",
        "<p><b>yksi<br>kaksi</b> <a href='https://example.org/'>kolme<br>neljä</a></p>",
        "<p><a href='https://example.org/?a=<br>'>yksi &lt;br&gt;</a></p>",
        "<b><i>yksi<br></i>kaksi</b>",
        "<pre>yksi\n  kaksi</pre>",
        "<p>yksi<hr>kaksi</p>",
        "<ul><li>yksi<br>kaksi</li><li><br>kolme<br><br>neljä<br></li></ul>",
        "<ul><li><p>yksi</p><p>kaksi</p></li><li></li><li><br></li></ul>",
        "<ol><li><b>yksi</b><b><br></b><i>kaksi</i></li></ol>",
        "<ul><li>yksi<ul><li>kaksi<br>kolme</li></ul>neljä<br>viisi</li></ul>",
        "<ul><li><div>yksi<ol><li>kaksi</li></ol></div><p>kolme</p></li></ul>",
        "<ul><ul><li>yksi</li></ul></ul>",
        "<ul><li><b>yksi<ul><li>kaksi</li></ul>kolme</b></li></ul>",
        "<ul><li><table><tr><td>yksi<td>kaksi</table></li></ul>",
        "<ul>yksi<li><hr>kaksi</li></ul><li>kolme<br>neljä</li>",
        "<h2>yksi<br>kaksi</h2><h3>kolme &amp; neljä</h3><p>viisi</p>",
        "<blockquote><p>yksi<br>kaksi &lt;br&gt;</p><p>kolme</p></blockquote><p>neljä</p>",
    ],
)
def test_the_editor_opens_and_keeps_it(html):
    """No tag of a file is one that the editor stumbles over or loses words at."""
    for kind, value in rich(html):
        assert words(through_the_editor(kind, value)) == words(value)


texts = st.sampled_from(["yksi", " kaksi", "kolme ", "<br>", "<br/>", "<hr>", "\n"])


def elements(inner):
    tags = ["p", "b", "i", "ul", "ol", "li", "div", "td", "blockquote", "pre", "s"]
    links = inner.map(lambda html: f'<a href="https://example.org/">{html}</a>')
    return links | st.tuples(
        st.sampled_from(tags), st.lists(inner, max_size=4).map("".join)
    ).map("<{0[0]}>{0[1]}</{0[0]}>".format)


@given(st.recursive(texts, elements, max_leaves=12))
def test_the_editor_opens_whatever_is_nested(html):
    """The same for tags in any order and depth."""
    for kind, value in rich(html):
        assert words(through_the_editor(kind, value)) == words(value)


def word_file():
    """A document with line breaks wherever a writer can make one."""
    document = Document()
    document.add_paragraph("Kylän\nsilta", style="Title")
    document.add_paragraph("Kirjoittaja: Maija Malli,\nsuunnittelija,\nMallila")
    document.add_paragraph(PROSE)
    document.add_paragraph("yksi\nkaksi\n\n\nkolme")
    paragraph = document.add_paragraph("\nalku ")
    paragraph.add_run("vahva\nvahva\n").bold = True
    paragraph.add_run("\nvino\n").italic = True
    document.add_paragraph("Miksi\nsilta?", style="Heading 1")
    document.add_paragraph("eka\ntoka", style="List Bullet")
    document.add_paragraph("\nkolmas\n", style="List Bullet")
    document.add_paragraph("eka\n\ntoka", style="List Number")
    document.add_paragraph("Silta on\nmeidän.", style="Quote")
    document.add_table(1, 2).rows[0].cells[0].text = "solu\nsolu"
    document.add_paragraph().add_run("kuva\n").add_picture(io.BytesIO(png()))
    document.add_paragraph("Kuvan\nteksti", style="Caption")
    document.add_paragraph("Kuukauden kysymys:\nKuka\npäättää?")
    return saved(document)


MARKDOWN = (
    f"# Silta\n\n{PROSE}  \nyksi **vahva  \nvahva**<br>kaksi\n\n"
    "* eka  \n  toka\n\n    kolmas\n\n    * neljäs<br><br>viides\n\n    kuudes\n\n"
    "> Silta on  \n> meidän.\n"
)
HTML = f"<h1>A<br>B</h1><p>{PROSE}<br>yksi</p><ul><li>eka<br>toka</li></ul>"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("silta.docx", word_file()),
        ("silta.md", MARKDOWN.encode()),
        ("silta.html", HTML.encode()),
        ("silta.txt", f"Silta\n\n{PROSE}\nyksi\nkaksi\n\n- eka\n- toka".encode()),
    ],
    ids=["docx", "md", "html", "txt"],
)
def test_the_writer_opens_what_was_brought(people, name, data):
    """From the file to the editor's page, with the line breaks in it."""
    client = logged_in(people.writer)
    file = SimpleUploadedFile(name, data)
    url = client.post(reverse("upload"), {"file": file, "language": "fi"})["Location"]
    initial = form_on(client, url)
    client.post(url, {bound.name: bound.value() or "" for bound in initial})
    post = BlogPage.objects.get()
    assert client.get(edit_url(post)).status_code == 200
    body = post.get_latest_revision_as_object().body
    found = [(b.block_type, b.value.source) for b in body if b.block_type in RICH]
    for kind, value in found:
        assert words(through_the_editor(kind, value)) == words(value)
    assert any("/" in words(value) for _kind, value in found)
    assert "<br/>" in body.render_as_block()
