"""OpenDocument texts written part by part, as LibreOffice and Google Docs have them."""

import io
import zipfile
from html import escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        **{
            name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
            for name in ("office", "style", "text", "table")
        },
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
MIMETYPE = "application/vnd.oasis.opendocument.text"
LETTERS = {
    "B": 'fo:font-weight="bold"',
    "I": 'fo:font-style="italic"',
    "S": 'style:text-line-through-style="solid"',
    "H": 'text:display="none"',
}
AUTOMATIC = "".join(
    f'<style:style style:name="{name}" style:family="text">'
    f"<style:text-properties {properties}/></style:style>"
    for name, properties in LETTERS.items()
) + (
    '<style:style style:name="P1" style:family="paragraph">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>'
    '<text:list-style style:name="L2">'
    '<text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
)
NAMED = "".join(
    f'<style:style style:name="{name}" style:family="paragraph" {more}/>'
    for name, more in {
        "Title": "",
        "Quotations": "",
        "Caption": "",
        "Kuva": 'style:parent-style-name="Caption"',
        "Heading_20_2": 'style:display-name="Heading 2"',
        "Oma": 'style:default-outline-level="2"',
        "Omani": 'style:parent-style-name="Heading_20_2"',
    }.items()
)


def span(words, style):
    return f'<text:span text:style-name="{style}">{escape(words)}</text:span>'


def paragraph(content, style="Standard"):
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def heading(content, level=1):
    return f'<text:h text:outline-level="{level}">{content}</text:h>'


def bullets(*items, style="L1"):
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:list{name}>{inner}</text:list>"


def table(*rows):
    cells = (
        "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row)
        for row in rows
    )
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table>{inner}</table:table>"


def note(words):
    return (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{paragraph(escape(words))}</text:note-body></text:note>"
    )


def comment(words):
    return (
        "<office:annotation><dc:creator>Onni</dc:creator>"
        f"{paragraph(escape(words))}</office:annotation>"
    )


def picture(alt=""):
    return (
        '<draw:frame><draw:image xlink:href="Pictures/kuva.png"/>'
        f"<svg:desc>{escape(alt)}</svg:desc></draw:frame>"
    )


def box(content):
    return f"<draw:frame><draw:text-box>{content}</draw:text-box></draw:frame>"


def _root(name, content):
    return f"<office:{name} {NAMESPACES}>{content}</office:{name}>"


def odt_file(*blocks, header="", picture=None, mimetype=MIMETYPE, extra=None):
    """The bytes of a document of ``blocks``; ``picture`` are the bytes of its :func:`picture`."""
    page = (
        '<style:master-page style:name="Standard"><style:header>'
        f"{paragraph(escape(header))}</style:header></style:master-page>"
    )
    parts = {
        "mimetype": mimetype,
        "content.xml": _root(
            "document-content",
            f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
            f"<office:body><office:text>{''.join(blocks)}</office:text></office:body>",
        ),
        "styles.xml": _root(
            "document-styles",
            f"<office:styles>{NAMED}</office:styles>"
            f"<office:master-styles>{page}</office:master-styles>",
        ),
        **({"Pictures/kuva.png": picture} if picture else {}),
        **(extra or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()
