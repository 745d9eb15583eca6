"""An OpenDocument text to HTML, with its images and what HTML cannot show of it.

No library makes HTML of these: odfpy has had no release since 2020, and odfdo writes Markdown.
"""

from defusedxml import ElementTree
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.importing.html.inline import text_of
from blog.importing.readers.odt.inline import Inline, words_of
from blog.importing.readers.odt.package import STYLES, TEXT, broken_odt, open_odt
from blog.importing.readers.odt.styles import Styles
from blog.importing.readers.xml_tags import child, name_of, value_of
from blog.importing.readers.zip_package import XML_ERRORS

INDEXES = {
    *("table-of-content", "illustration-index", "table-index", "object-index"),
    *("user-index", "alphabetical-index", "bibliography"),
}
SKIPPED = {"forms", "sequence-decls", "variable-decls", "user-field-decls"}


def odt_to_html(data, report, pictures):
    """The document as ``(HTML, raw text)``; its images are added to ``pictures``.

    :raises ImportRefused: ``data`` is no sound OpenDocument text.
    """
    parts = open_odt(data)
    try:
        content = ElementTree.fromstring(parts[TEXT], forbid_dtd=True)
        roots = [content]
        if STYLES in parts:
            roots.insert(0, ElementTree.fromstring(parts[STYLES], forbid_dtd=True))
    except XML_ERRORS as error:
        raise broken_odt() from error
    body = child(content, "body", "text")
    if body is None:
        raise broken_odt()
    styles = Styles(roots)
    reader = _Reader(styles, Inline(parts, styles, report, pictures), report)
    html = reader.document(body)
    _report_page_headers(roots, report)
    return html, text_of(html)


def _report_page_headers(roots, report):
    for tag in (each for root in roots for each in root.iter()):
        if name_of(tag) in ("header", "footer", "header-left", "footer-left"):
            text = " ".join(words_of(tag).split())
            if text:
                report.leave_out(
                    text,
                    _(
                        "It stands in the header or footer of the page, not in the text."
                    ),
                )


class _Reader:
    def __init__(self, styles, inline, report):
        self._styles, self._inline, self._report = styles, inline, report

    def document(self, body):
        """The text as HTML, and its notes as a list at the end."""
        html = self._blocks(body)
        items, done = "", 0
        # A note may hold another one.
        while done < len(self._inline.notes):
            note = child(self._inline.notes[done], "note-body")
            items += f"<li>{'' if note is None else self._blocks(note)}</li>"
            done += 1
        if not items:
            return html
        self._report.ask(
            ngettext(
                "The document has %(count)d note: it is now a list at the end. Should it stand in the text?",
                "The document has %(count)d notes: they are now a list at the end. Should they stand in the text?",
                done,
            ),
            count=done,
        )
        return f"{html}<ol>{items}</ol>"

    def _blocks(self, parent):
        return "".join(map(self._block, parent))

    def _block(self, tag):
        name = name_of(tag)
        if name in ("p", "h"):
            return self._paragraph(tag)
        if name == "list":
            return self._list(tag, value_of(tag, "style-name"), 1)
        if name == "table":
            return f"<table>{self._rows(tag)}</table>"
        if name == "tracked-changes":
            self._report.ask(
                _(
                    "The document has tracked changes: they were read as if accepted. Is that right?"
                )
            )
            return ""
        if name in INDEXES:
            self._report.leave_out(
                " ".join(words_of(tag).split()),
                _("It is a table of contents, with the pages of the file."),
            )
            return ""
        if name in SKIPPED:
            return ""
        if name == "frame":
            content, boxes = self._inline.paragraph(_alone(tag))
            return f"<p>{content}</p>{''.join(map(self._blocks, boxes))}"
        return self._blocks(tag)

    def _paragraph(self, tag):
        content, boxes = self._inline.paragraph(tag)
        role = self._styles.role(tag)
        if name_of(tag) == "h" and not role.startswith("h"):
            level = value_of(tag, "outline-level") or "1"
            role = f"h{min(int(level), 6)}" if level.isdecimal() else "h1"
        opening, closing = {
            "": ("<p>", "</p>"),
            "subtitle": ('<h2 class="subtitle">', "</h2>"),
            "caption": ('<p class="caption">', "</p>"),
            "blockquote": ("<blockquote><p>", "</p></blockquote>"),
        }.get(role, (f"<{role}>", f"</{role}>"))
        return f"{opening}{content}{closing}{''.join(map(self._blocks, boxes))}"

    def _list(self, tag, style, level):
        kind = self._styles.list_tag(style, level)
        items = "".join(
            f"<li>{self._item(item, style, level)}</li>"
            for item in tag
            if name_of(item) in ("list-item", "list-header")
        )
        return f"<{kind}>{items}</{kind}>"

    def _item(self, item, style, level):
        return "".join(
            self._list(each, value_of(each, "style-name") or style, level + 1)
            if name_of(each) == "list"
            else self._block(each)
            for each in item
        )

    def _rows(self, tag):
        rows = ""
        for each in tag:
            name = name_of(each)
            if name == "table-row":
                cells = (cell for cell in each if name_of(cell) == "table-cell")
                rows += f"<tr>{''.join(map(self._cell, cells))}</tr>"
            elif name == "table-header-rows":
                rows += f"<thead>{self._rows(each)}</thead>"
            elif name in ("table-rows", "table-row-group"):
                rows += self._rows(each)
        return rows

    def _cell(self, cell):
        columns = value_of(cell, "number-columns-spanned") or "1"
        span = f' colspan="{columns}"' if columns.isdecimal() else ""
        return f"<td{span}>{self._blocks(cell)}</td>"


def _alone(tag):
    """A picture that is bound to the page and not to a paragraph, in a paragraph of its own."""
    paragraph = ElementTree.fromstring("<p/>")
    paragraph.append(tag)
    return paragraph
