"""What stands in a Word document beside its text: page headers, comments, changes."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.importing.readers.docx.parts import TEXTS, text_in
from blog.importing.readers.xml_tags import name_of

HEADERS = {"hdr", "ftr"}
CHANGES = {"ins", "del", "moveFrom", "moveTo"}
NOTES = {"footnoteReference", "endnoteReference"}


def report_extras(roots, report):
    """Leave out headers, footers and comments, and ask about tracked changes and notes.

    :param roots: ``(kind, name, root)`` of the document's parts.
    """
    for kind, _name, root in roots:
        if kind in HEADERS:
            for text in _texts(root, "p"):
                report.leave_out(
                    text,
                    _(
                        "It stands in the header or footer of the page, not in the text."
                    ),
                )
    for kind, _name, root in roots:
        if kind == "comments":
            for text in _texts(root, "comment"):
                report.leave_out(
                    text, _("It is a comment in the margin, not the text.")
                )
    names = [
        name_of(tag)
        for kind, _name, root in roots
        if kind in TEXTS
        for tag in root.iter()
    ]
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


def _texts(root, name):
    """The texts of the tags called ``name``; blank ones are dropped."""
    texts = (text_in(tag).strip() for tag in root.iter() if name_of(tag) == name)
    return filter(None, texts)
