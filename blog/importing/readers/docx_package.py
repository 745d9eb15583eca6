"""Opens the zip file that a .docx is, within limits and without macros or entities."""

import io
import zipfile
import zlib

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from blog.importing.readers.refusal import ImportRefused, broken_document

MEGABYTE = 1024 * 1024
MAX_PARTS = 1000
MAX_UNPACKED = 60 * MEGABYTE
MAX_XML = 5 * MEGABYTE
# Word packs XML to about a tenth of its size, a zip bomb to a thousandth.
MAX_RATIO = 100
RATIO_FROM = MEGABYTE
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
# The parser raises these for what is no XML, or XML in an unknown encoding.
XML_ERRORS = (ElementTree.ParseError, ValueError, LookupError)


def open_docx(data):
    """The parts of the document in ``data``, as bytes by name.

    :raises ImportRefused: it is no Word document, is protected, broken or too large, or has
        macros.
    """
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ImportRefused(
                _("The document is protected by a password: save it without one.")
            )
        raise ImportRefused(
            _(
                "The file is in Word's old format: open it in Word and save it as a .docx document."
            )
        )
    if not data.startswith(b"PK"):
        raise _not_word()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_directory(package, len(data))
            parts = _read(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise broken_document() from error
    except (NotImplementedError, RuntimeError, ValueError, LookupError) as error:
        raise broken_document() from error
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


def _check_directory(package, size):
    entries = package.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise ImportRefused(
            _("The document is protected by a password: save it without one.")
        )
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise _too_large()
    if unpacked > RATIO_FROM and unpacked > MAX_RATIO * size:
        raise _too_large()
    for entry in entries:
        if (
            entry.file_size > RATIO_FROM
            and entry.file_size > MAX_RATIO * entry.compress_size
        ):
            raise _too_large()
    if len({entry.filename for entry in entries}) < len(entries):
        raise broken_document()


def _read(package):
    """The parts by name. The limits hold here too, because the directory may lie about sizes."""
    parts, total = {}, 0
    for entry in package.infolist():
        if entry.is_dir():
            continue
        limit = MAX_XML if _is_xml(entry.filename) else MAX_UNPACKED
        chunks, length = [], 0
        with package.open(entry) as stream:
            while chunk := stream.read(64 * 1024):
                length += len(chunk)
                total += len(chunk)
                if length > limit or total > MAX_UNPACKED:
                    raise _too_large()
                chunks.append(chunk)
        parts[entry.filename] = b"".join(chunks)
    return parts


def _is_xml(name):
    return name.lower().endswith((".xml", ".rels"))


def _check_contents(parts):
    if CONTENT_TYPES not in parts:
        raise _not_word()
    if any(_is_xml(name) and _has_doctype(data) for name, data in parts.items()):
        raise broken_document()
    try:
        root = ElementTree.fromstring(parts[CONTENT_TYPES], forbid_dtd=True)
    except XML_ERRORS as error:
        raise broken_document() from error
    types = {element.get("ContentType", "").lower() for element in root.iter()}
    macros = any("macroenabled" in kind or "vbaproject" in kind for kind in types)
    if macros or any("vbaproject" in name.lower() for name in parts):
        raise ImportRefused(
            _("The document has macros: save it as a .docx document without them.")
        )
    if DOCUMENT not in types:
        raise _not_word()


def _has_doctype(data):
    """Does the XML declare a document type? Word writes none, and it may hold entity bombs."""
    try:
        # A document type stands before the first tag, so nothing is read beyond that.
        next(ElementTree.iterparse(io.BytesIO(data), ["start"], forbid_dtd=True))
    except DefusedXmlException:
        return True
    except XML_ERRORS:
        # The part may not be needed; whoever reads it finds it broken.
        return False
    return False


def _not_word():
    return ImportRefused(
        _(
            "The file is not a Word document, although its name ends in .docx: open it in Word and save it as .docx."
        )
    )


def _too_large():
    return ImportRefused(
        _(
            "The document unpacks to more than a text can need: copy the text into a new document and save that."
        )
    )
