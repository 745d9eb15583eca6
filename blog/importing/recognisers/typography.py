"""Asks about hyphens and letters that print, typewriters or wrong encodings left in a text."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.importing.report import shorten

SHOWN = 5
BINDING = (
    "ja|tai|eli|sekä|eikä|että|vai|kuin|joko|taikka|ynnä"
    "|och|eller|samt|respektive|men|som|and|or"
)
HYPHEN = re.compile(
    rf"\b[^\W\d_]{{2,}}-[ \u00a0]?\n?[ \u00a0]?(?<=\s)(?!(?:{BINDING})\b)[a-zåäöéüšž]{{2,}}\b"
)
DASH = re.compile(r"(?<=[ \u00a0])-(?=[ \u00a0])")
SOFT_HYPHEN = re.compile("(?<!\\w)\\w*\u00ad[\\w\u00ad]*")
MOJIBAKE = re.compile("\ufffd|Ã[¤¶¥„–…]")


def report_typography(texts, report):
    """Ask about each kind of mark that was found; the text is not changed.

    :param texts: the text of each paragraph, as it stands in the file.
    """
    hyphens = [found for text in texts for found in HYPHEN.findall(text)]
    if hyphens:
        report.ask(
            ngettext(
                "A word looks divided as in print: %(words)s. Should it be joined?",
                "%(count)d words look divided as in print: %(words)s. Should they be joined?",
                len(hyphens),
            ),
            count=len(hyphens),
            words=_listed(hyphens),
        )
    soft = [found for text in texts for found in SOFT_HYPHEN.findall(text)]
    if soft:
        report.ask(
            ngettext(
                "A word has soft hyphens in it: %(words)s. Should they be there?",
                "%(count)d words have soft hyphens in them: %(words)s. Should they be there?",
                len(soft),
            ),
            count=len(soft),
            words=_listed(soft),
        )
    dashes = [found for text in texts for found in _dashes(text)]
    if dashes:
        report.ask(
            ngettext(
                "A hyphen stands for a dash: %(places)s. Should it be “ – ”?",
                "Hyphens stand for dashes in %(count)d places: %(places)s. Should they be “ – ”?",
                len(dashes),
            ),
            count=len(dashes),
            places=_listed(dashes),
        )
    if any(MOJIBAKE.search(text) for text in texts):
        report.ask(_("Some letters look damaged: what should stand there?"))


def _dashes(text):
    """Each hyphen between blanks, with the words before and after it on the same line."""
    found = []
    for match in DASH.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()].rpartition("\n")[2]
        after = text[match.end() : match.end() + 60].partition("\n")[0]
        if before.strip() and after.strip():
            found.append(f"{before.split()[-1]} - {after.split()[0]}")
    return found


def _listed(found):
    """The first five of ``found``, each in quotation marks."""
    first = ", ".join(
        _("“%(text)s”") % {"text": shorten(text)} for text in found[:SHOWN]
    )
    return f"{first} …" if len(found) > SHOWN else first
