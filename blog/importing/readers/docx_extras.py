"""What stands in a Word document beside its text: page headers, comments, changes."""

import re

from defusedxml import ElementTree
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HEADER_OR_FOOTER = re.compile(r"word/(header|footer)\d*\.xml")
CHANGES = {"ins", "del", "moveFrom", "moveTo"}
NOTES = {"footnoteReference", "endnoteReference"}


def report_extras(parts, report):
    """Leave out headers, footers and comments, and ask about tracked changes and notes.

    :param parts: the parts of the document, as bytes by name.
    """
    for name in sorted(parts):
        if HEADER_OR_FOOTER.fullmatch(name):
            for text in _texts(parts[name], "p"):
                report.leave_out(
                    text,
                    _(
                        "It stands in the header or footer of the page, not in the text."
                    ),
                )
    for text in _texts(parts.get("word/comments.xml", b""), "comment"):
        report.leave_out(text, _("It is a comment in the margin, not the text."))
    names = [_name(tag) for tag in _tags(parts.get("word/document.xml", b""))]
    if CHANGES.intersection(names):
        report.ask(
            _(
                "The document has tracked changes: they were read as if accepted. Is that right?"
            )
        )
    notes = sum(name in NOTES for name in names)
    if notes:
        report.ask(
            ngettext(
                "The document has %(count)d note: it is now a list at the end. Should it stand in the text?",
                "The document has %(count)d notes: they are now a list at the end. Should they stand in the text?",
                notes,
            ),
            count=notes,
        )


def _tags(data):
    return ElementTree.fromstring(data, forbid_dtd=True).iter() if data else ()


def _name(tag):
    """The name of ``tag`` without its namespace."""
    return tag.tag.rpartition("}")[2]


def _texts(data, name):
    """The texts of the tags called ``name``; blank ones are dropped."""
    texts = (
        "".join(part.text or "" for part in tag.iter() if _name(part) == "t")
        for tag in _tags(data)
        if _name(tag) == name
    )
    return [text.strip() for text in texts if text.strip()]
