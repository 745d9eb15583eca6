"""What stands in a paragraph: letters, links, notes, pictures and boxes."""

import html
import re

from django.utils.translation import gettext as _

from blog.importing.readers.xml_tags import child, name_of, value_of

BLANKS = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 20
# They have words that are no part of the text, or none.
SKIPPED = {"annotation-end", "forms", "sequence-decls", "variable-decls", "ruby-text"}
HIDDEN = {"hidden-text", "hidden-paragraph"}


class Inline:
    """Paragraphs of one document as HTML.

    ``notes`` are the tags of the notes that were met, in their order.
    """

    def __init__(self, parts, styles, report, pictures):
        self.notes = []
        self._parts, self._styles = parts, styles
        self._report, self._pictures = report, pictures

    def paragraph(self, tag):
        """``(HTML, the boxes in it)``; a box holds blocks, and stands after its paragraph."""
        boxes = []
        content = self._content(tag, boxes)
        return self._wrapped(tag, "paragraph", content), boxes

    def _content(self, tag, boxes):
        parts = [_escaped(tag.text)]
        for each in tag:
            parts += [self._html(each, boxes), _escaped(each.tail)]
        return "".join(parts)

    def _html(self, tag, boxes):
        name = name_of(tag)
        if name == "s":
            count = value_of(tag, "c") or "1"
            return " " * min(int(count), MOST_SPACES) if count.isdecimal() else " "
        if name in ("tab", "line-break"):
            return "\t" if name == "tab" else "<br>"
        if name == "note":
            self.notes.append(tag)
            return f"[{len(self.notes)}]"
        if name == "annotation":
            self._leave_out(tag, _("It is a comment in the margin, not the text."))
            return ""
        if name == "placeholder":
            self._leave_out(
                tag,
                _("It is the document's own hint where something was to be filled in."),
            )
            return ""
        if name in HIDDEN:
            return self._hidden(tag)
        if name in SKIPPED or not name:
            return ""
        if name == "frame":
            return self._frame(tag, boxes)
        if any(name_of(each) in ("p", "h", "list") for each in tag):
            # A drawn shape with words in it.
            boxes.append(tag)
            return ""
        content = self._content(tag, boxes)
        if name == "a" and value_of(tag, "href"):
            return f'<a href="{html.escape(value_of(tag, "href"))}">{content}</a>'
        return self._wrapped(tag, "text", content) if name == "span" else content

    def _wrapped(self, tag, family, content):
        letters = self._styles.letters(tag, family)
        if "hidden" in letters:
            return self._hidden(tag)
        for name in sorted(letters):
            content = f"<{name}>{content}</{name}>"
        return content

    def _hidden(self, tag):
        self._leave_out(tag, _("It is hidden in the file, and nobody sees it there."))
        return ""

    def _leave_out(self, tag, why):
        text = " ".join(words_of(tag).split())
        if text:
            self._report.leave_out(text, why)

    def _frame(self, tag, boxes):
        """A picture as HTML; of a box, what is in it goes to ``boxes``."""
        box, image = child(tag, "text-box"), child(tag, "image")
        if box is not None:
            boxes.append(box)
            return ""
        told = (child(tag, name) for name in ("desc", "title"))
        alt = next((each.text for each in told if each is not None and each.text), "")
        name = "" if image is None else (value_of(image, "href") or "")
        data = self._parts.get(name.removeprefix("./"))
        if data is None:
            self._pictures.report_missing(alt)
            return ""
        address = self._pictures.add(data, alt)
        return f'<img src="{address}">' if address else ""


def words_of(tag):
    """All words in ``tag``; those of two paragraphs stay apart."""
    parts = [tag.text or ""]
    for each in tag:
        if name_of(each) not in ("creator", "date", "initials"):
            parts += [words_of(each), " " if name_of(each) in ("p", "h") else ""]
        parts.append(each.tail or "")
    return "".join(parts)


def _escaped(text):
    """Line breaks of the file are blanks; more than one blank is written as a tag."""
    return html.escape(BLANKS.sub(" ", text or ""), quote=False)
