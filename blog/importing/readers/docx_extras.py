"""What stands in a Word document beside its text: page headers, comments, changes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.importing.report import Report

PAGE_EDGE = re.compile(r"word/(header|footer)\d*\.xml")


def report_extras(parts: dict[str, bytes], report: Report) -> None:
    """`parts` have been checked: there is no document type in them."""
    for name in sorted(parts):
        if PAGE_EDGE.fullmatch(name):
            for text in _paragraphs(parts[name]):
                report.leave_out(
                    text,
                    _(
                        "It stands in the header or footer of the page, not in the text."
                    ),
                )
    comments = _paragraphs(parts.get("word/comments.xml", b""), "comment")
    for text in comments:
        report.leave_out(text, _("It is a comment in the margin, not the text."))
    tags = _tags(parts.get("word/document.xml", b""))
    if tags & {"ins", "del", "moveFrom", "moveTo"}:
        report.ask(
            _(
                "The document has tracked changes: they were read as if accepted. Is that right?"
            )
        )
    notes = _tags_counted(parts.get("word/document.xml", b""), "footnoteReference")
    notes += _tags_counted(parts.get("word/document.xml", b""), "endnoteReference")
    if notes:
        report.ask(
            ngettext(
                "The document has %(count)d note: it is now a list at the end. Should it stand in the text?",
                "The document has %(count)d notes: they are now a list at the end. Should they stand in the text?",
                notes,
            )
            % {"count": notes}
        )


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _elements(data: bytes):
    return ElementTree.fromstring(data).iter() if data else ()  # noqa: S314


def _tags(data: bytes) -> set[str]:
    return {_local(element.tag) for element in _elements(data)}


def _tags_counted(data: bytes, tag: str) -> int:
    return sum(_local(element.tag) == tag for element in _elements(data))


def _paragraphs(data: bytes, tag: str = "p") -> list[str]:
    texts = (
        "".join(part.text or "" for part in element.iter() if _local(part.tag) == "t")
        for element in _elements(data)
        if _local(element.tag) == tag
    )
    return [text.strip() for text in texts if text.strip()]
