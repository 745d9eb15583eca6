"""Word documents written part by part, quickly, with what no library for writing them has."""

import io
import zipfile
from html import escape

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = f"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Override PartName="/{{main}}" ContentType="{MAIN}.document.main+xml"/></Types>"""
STYLES = {
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Quote": "Quote",
    "ListParagraph": "List Paragraph",
}
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{kind}"/></w:lvl>'
        for level in range(4)
    )
    + "</w:abstractNum>"
    for number, kind in enumerate(["bullet", "decimal"])
) + "".join(
    f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
    for number in range(2)
)


def text(words, properties=""):
    """A run that says ``words``; ``properties`` are those of its letters (``<w:b/>``)."""
    return run(f'<w:t xml:space="preserve">{escape(words)}</w:t>', properties)


def run(content, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def paragraph(content, style="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{content}</w:p>"


def item(content, level=0, number=1):
    """A paragraph of a list: of bullets (1) or of numbers (2)."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(content, "ListParagraph", place)


def table(*rows):
    """Rows of cells, each of which holds blocks."""
    cells = ["".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def content_control(content, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(instruction, content):
    """A field as Word writes it: its instruction, then what it shows."""
    marks = [
        run(f'<w:fldChar w:fldCharType="{kind}"/>')
        for kind in ("begin", "separate", "end")
    ]
    told = run(f"<w:instrText>{escape(instruction)}</w:instrText>")
    return marks[0] + told + marks[1] + content + marks[2]


def simple_field(instruction, content):
    return f'<w:fldSimple w:instr="{escape(instruction)}">{content}</w:fldSimple>'


def inserted(content):
    return f'<w:ins w:id="1" w:author="M">{content}</w:ins>'


def deleted(words):
    return f'<w:del w:id="2" w:author="M"><w:r><w:delText>{escape(words)}</w:delText></w:r></w:del>'


def text_box(content, has_fallback=True):
    """A box with blocks in it; only desktop Word writes it a second time, for old programs."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    drawing = (
        "<w:drawing><wp:anchor><wp:docPr id='1' name='b'/><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    if not has_fallback:
        return run(drawing)
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    return run(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


def picture(alt=""):
    """The picture ``media/picture``, where it stands."""
    return run(
        f"<w:drawing><wp:inline><wp:docPr id='1' name='p' descr='{escape(alt)}'/>"
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='picture'/>"
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def note(number, kind="footnote"):
    return run(f'<w:{kind}Reference w:id="{number}"/>')


def comment(number):
    return run(f'<w:commentReference w:id="{number}"/>')


def _part(name, content):
    return f"<w:{name} {NAMESPACES}>{content}</w:{name}>"


def _numbered(name, texts):
    return "".join(
        f'<w:{name} w:id="{number}">{paragraph(text(words))}</w:{name}>'
        for number, words in texts.items()
    )


def word_file(
    *blocks,
    footnotes=None,
    endnotes=None,
    comments=None,
    styles="",
    links=(),
    media=None,
    main="word/document.xml",
    extra=None,
):
    """The bytes of a document of ``blocks``.

    :param footnotes: their words by their numbers, as :func:`note` asks for them; so are
        ``endnotes`` and ``comments``.
    :param styles: styles as XML beside the usual ones.
    :param links: addresses; the first one's relation is called ``link0``.
    :param media: the bytes of the :func:`picture`, and the ending of its name.
    :param main: the name of the part with the text.
    """
    known = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in STYLES.items()
    )
    beside = {
        "styles": _part("styles", known + styles),
        "numbering": _part("numbering", NUMBERING),
        "footnotes": _part("footnotes", _numbered("footnote", footnotes or {})),
        "endnotes": _part("endnotes", _numbered("endnote", endnotes or {})),
        "comments": _part("comments", _numbered("comment", comments or {})),
    }
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in beside
    ) + "".join(
        f'<Relationship Id="link{number}" Type="{RELATIONS}/hyperlink"'
        f' Target="{escape(address)}" TargetMode="External"/>'
        for number, address in enumerate(links)
    )
    parts = {}
    if media:
        data, ending = media
        parts[f"word/media/picture.{ending}"] = data
        relations += (
            f'<Relationship Id="picture" Type="{RELATIONS}/image"'
            f' Target="media/picture.{ending}"/>'
        )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    folder, _, base = main.rpartition("/")
    parts |= {
        "[Content_Types].xml": TYPES.format(main=main),
        "_rels/.rels": f'<Relationships xmlns="{names}"><Relationship Id="a"'
        f' Type="{RELATIONS}/officeDocument" Target="{main}"/></Relationships>',
        main: _part("document", f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>"),
        f"{folder}/_rels/{base}.rels": f'<Relationships xmlns="{names}">{relations}</Relationships>',
        **{f"{folder}/{name}.xml": content for name, content in beside.items()},
        **(extra or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()
