"""Opens the zip file that a document is, within limits and without entities."""

import io
import zipfile
import zlib

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from blog.importing.readers.refusal import ImportRefused, has_password

MEGABYTE = 1024 * 1024
MAX_PARTS = 1000
MAX_UNPACKED = 60 * MEGABYTE
MAX_XML = 5 * MEGABYTE
# A program packs XML to about a tenth of its size, a zip bomb to a thousandth.
MAX_RATIO = 100
RATIO_FROM = MEGABYTE
# The parser raises these for what is no XML, or XML in an unknown encoding.
XML_ERRORS = (ElementTree.ParseError, ValueError, LookupError)


def unpacked(data, broken):
    """The parts of the document in ``data``, as bytes by name; none of their XML has a document type.

    :param broken: the refusal of a document that is damaged.
    :raises ImportRefused: it is protected, broken or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_directory(package, len(data), broken)
            parts = _read(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise broken from error
    except (NotImplementedError, RuntimeError, ValueError, LookupError) as error:
        raise broken from error
    if any(_is_xml(name) and _has_doctype(part) for name, part in parts.items()):
        raise broken
    return parts


def _check_directory(package, size, broken):
    entries = package.infolist()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise has_password()
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
        raise broken


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


def _too_large():
    return ImportRefused(
        _(
            "The document unpacks to more than a text can need: copy the text into a new document and save that."
        )
    )
