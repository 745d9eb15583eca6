"""A guest's file, and how it is brought."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.support.documents import png


def document():
    from docx import Document

    file = Document()
    file.add_heading("Yhteinen pöytä", 0)
    file.add_paragraph("Kirjoittaja: Maija Malli, valtuutettu, Mallilan kaupunki")
    file.add_paragraph("Keväällä kutsuimme asukkaat saman pöydän ääreen.")
    file.add_picture(io.BytesIO(png()))
    file.add_paragraph("Kuukauden kysymys: Kenen viereen sinä istuisit?")
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def bring(client, data=None, name="teksti.docx", language="fi"):
    file = SimpleUploadedFile(name, document() if data is None else data)
    return client.post(reverse("upload"), {"file": file, "language": language})
