"""Word documents that are refused, each with its own advice."""

import io
import struct
import zipfile
from itertools import pairwise

import pytest
from docx import Document

from blog.importing import ImportRefused
from blog.importing.readers.zip_package import MAX_PARTS
from tests.support.documents import png, read, saved, simple

pytestmark = pytest.mark.usefixtures("untranslated")


def refusal(data, name="silta.docx"):
    with pytest.raises(ImportRefused) as caught:
        read(data, name)
    return caught.value.message


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


def test_a_picture_named_docx_is_refused():
    """The name alone makes no document."""
    for data in (png(), b"\xff\xd8\xff\xe0 jpeg", b"%PDF-1.7", b"Vain tekstia."):
        assert "not a Word document" in refusal(data)


def test_another_zip_named_docx_is_refused():
    """Neither a zip of anything nor another kind of Office file is a text."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("silta.txt", "Silta")
    assert "not a Word document" in refusal(file.getvalue())
    sheet = repacked(
        simple(),
        lambda name, part: part.replace(
            b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
        ),
    )
    assert "not a Word document" in refusal(sheet)


@pytest.mark.parametrize("way", ["part", "content type", "both"])
def test_macros_are_refused(way):
    """A document with macros is refused, whatever its name and whichever trace is left."""

    def change(name, part):
        if name != "[Content_Types].xml" or way == "part":
            return part
        return part.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )

    extra = [("word/vbaProject.bin", b"macro")] if way != "content type" else []
    assert "macros" in refusal(repacked(simple(), change, extra))


def test_zip_bombs_are_refused():
    """By the sum in the directory, by the ratio of one part, and by the count of parts."""
    zeros = bytes(30 * 1024 * 1024)
    large = [(f"word/media/{n}.png", zeros) for n in range(3)]
    assert "unpacks" in refusal(repacked(simple(), extra=large))
    assert "unpacks" in refusal(repacked(simple(), extra=[("word/a.xml", zeros)]))
    many = [(f"word/media/{n}.png", b"") for n in range(MAX_PARTS + 1)]
    assert "unpacks" in refusal(repacked(simple(), extra=many))


def test_a_directory_that_lies_about_sizes_is_refused():
    """What the directory says of a part is checked against what comes out of it."""
    bomb = repacked(simple(), extra=[("word/a.bin", bytes(200_000))])
    true = struct.pack("<I", 200_000)
    assert bomb.count(true) >= 2
    assert "broken" in refusal(bomb.replace(true, struct.pack("<I", 10)))


def test_entities_are_refused():
    """A document type in a part is an attack: Word writes none."""
    data = repacked(
        simple(),
        lambda name, part: (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
            + part[part.index(b"<w:") :]
            if name == "word/document.xml"
            else part
        ),
    )
    assert "broken" in refusal(data)


BOMB = "".join(
    f'<!ENTITY {letter} "{f"&{before};" * 10}">'
    for before, letter in pairwise("abcdefghij")
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE x>",
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        f'<!DOCTYPE x [<!ENTITY a "aaaa">{BOMB}<!ENTITY x "&j;">]>',
        f'<!--{"x" * 100_000}--><!DOCTYPE x [<!ENTITY x "aaaa">]>',
    ],
    ids=["document type", "external", "bomb", "after a comment"],
)
def test_entities_are_refused_in_every_part(doctype, encoding):
    """Also in a part that nobody reads, and in an encoding that hides it from a search."""
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}<x/>'
    part = ("customXml/item8.xml", xml.encode(encoding))
    assert "broken" in refusal(repacked(simple(), extra=[part]))


def test_a_broken_part_that_nobody_reads_harms_nobody():
    """Only the parts that hold the text have to be whole."""
    extra = [("customXml/item8.xml", b""), ("customXml/item9.xml", b"<x")]
    assert "silta" in read(repacked(simple(), extra=extra)).text


def test_broken_documents_are_refused():
    """Cut short, damaged, or without its main part: one sentence, no traceback."""
    data = simple()
    assert "broken" in refusal(data[: len(data) // 2])
    assert "broken" in refusal(
        repacked(data, lambda name, part: part[:300] if "document" in name else part)
    )
    damaged = bytearray(data)
    damaged[400:600] = bytes(200)
    assert refusal(bytes(damaged))


def test_protected_and_old_documents_are_refused():
    """A password and Word's old format each have their own advice."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    assert "old format" in refusal(ole)
    assert "password" in refusal(ole + "EncryptedPackage".encode("utf-16-le"))
    data = bytearray(simple())
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert "password" in refusal(bytes(data))


def test_a_document_without_text_is_refused():
    """A picture alone is no post."""
    document = Document()
    document.add_picture(io.BytesIO(png()))
    assert "no text" in refusal(saved(document))
