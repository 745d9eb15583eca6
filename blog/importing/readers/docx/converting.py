"""A Word document to HTML, with its images and what HTML cannot show of it."""

import re

from defusedxml import ElementTree

from blog.importing.html.inline import text_of
from blog.importing.readers.docx.extras import report_extras
from blog.importing.readers.docx.headings import (
    DEEPEST,
    MARK,
    mark_outline,
    names_of_styles,
)
from blog.importing.readers.docx.losses import report_losses
from blog.importing.readers.docx.package import open_docx, repacked
from blog.importing.readers.docx.parts import TEXTS, raw_text, roots_by_kind
from blog.importing.readers.docx.tidying import tidy
from blog.importing.readers.refusal import broken_document

# Word writes the English names of its own styles whatever its language. The Finnish and Swedish
# names are for styles that LibreOffice, Google or the writer made.
STYLES = {
    "h1": ["Title", "Otsikko", "Rubrik", "Heading 1", "Otsikko 1", "Rubrik 1"],
    "h2": ["Heading 2", "Otsikko 2", "Rubrik 2"],
    "h3": ["Heading 3", "Otsikko 3", "Rubrik 3"],
    "h4": ["Heading 4", "Otsikko 4", "Rubrik 4"],
    "h2.subtitle": ["Subtitle", "Alaotsikko", "Underrubrik"],
    "p.caption": ["Caption", "Kuvaotsikko", "Kuvateksti", "Bildtext", "Beskrivning"],
    "blockquote > p": [
        *("Quote", "Lainaus", "Citat", "Block Text", "Quotations"),
        *("Intense Quote", "Erottuva lainaus", "Starkt citat"),
    ],
    "ul > li": ["List Bullet", "Merkitty luettelo", "Punktlista"],
    "ol > li": ["List Number", "Numeroitu luettelo", "Numrerad lista"],
}
# Where a page or a column ends, the words on both sides stay apart.
BREAKS = ["br[type='page'] => br", "br[type='column'] => br"]
# Headings that only their level in the outline tells: Pages' and the writer's own styles.
OUTLINE = [f"p.{MARK}{level} => h{level}:fresh" for level in range(1, DEEPEST + 1)]
LETTERS = {
    "em": ["Emphasis", "Subtle Emphasis", "Intense Emphasis", "Korostus", "Betoning"],
    "strong": ["Strong Emphasis", "Voimakas", "Stark"],
}
STYLE_MAP = "\n".join(
    [
        f"p[style-name='{name}'] => {html}:fresh"
        for html, names in STYLES.items()
        for name in names
    ]
    + [
        f"r[style-name='{name}'] => {html}"
        for html, names in LETTERS.items()
        for name in names
    ]
    + BREAKS
    + OUTLINE
)
KNOWN = {name.lower() for names in STYLES.values() for name in names}
KNOWN |= {f"heading {level}" for level in range(1, 7)}
# What mammoth puts after each note, to lead back to its place.
ARROW = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[^"]*">↑</a>')


def docx_to_html(data, report, pictures):
    """The document as ``(HTML, raw text)``; its images are added to ``pictures``.

    :raises ImportRefused: ``data`` is no sound Word document.
    """
    # Whoever brings no Word document does not wait for it.
    import mammoth

    parts = open_docx(data)

    def convert_image(image):
        address = _keep(image, pictures)
        return [mammoth.html.element("img", {"src": address})] if address else []

    try:
        roots = roots_by_kind(parts)
        _tidied(parts, roots, report)
        # The writer did not make the style map inside the document: it is not used.
        converted = mammoth.convert_to_html(
            repacked(parts),
            style_map=STYLE_MAP,
            convert_image=convert_image,
            include_embedded_style_map=False,
        )
        html = ARROW.sub("", converted.value)
        text = "".join(
            raw_text(root) for kind, _name, root in roots if kind == "document"
        )
        report_extras(roots, report)
        for kind, _name, root in roots:
            if kind == "document":
                report_losses(root, text_of(html), converted.messages, report)
    except Exception as error:
        # mammoth fails on malformed XML with any error: expat's, KeyError, RecursionError.
        raise broken_document() from error
    return html, text


def _tidied(parts, roots, report):
    """Put what mammoth reads into ``parts`` and ``roots``."""
    sheets = [root for kind, _name, root in roots if kind == "styles"]
    styles = names_of_styles(sheets)
    for kind, name, root in roots:
        if kind in TEXTS:
            tidy(root, styles, report)
            mark_outline(root, sheets, KNOWN)
            parts[name] = ElementTree.tostring(root)


def _keep(image, pictures):
    alt = image.alt_text or ""
    try:
        with image.open() as stream:
            data = stream.read()
    except (ValueError, KeyError, OSError):
        pictures.report_missing(alt)
        return None
    return pictures.add(data, alt)
