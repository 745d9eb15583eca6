"""Bytes to text, without guessing an encoding behind anybody's back."""

from __future__ import annotations

import codecs
import re

from django.utils.translation import gettext as _

from blog.importing.readers.refusal import ImportRefused

NORDIC = set("åäöÅÄÖ")
# What a Finnish or Swedish text may hold beside them. Read with the wrong code page,
# ä and ö turn into something else than these ("„", "Š", "Œ").
LIKELY = NORDIC | set("éÉüÜèáóíçñæøÆØšŠžŽ\u00a0\u00ad§°´½×«»€…–—‘’“”•·")
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text and the questions its encoding raises; refuses what is not text."""
    text, decide = _decode(data)
    if "\x00" in text:
        raise ImportRefused(
            _(
                "The file holds binary data, not text: save it again as text in the UTF-8 encoding."
            )
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    text = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return CONTROLS.sub("", text.replace("\x0c", "\n\n")), decide


def _decode(data: bytes) -> tuple[str, list[str]]:
    wrong = ImportRefused(
        _("The file's encoding cannot be read: save it again in the UTF-8 encoding.")
    )
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16"), []
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise wrong from None
    if not _plausible(text):
        raise wrong
    return text, [
        _(
            "The file is not in UTF-8 and was read as Windows-1252: are the letters å, ä and ö right?"
        )
    ]


def _plausible(text: str) -> bool:
    """Only letters one expects, å, ä or ö among them, and most of them lower case."""
    beyond_ascii = [letter for letter in text if letter > "\x7f"]
    nordic = sum(letter in NORDIC for letter in beyond_ascii)
    others = sum(letter not in NORDIC for letter in beyond_ascii if letter.isalpha())
    return nordic > others and not CONTROLS.search(text) and set(beyond_ascii) <= LIKELY
