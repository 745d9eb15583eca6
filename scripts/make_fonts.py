"""Makes the font files of the site: make_fonts.py FOLDER.

FOLDER holds the unpacked npm packages @fontsource-variable/literata and
@fontsource-variable/hanken-grotesk (5.3.0; both under the SIL Open Font Licence). Needs fonttools
and brotli. Cuts them to the letters of Finnish, Swedish and the Sámi names, fixes the axes that the site
does not use, and prints what the fallback faces in tokens.css must say so that nothing jumps.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).resolve().parents[1] / "kdsite/static/fonts"
LATIN = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *map(ord, "\u2009\u2010\u2011\u2012–—‘’“”•…′″\u202f€→−"),
]
# What Finnish and Sámi names add; a file of its own, fetched where a page has such a letter.
EXTENDED = [*map(ord, "ŠšŽžČčĆćĐđŊŋŦŧŁł")]
FEATURES = [
    "kern",
    "liga",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "lnum",
    "tnum",
    "calt",
]
FACES = {
    # Its y is a v with a tail: in Finnish, y and u are different words (kysymys, tyyli, tuuli).
    "hanken": ("hanken-grotesk-{}-wght-normal", {"wght": (400, 700)}),
    "literata": ("literata-{}-wght-normal", {"wght": (400, 700)}),
    "literata-italic": ("literata-{}-wght-italic", {"wght": (400, 700)}),
}
LETTERS = "abcdefghijklmnopqrstuvwxyz "
# The average width of a letter of English text in the fonts that stand in, in em.
STAND_INS = {"Georgia": 913 / 2048, "Arial": 904 / 2048}


def make(source, target, letters, axes):
    font = TTFont(source)
    options = subset.Options(
        layout_features=FEATURES, hinting=False, notdef_outline=True
    )
    cut = subset.Subsetter(options)
    cut.populate(unicodes=letters)
    cut.subset(font)
    font = instancer.instantiateVariableFont(font, axes)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes")
    return font


def average_width(font):
    """The mean advance of a letter of running text, in em: of the licence that comes with it."""
    text = (OUT / "OFL-Literata.txt").read_text().lower()
    letters = [letter for letter in " ".join(text.split()) if letter in LETTERS]
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    widths = [metrics[cmap[ord(letter)]][0] for letter in letters]
    return sum(widths) / len(widths) / font["head"].unitsPerEm


def main(folder):
    for name, (pattern, axes) in FACES.items():
        for part, letters in (("latin", LATIN), ("latin-ext", EXTENDED)):
            (source,) = Path(folder).rglob(f"{pattern.format(part)}.woff2")
            font = make(source, OUT / f"{name}-{part}.woff2", letters, axes)
            if part == "latin":
                em, head = font["head"].unitsPerEm, font["hhea"]
                for stand_in, width in STAND_INS.items():
                    adjust = average_width(font) / width
                    print(
                        f"  {stand_in}: size-adjust {adjust:.1%},"
                        f" ascent {head.ascent / em / adjust:.1%},"
                        f" descent {-head.descent / em / adjust:.1%}"
                    )


main(*sys.argv[1:])
