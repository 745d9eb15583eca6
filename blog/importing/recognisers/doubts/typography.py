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
PRINTED_HYPHEN = re.compile(r"-[ \u00a0\n]*")
DASH = re.compile(r"(?<=[ \u00a0])-(?=[ \u00a0])")
SOFT_HYPHEN = re.compile("(?<!\\w)\\w*\u00ad[\\w\u00ad]*")
MOJIBAKE = re.compile("\ufffd|Ã[¤¶¥„–…]")


def report_typography(texts, report):
    """Ask about each kind of mark that was found; what was said that should be done of it.

    :param texts: the text of each paragraph, as it stands in the file.
    :returns: functions, each of which takes a text and returns it as it should be.
    """
    mends = []
    hyphens = [found for text in texts for found in HYPHEN.findall(text)]
    if hyphens:
        joined = report.choose(
            ngettext(
                "A word looks divided as in print: %(words)s. Should it be joined?",
                "%(count)d words look divided as in print: %(words)s. Should they be joined?",
                len(hyphens),
            ),
            "divided words",
            "",
            False,
            count=len(hyphens),
            words=listed(hyphens),
        )
        if joined:
            mends.append(join_divided_words)
    soft = [found for text in texts for found in SOFT_HYPHEN.findall(text)]
    if soft:
        kept = report.choose(
            ngettext(
                "A word has soft hyphens in it: %(words)s. Should they be there?",
                "%(count)d words have soft hyphens in them: %(words)s. Should they be there?",
                len(soft),
            ),
            "soft hyphens",
            "",
            True,
            count=len(soft),
            words=listed(soft),
        )
        if not kept:
            mends.append(without_soft_hyphens)
    dashes = [found for text in texts for found in _dashes(text)]
    if dashes:
        replaced = report.choose(
            ngettext(
                "A hyphen stands for a dash: %(places)s. Should it be “ – ”?",
                "Hyphens stand for dashes in %(count)d places: %(places)s. Should they be “ – ”?",
                len(dashes),
            ),
            "dashes",
            "",
            False,
            count=len(dashes),
            places=listed(dashes),
        )
        if replaced:
            mends.append(with_dashes)
    if any(MOJIBAKE.search(text) for text in texts):
        report.ask(_("Some letters look damaged: what should stand there?"))
    return mends


def join_divided_words(text):
    """“demo- kratia” as one word."""
    return HYPHEN.sub(lambda match: PRINTED_HYPHEN.sub("", match.group()), text)


def without_soft_hyphens(text):
    return text.replace("\u00ad", "")


def with_dashes(text):
    """A dash for each hyphen between blanks."""
    return DASH.sub("–", text)


def _dashes(text):
    """Each hyphen between blanks, with the words before and after it on the same line."""
    found = []
    for match in DASH.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()].rpartition("\n")[2]
        after = text[match.end() : match.end() + 60].partition("\n")[0]
        if before.strip() and after.strip():
            found.append(f"{before.split()[-1]} - {after.split()[0]}")
    return found


def listed(found):
    """The first five of ``found``, each in quotation marks."""
    first = ", ".join(
        _("“%(text)s”") % {"text": shorten(text)} for text in found[:SHOWN]
    )
    return f"{first} …" if len(found) > SHOWN else first
