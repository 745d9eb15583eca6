"""A Word document to HTML, with its images and what HTML cannot show of it."""

from blog.importing.readers.docx_extras import report_extras
from blog.importing.readers.docx_package import open_docx, repacked
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
STYLE_MAP = "\n".join(
    [
        f"p[style-name='{name}'] => {html}:fresh"
        for html, names in STYLES.items()
        for name in names
    ]
    + BREAKS
)
# The older way to write a break: mammoth does not know it.
CARRIAGE_RETURN, LINE_BREAK = b"<w:cr/>", b"<w:br/>"


def docx_to_html(data, report, pictures):
    """The document as ``(HTML, raw text)``; its images are added to ``pictures``.

    :raises ImportRefused: ``data`` is no sound Word document.
    """
    # Whoever brings no Word document does not wait for it.
    import mammoth

    parts = {
        name: content.replace(CARRIAGE_RETURN, LINE_BREAK)
        for name, content in open_docx(data).items()
    }

    def convert_image(image):
        address = _keep(image, pictures)
        return [mammoth.html.element("img", {"src": address})] if address else []

    try:
        # The writer did not make the style map inside the document: it is not used.
        html = mammoth.convert_to_html(
            repacked(parts),
            style_map=STYLE_MAP,
            convert_image=convert_image,
            include_embedded_style_map=False,
        ).value
        text = mammoth.extract_raw_text(repacked(parts)).value
        report_extras(parts, report)
    except Exception as error:
        # mammoth fails on malformed XML with any error: expat's, KeyError, RecursionError.
        raise broken_document() from error
    return html, text


def _keep(image, pictures):
    alt = image.alt_text or ""
    try:
        with image.open() as stream:
            data = stream.read()
    except (ValueError, KeyError, OSError):
        pictures.report_missing(alt)
        return None
    return pictures.add(data, alt)
