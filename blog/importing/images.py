"""Keeps the pictures of a file, and says which could not be kept."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import PurePath
from urllib.parse import unquote_to_bytes

from django.utils.translation import gettext as _

from blog.importing.recognised import ImageFound
from blog.importing.report import Report, shown

SCHEME = "import-image"
# Told by their first bytes: what a file says of itself may be wrong.
SIGNATURES = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
}
EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
}
DATA_ADDRESS = re.compile(r"\s*data:([^,]*),(.*)", re.DOTALL | re.IGNORECASE)
MACHINE_WRITTEN = re.compile(
    r"automatically generated|automaattisesti luotu|genererad automatiskt"
    r"|automatiskt genererad|^(image|picture|kuva|bild)\s*\d*$",
    re.IGNORECASE,
)


class Pictures:
    """`add` and its siblings give the address for `<img>`, or None where none is kept."""

    def __init__(self, file_name: str, report: Report):
        self.found: list[ImageFound] = []
        self._stem = PurePath(file_name).stem
        self._report = report

    def add(self, data: bytes, alt: str) -> str | None:
        kind = next((k for k, start in SIGNATURES.items() if start.match(data)), None)
        if kind is None:
            self._report.leave_out(
                alt or _("A picture without a description"),
                _(
                    "The picture is not in a format for the web: save it as PNG or JPEG and add it by hand."
                ),
            )
            return None
        number = len(self.found) + 1
        self._ask_about_alt(number, alt)
        name = f"{self._stem}-{number}.{EXTENSIONS[kind]}"
        self.found.append(ImageFound(name, kind, data, alt))
        return f"{SCHEME}:{number - 1}"

    def add_address(self, address: str, alt: str) -> str | None:
        """Only a picture that is written out in the address is in the file."""
        match = DATA_ADDRESS.match(address)
        if not match:
            return self.missing(" ".join(filter(None, (alt, address))))
        head, body = match.groups()
        data = unquote_to_bytes(body)
        if head.strip().lower().endswith(";base64"):
            try:
                data = base64.b64decode(data)
            except binascii.Error:
                data = b""
        return self.add(data, alt)

    def missing(self, text: str) -> None:
        self._report.leave_out(
            text or _("A picture without a description"),
            _("The picture is not inside the file: add it by hand."),
        )

    def _ask_about_alt(self, number: int, alt: str) -> None:
        if not alt.strip():
            self._report.ask(
                _(
                    "Picture %(number)d has no alternative text: what does it show, or is it only decoration?"
                )
                % {"number": number}
            )
        elif MACHINE_WRITTEN.search(alt.strip()):
            self._report.ask(
                _(
                    "The alternative text of picture %(number)d looks written by a machine: “%(text)s”. Is it right?"
                )
                % {"number": number, "text": shown(alt)}
            )
