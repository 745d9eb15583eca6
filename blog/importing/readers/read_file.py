"""The door of the importer: a file becomes sanitised HTML, or is refused in one sentence."""

from __future__ import annotations

import io
import os
from pathlib import Path, PurePath

from django.utils.translation import gettext as _

from blog.importing.html.inline import text_of
from blog.importing.images import Pictures
from blog.importing.readers.decoding import decode
from blog.importing.readers.docx import read_docx
from blog.importing.readers.markdown import markdown_to_html
from blog.importing.readers.plain_text import plain_to_html
from blog.importing.readers.refusal import ImportRefused
from blog.importing.readers.sanitising import sanitise
from blog.importing.readers.source import SourceText
from blog.importing.report import Report

MAX_BYTES = 10 * 1024 * 1024


def read_file(path_or_file, name: str | None = None) -> SourceText:
    """Reads a path or an open binary file; `name` tells the format by its ending.

    A file above the limit is refused before it is read.
    """
    name = PurePath(str(name or getattr(path_or_file, "name", path_or_file))).name
    kind = PurePath(name).suffix.lower()
    if kind not in READERS:
        raise ImportRefused(
            _(
                "“%(name)s” is not a file that can be imported: save the text as .docx, .txt, .md or .html."
            )
            % {"name": name}
        )
    data = _bytes_of(path_or_file)
    if not data:
        raise _empty()
    source = READERS[kind](data, name)
    if not text_of(source.html).strip():
        raise _empty()
    return source


def _bytes_of(path_or_file) -> bytes:
    try:
        if isinstance(path_or_file, (str, os.PathLike)):
            with Path(path_or_file).open("rb") as file:
                return _read_within_limit(file, os.fstat(file.fileno()).st_size)
        return _read_within_limit(path_or_file, _size_of(path_or_file))
    except OSError as error:
        raise ImportRefused(
            _("The file could not be opened: check that it exists and may be read.")
        ) from error


def _size_of(file) -> int | None:
    size = getattr(file, "size", None)
    if isinstance(size, int):
        return size
    if not (hasattr(file, "seekable") and file.seekable()):
        return None
    here = file.tell()
    size = file.seek(0, io.SEEK_END) - here
    file.seek(here)
    return size


def _read_within_limit(file, size: int | None) -> bytes:
    data = b"" if size and size > MAX_BYTES else file.read(MAX_BYTES + 1)
    if (size and size > MAX_BYTES) or len(data) > MAX_BYTES:
        raise ImportRefused(
            _(
                "The file is larger than %(limit)d megabytes: make its pictures smaller, or bring the text without them."
            )
            % {"limit": MAX_BYTES // (1024 * 1024)}
        )
    return data


def _read_word(data: bytes, name: str) -> SourceText:
    source = read_docx(data, name)
    report = Report(source.left_out, source.decide)
    source.html = sanitise(source.html, report)
    source.left_out, source.decide = report.left_out, report.decide
    return source


def _read_text(data: bytes, name: str, to_html) -> SourceText:
    text, decide = decode(data)
    report = Report(decide=decide)
    pictures = Pictures(name, report)
    html = sanitise(to_html(text), report, pictures)
    kind = PurePath(name).suffix.lower().lstrip(".")
    raw = text_of(html) if kind == "html" else text
    return SourceText(
        name, kind, html, raw, pictures.found, report.left_out, report.decide
    )


def _read_txt(data: bytes, name: str) -> SourceText:
    return _read_text(data, name, plain_to_html)


def _read_md(data: bytes, name: str) -> SourceText:
    return _read_text(data, name, markdown_to_html)


def _read_html(data: bytes, name: str) -> SourceText:
    return _read_text(data, name, str)


def _empty() -> ImportRefused:
    return ImportRefused(
        _("There is no text in the file: check that it is the right one.")
    )


READERS = {
    ".docx": _read_word,
    ".txt": _read_txt,
    ".md": _read_md,
    ".html": _read_html,
}
