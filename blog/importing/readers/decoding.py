"""Bytes to text; an encoding that had to be guessed is asked about."""

import codecs
import re

from django.utils.translation import gettext as _

from blog.importing.readers.refusal import ImportRefused

NORDIC = set("åäöÅÄÖ")
# What a Finnish or Swedish text may hold beside them. In a text read with the wrong code page,
# ä and ö are none of these, but "„", "Š" or "Œ".
LIKELY = NORDIC | set("éÉüÜèáóíçñæøÆØšŠžŽ\u00a0\u00ad§°´½×«»€…–—‘’“”•·")
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def decode(data, report):
    """The text in ``data``, with one kind of line break and without control characters.

    :raises ImportRefused: it is no text, or its encoding cannot be told.
    """
    text = _decode(data, report)
    if "\x00" in text:
        raise ImportRefused(
            _(
                "The file holds binary data, not text: save it again as text in the UTF-8 encoding."
            )
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    text = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return CONTROLS.sub("", text.replace("\x0c", "\n\n"))


def _decode(data, report):
    wrong = ImportRefused(
        _("The file's encoding cannot be read: save it again in the UTF-8 encoding.")
    )
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise wrong from None
    if not _plausible(text):
        raise wrong
    report.ask(
        _(
            "The file is not in UTF-8 and was read as Windows-1252: are the letters å, ä and ö right?"
        )
    )
    return text


def _plausible(text):
    """Has it no letters but expected ones, and more of å, ä and ö than of other accented ones?"""
    beyond_ascii = [letter for letter in text if letter > "\x7f"]
    nordic = sum(letter in NORDIC for letter in beyond_ascii)
    others = sum(letter not in NORDIC for letter in beyond_ascii if letter.isalpha())
    return nordic > others and not CONTROLS.search(text) and set(beyond_ascii) <= LIKELY
