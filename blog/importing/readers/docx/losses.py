"""What stands in a Word document and did not come out of it: it is told, never silent."""

import re

from django.utils.translation import gettext as _

from blog.importing.readers.xml_tags import name_of

LETTERS = re.compile(r"[^\W_]+")
# A run in one of these was there before a change that counts as accepted.
GONE = {"del", "moveFrom"}
UNKNOWN_SYMBOL = "A w:sym element"


def report_losses(root, text, messages, report):
    """Leave out each paragraph of ``root`` whose words are not in ``text``, and unknown symbols.

    :param text: all that was read of the document.
    :param messages: what mammoth says of its reading.
    """
    there = _letters(text)
    place = 0
    for paragraph in _paragraphs(root):
        letters = _letters(paragraph)
        found = there.find(letters, place)
        if found < 0:
            found = there.find(letters)
        if found < 0:
            report.leave_out(
                paragraph.strip(), _("It could not be read whole: compare it by hand.")
            )
        else:
            place = found
    if any(message.message.startswith(UNKNOWN_SYMBOL) for message in messages):
        report.ask(
            _("The document has a symbol that could not be read: is something missing?")
        )


def _letters(text):
    """Letters and digits only: notes and pictures stand between words, and in them."""
    return "".join(LETTERS.findall(text))


def _paragraphs(root):
    """The words of each paragraph, without those of boxes in it; in parts where a note stands."""
    found, left = [], [(root, None)]
    while left:
        tag, paragraph = left.pop()
        name = name_of(tag)
        if name in GONE:
            continue
        if name == "p":
            paragraph = [""]
            found.append(paragraph)
        elif name == "txbxContent":
            paragraph = None
        elif name.endswith("noteReference") and paragraph:
            paragraph.append("")
        elif name == "t" and paragraph:
            paragraph[-1] += tag.text or ""
        left += [(each, paragraph) for each in reversed(tag)]
    return [words for paragraph in found for words in paragraph if words.strip()]
