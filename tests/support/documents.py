"""Word documents for tests, made in memory."""

import io
import struct
import zlib

from docx import Document

from blog.importing import read_file

PROSE = (
    "Silta yhdistää kylän, ja sen korjaamisesta päätetään yhdessä asukkaiden kanssa "
    "tänä keväänä. Siitä on puhuttu pitkään."
)


def png():
    def chunk(kind, data):
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0")
    parts = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def simple():
    """A title and a paragraph."""
    document = Document()
    document.add_paragraph("Kylän silta")
    document.add_paragraph(PROSE)
    return saved(document)


def read(data, name="silta.docx"):
    return read_file(io.BytesIO(data), name)
