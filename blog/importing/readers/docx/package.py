"""Opens the zip file that a .docx is, within limits and without macros or entities."""

import io
import zipfile

from defusedxml import ElementTree
from django.utils.translation import gettext as _

from blog.importing.readers.refusal import (
    ImportRefused,
    broken_document,
    has_macros,
    has_password,
)
from blog.importing.readers.zip_package import XML_ERRORS, unpacked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)


def open_docx(data):
    """The parts of the document in ``data``, as bytes by name.

    :raises ImportRefused: it is no Word document, is protected, broken or too large, or has
        macros.
    """
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise has_password()
        raise ImportRefused(
            _(
                "The file is in Word's old format: open it in Word and save it as a .docx document."
            )
        )
    if not data.startswith(b"PK"):
        raise _not_word()
    parts = unpacked(data, broken_document())
    _check_contents(parts)
    return parts


def repacked(parts):
    """The document as an open zip file with exactly the bytes that were checked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    file.seek(0)
    return file


def _check_contents(parts):
    if CONTENT_TYPES not in parts:
        raise _not_word()
    try:
        root = ElementTree.fromstring(parts[CONTENT_TYPES], forbid_dtd=True)
    except XML_ERRORS as error:
        raise broken_document() from error
    types = {element.get("ContentType", "").lower() for element in root.iter()}
    macros = any("macroenabled" in kind or "vbaproject" in kind for kind in types)
    if macros or any("vbaproject" in name.lower() for name in parts):
        raise has_macros()
    if DOCUMENT not in types:
        raise _not_word()


def _not_word():
    return ImportRefused(
        _(
            "The file is not a Word document, although its name ends in .docx: open it in Word and save it as .docx."
        )
    )
