"""A text in sentences: where one ends, which is too long to be read at once, what stands there twice."""

import re

# What most readers take in at once; guides to plain language ask for fewer.
LONGEST = 30
_ABBREVIATED = (
    *(
        "esim",
        "mm",
        "ym",
        "yms",
        "jne",
        "ns",
        "ts",
        "eli",
        "ks",
        "vrt",
        "n",
        "nk",
        "ko",
    ),
    *("t.ex", "bl.a", "dvs", "m.m", "o.s.v", "osv", "s.k", "d.v.s", "fr.o.m", "t.o.m"),
)
# Not behind an abbreviation or an initial; behind the day of a date no capital stands.
END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"”’»(\[–—-]*\s*[A-ZÅÄÖÉÜ])")
NOT_AT_THE_END = re.compile(
    r"(?:^|[\s(])(?:{}|[A-ZÅÄÖ])\.$".format("|".join(map(re.escape, _ABBREVIATED))),
    re.IGNORECASE,
)
# Neither the ending of a number or an abbreviation (18:ssa, EU:n).
WORD = re.compile(r"(?<![:\w])[^\W_]+(?:[-’'][^\W_]+)*")
DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+)\s+\1(?![\w-])", re.IGNORECASE)


def sentences(text):
    """The sentences of one paragraph, in order."""
    begun = ""
    for piece in END.split(text):
        begun = f"{begun} {piece}" if begun else piece
        if not NOT_AT_THE_END.search(begun):
            yield begun.strip()
            begun = ""
    if begun.strip():
        yield begun.strip()


def long_sentences(text):
    """``(sentence, how many words)`` of each that has more than :data:`LONGEST`."""
    for sentence in sentences(text):
        count = len(WORD.findall(sentence))
        if count > LONGEST:
            yield sentence, count


def doubled_words(text):
    """*on on*: as written. A name may be so (Bora Bora)."""
    for match in DOUBLED.finditer(text):
        first, second = match[0].split()
        if not (first[0].isupper() and second[0].isupper()):
            yield match[0]
