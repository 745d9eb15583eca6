"""Opens the zip file that an .odt is, within limits and without macros or entities."""

from django.utils.translation import gettext as _

from blog.importing.readers.refusal import ImportRefused, has_macros, has_password
from blog.importing.readers.zip_package import unpacked

# A text, or a template for one.
MIMETYPE = b"application/vnd.oasis.opendocument.text"
TEXT = "content.xml"
STYLES = "styles.xml"
MANIFEST = "META-INF/manifest.xml"
MACROS = ("Basic/", "Scripts/")


def open_odt(data):
    """The parts of the document in ``data``, as bytes by name.

    :raises ImportRefused: it is no OpenDocument text, is protected, broken or too large, or has
        macros.
    """
    if not data.startswith(b"PK"):
        raise _not_odt()
    parts = unpacked(data, broken_odt())
    if not parts.get("mimetype", b"").startswith(MIMETYPE):
        raise _not_odt()
    if b"encryption-data" in parts.get(MANIFEST, b""):
        raise has_password()
    if any(name.startswith(MACROS) for name in parts):
        raise has_macros()
    if TEXT not in parts:
        raise broken_odt()
    return parts


def broken_odt():
    """The refusal of an OpenDocument text that is damaged, or made to do harm."""
    return ImportRefused(
        _("The document is broken: open it and save it again as .odt or .docx.")
    )


def _not_odt():
    return ImportRefused(
        _(
            "The file is not an OpenDocument text, although its name ends in .odt: open it and save it as .odt or .docx."
        )
    )
