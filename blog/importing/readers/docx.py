"""A Word document to HTML, with its images and what HTML cannot show of it."""

from __future__ import annotations

import mammoth
from django.utils.translation import gettext as _

from blog.importing.images import Pictures
from blog.importing.readers.docx_extras import report_extras
from blog.importing.readers.docx_package import open_docx, repacked
from blog.importing.readers.refusal import ImportRefused
from blog.importing.readers.source import SourceText
from blog.importing.report import Report

# Word keeps English names for its own styles, LibreOffice and Google their own, and
# writers make some by hand: the Finnish and Swedish names are there for those.
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
STYLE_MAP = "\n".join(
    f"p[style-name='{name}'] => {html}:fresh"
    for html, names in STYLES.items()
    for name in names
)


def read_docx(data: bytes, name: str) -> SourceText:
    """Raises ImportRefused for what is no sound Word document."""
    parts = open_docx(data)
    report = Report()
    pictures = Pictures(name, report)

    def keep(image):
        try:
            with image.open() as stream:
                picture = stream.read()
        except (ValueError, KeyError, OSError):
            return pictures.missing(image.alt_text or "")
        return pictures.add(picture, image.alt_text or "")

    def convert_image(image):
        source = keep(image)
        return [mammoth.html.element("img", {"src": source})] if source else []

    try:
        # A style map inside the document is not the writer's doing: leave it alone.
        html = mammoth.convert_to_html(
            repacked(parts),
            style_map=STYLE_MAP,
            convert_image=convert_image,
            include_embedded_style_map=False,
        ).value
        text = mammoth.extract_raw_text(repacked(parts)).value
        report_extras(parts, report)
    except Exception as error:
        # mammoth meets malformed XML with whatever comes: expat, KeyError, recursion.
        raise ImportRefused(
            _("The document is broken: open it in Word and save it again as .docx.")
        ) from error
    return SourceText(
        name, "docx", html, text, pictures.found, report.left_out, report.decide
    )
