"""A file becomes sanitised HTML, or is refused in one sentence."""

import io
import os
from pathlib import Path, PurePath

from django.utils.translation import gettext as _

from blog.importing.html.inline import text_of
from blog.importing.images import Pictures
from blog.importing.readers.decoding import decode
from blog.importing.readers.docx.converting import docx_to_html
from blog.importing.readers.markdown import markdown_to_html
from blog.importing.readers.odt.converting import odt_to_html
from blog.importing.readers.plain_text import plain_to_html
from blog.importing.readers.refusal import ImportRefused, too_complicated
from blog.importing.readers.sanitising import sanitise
from blog.importing.readers.source import SourceText
from blog.importing.report import Report

MAX_BYTES = 10 * 1024 * 1024


def read_file(path_or_file, name=None):
    """A path or an open binary file as a ``SourceText``.

    A file above the limit is refused before it is read.

    :param name: the file's name, if it has another; its ending tells the format.
    :raises ImportRefused: the file is no text that can be imported.
    """
    name = PurePath(str(name or getattr(path_or_file, "name", path_or_file))).name
    suffix = PurePath(name).suffix.lower()
    if suffix not in READERS:
        raise ImportRefused(
            _(
                "“%(name)s” is not a file that can be imported: save the text as .docx, .odt, .txt, .md or .html."
            )
            % {"name": name}
        )
    data = _bytes_of(path_or_file)
    if not data:
        raise _empty()
    report = Report()
    pictures = Pictures(name, report)
    try:
        html, text = READERS[suffix](data, report, pictures)
    except RecursionError as error:
        # Neither Markdown nor Beautiful Soup has a limit of its own to how deep parts are nested.
        raise too_complicated() from error
    if not text_of(html).strip():
        raise _empty()
    return SourceText(
        name,
        suffix.lstrip("."),
        html,
        text,
        pictures.found,
        report.left_out,
        report.decide,
    )


def _bytes_of(path_or_file):
    try:
        if isinstance(path_or_file, (str, os.PathLike)):
            with Path(path_or_file).open("rb") as file:
                return _read_within_limit(file, os.fstat(file.fileno()).st_size)
        return _read_within_limit(path_or_file, _size_of(path_or_file))
    except OSError as error:
        raise ImportRefused(
            _("The file could not be opened: check that it exists and may be read.")
        ) from error


def _size_of(file):
    size = getattr(file, "size", None)
    if isinstance(size, int):
        return size
    if not (hasattr(file, "seekable") and file.seekable()):
        return None
    here = file.tell()
    size = file.seek(0, io.SEEK_END) - here
    file.seek(here)
    return size


def _read_within_limit(file, size):
    data = b"" if size and size > MAX_BYTES else file.read(MAX_BYTES + 1)
    if (size and size > MAX_BYTES) or len(data) > MAX_BYTES:
        raise ImportRefused(
            _(
                "The file is larger than %(limit)d megabytes: make its pictures smaller, or bring the text without them."
            )
            % {"limit": MAX_BYTES // (1024 * 1024)}
        )
    return data


def _read_docx(data, report, pictures):
    html, text = docx_to_html(data, report, pictures)
    return sanitise(html, report), text


def _read_odt(data, report, pictures):
    html, text = odt_to_html(data, report, pictures)
    return sanitise(html, report), text


def _read_txt(data, report, pictures):
    text = decode(data, report)
    return sanitise(plain_to_html(text), report, pictures), text


def _read_md(data, report, pictures):
    text = decode(data, report)
    return sanitise(markdown_to_html(text), report, pictures), text


def _read_html(data, report, pictures):
    html = sanitise(decode(data, report), report, pictures)
    return html, text_of(html)


def _empty():
    return ImportRefused(
        _("There is no text in the file: check that it is the right one.")
    )


# Each takes bytes, a Report and Pictures, and returns sanitised HTML and the raw text.
READERS = {
    ".docx": _read_docx,
    ".odt": _read_odt,
    ".txt": _read_txt,
    ".md": _read_md,
    ".html": _read_html,
}
