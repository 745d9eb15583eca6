"""Keeps the pictures of a file, and says which could not be kept."""

import base64
import binascii
import re
from pathlib import PurePath
from urllib.parse import unquote_to_bytes

from django.utils.translation import gettext as _

from blog.importing.heic import jpeg_of
from blog.importing.recognised import ImageFound

SCHEME = "import-image"
# The first bytes decide: what a file says of itself may be wrong.
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
HEIC = re.compile(rb"....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)", re.DOTALL)
# Drawings of Windows, as Word keeps charts and symbols that were pasted.
DRAWING = re.compile(
    rb"\x01\x00\x00\x00.{36} EMF|\xd7\xcd\xc6\x9a|[\x01\x02]\x00\x09\x00\x00", re.DOTALL
)
DATA_ADDRESS = re.compile(r"\s*data:([^,]*),(.*)", re.DOTALL | re.IGNORECASE)
MACHINE_WRITTEN = re.compile(
    r"automatically generated|automaattisesti luotu|genererad automatiskt"
    r"|automatiskt genererad|^(image|picture|kuva|bild)\s*\d*$",
    re.IGNORECASE,
)


class Pictures:
    """The pictures of one file, in ``found``, as a list of ``ImageFound``.

    :meth:`add` and :meth:`add_from_address` return the address for the ``src`` of an ``<img>``,
    or ``None`` where no picture is kept.
    """

    def __init__(self, file_name, report):
        self.found = []
        self._stem = PurePath(file_name).stem
        self._report = report

    def add(self, data, alt):
        """Keep the picture in the bytes ``data``; HEIC becomes JPEG."""
        if HEIC.match(data):
            data = jpeg_of(data)
            if data is None:
                self._report.leave_out(
                    alt or _("A picture without a description"),
                    _("The picture is broken or too large."),
                )
                return None
        kind = next((k for k, start in SIGNATURES.items() if start.match(data)), None)
        if kind is None:
            self._report.leave_out(
                alt or _("A picture without a description"),
                _(
                    "It is a drawing in a format of Windows (EMF or WMF), which browsers do not show: save it as PNG and add it by hand."
                )
                if DRAWING.match(data)
                else _(
                    "The picture is not in a format for the web: save it as PNG or JPEG and add it by hand."
                ),
            )
            return None
        number = len(self.found) + 1
        self._ask_about_alt(number, alt)
        name = f"{self._stem}-{number}.{EXTENSIONS[kind]}"
        self.found.append(ImageFound(name, kind, data, alt))
        return f"{SCHEME}:{number - 1}"

    def add_from_address(self, address, alt):
        """Keep the picture that a ``data:`` address holds; another address holds none."""
        match = DATA_ADDRESS.match(address)
        if not match:
            self.report_missing(" ".join(filter(None, (alt, address))))
            return None
        head, body = match.groups()
        data = unquote_to_bytes(body)
        if head.strip().lower().endswith(";base64"):
            try:
                data = base64.b64decode(data)
            except binascii.Error:
                data = b""
        return self.add(data, alt)

    def report_missing(self, description):
        """Say that the file names a picture and does not hold it."""
        self._report.leave_out(
            description or _("A picture without a description"),
            _("The picture is not inside the file: add it by hand."),
        )

    def _ask_about_alt(self, number, alt):
        if not alt.strip():
            self._report.ask(
                _(
                    "Picture %(number)d has no alternative text: what does it show, or is it only decoration?"
                ),
                number=number,
            )
        elif MACHINE_WRITTEN.search(alt.strip()):
            self._report.ask(
                _(
                    "The alternative text of picture %(number)d looks written by a machine: “%(text)s”. Is it right?"
                ),
                text=alt,
                number=number,
            )
