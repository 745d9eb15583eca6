"""Sanitised HTML as a flat list of pieces, from which the recognisers take theirs."""

from dataclasses import dataclass, field
from itertools import groupby

from bs4 import NavigableString, Tag

from blog.importing.html.inline import (
    BREAK,
    LISTS,
    inline_html,
    is_all_bold,
    lines_of,
    links_of,
    parse,
    text_of,
    trim,
)
from blog.importing.html.lists import list_html
from blog.importing.html.tables import rows_of
from blog.importing.images import SCHEME

HEADINGS = {f"h{level}": level for level in range(1, 7)}
CONTAINERS = {"div", "section", "article", "main", "header", "footer", "nav", "aside"}
CONTAINERS |= {"figure", "address", "center", "form", "fieldset", "details", "dl"}
CONTAINERS |= {"li", "tr", "td", "th", "thead", "tbody", "tfoot"}
PARAGRAPHS = {"p", "pre", "figcaption", "summary", "dt", "dd", "cite", "caption"}
BLOCKS = {*CONTAINERS, *PARAGRAPHS, *HEADINGS, *LISTS, "blockquote", "table", "hr"}


@dataclass
class Piece:
    """One block of the source.

    ``kind`` is heading, paragraph, list, quote, table or image. ``text`` is its plain text;
    ``html`` is inline HTML, or the whole list. ``style`` is subtitle or caption where the file
    says so.
    """

    kind: str
    text: str = ""
    html: str = ""
    level: int = 0
    style: str = ""
    source: str = ""
    index: int = -1
    rows: list[list[str]] = field(default_factory=list)
    first_row_is_header: bool = False

    @property
    def bold(self):
        """Is it a paragraph whose every letter is bold?"""
        return self.kind == "paragraph" and is_all_bold(self.html)

    @property
    def lines(self):
        return self.text.split("\n")

    @property
    def links(self):
        """The text and the address of each link."""
        return links_of(self.html)


def paragraph(markup, style=""):
    """A paragraph made of ``markup``, which is inline HTML and trimmed."""
    return Piece("paragraph", text_of(markup), markup, style=style)


def join_lines(lines, style=""):
    """``lines``, which are paragraphs, as one paragraph with line breaks."""
    return paragraph(BREAK.join(line.html for line in lines), style)


def split_lines(piece):
    """A paragraph as one piece for each of its lines; blank ones are dropped."""
    lines = [paragraph(line) for line in lines_of(piece.html)]
    return [line for line in lines if line.text]


def pieces_of(markup):
    """Every block in reading order; blank ones are dropped, loose text is a paragraph."""
    return [
        piece
        for piece in _pieces(parse(markup))
        if piece.kind == "image" or piece.text.strip()
    ]


def _pieces(parent):
    """The pieces in ``parent``; what stands between two blocks is a paragraph."""
    loose = []
    for node in parent.children:
        if isinstance(node, Tag) and _is_or_has_block(node):
            yield from _paragraphs(loose)
            yield from _block(node)
            loose = []
        else:
            loose.append(node)
    yield from _paragraphs(loose)


def _is_or_has_block(node):
    return node.name in BLOCKS or node.find(BLOCKS) is not None


def _block(node):
    if node.name in HEADINGS:
        markup = trim(inline_html(node.children))
        text = " ".join(text_of(markup).split("\n"))
        style = "subtitle" if "subtitle" in node.get("class", []) else ""
        yield Piece("heading", text, markup, HEADINGS[node.name], style)
    elif node.name in LISTS:
        markup = list_html(node)
        yield Piece("list", text_of(markup), markup)
    elif node.name == "blockquote":
        yield _quote(node)
    elif node.name == "table":
        yield from _table(node)
    elif node.name in PARAGRAPHS and not _contains_block(node):
        caption = node.name == "figcaption" or "caption" in node.get("class", [])
        yield from _paragraphs(
            _preformatted(node) if node.name == "pre" else node.children,
            "caption" if caption else "",
        )
        return
    else:
        yield from _pieces(node)
        return
    yield from _images(node)


def _contains_block(node):
    return any(
        isinstance(child, Tag) and _is_or_has_block(child) for child in node.children
    )


def _preformatted(node):
    """The lines of preformatted text stay lines."""
    nodes = []
    for line in node.get_text().strip("\n").split("\n"):
        nodes += [NavigableString(line), Tag(name="br", can_be_empty_element=True)]
    return nodes


def _paragraphs(nodes, style=""):
    """Two line breaks in a row end a paragraph, as mail programs write it."""
    nodes = list(nodes)
    for filled, lines in groupby(lines_of(inline_html(nodes)), key=bool):
        if filled:
            yield paragraph(BREAK.join(lines), style)
    for node in nodes:
        if isinstance(node, Tag):
            yield from _images(node)


def _images(node):
    found = [node] if node.name == "img" else node.find_all("img")
    for image in found:
        scheme, _, index = image.get("src", "").partition(":")
        if scheme == SCHEME and index.isdigit():
            yield Piece("image", index=int(index))


def _quote(node):
    cite = node.find(["cite", "footer"])
    source = text_of(inline_html(cite.extract().children)) if cite else ""
    inner = [piece for piece in _pieces(node) if piece.kind != "image"]
    text = "\n".join(piece.text for piece in inner if piece.text)
    markup = BREAK.join(piece.html for piece in inner if piece.html)
    if not text:
        text, source = source, ""
    return Piece("quote", text, markup, source=source)


def _table(node):
    rows = rows_of(node)
    caption = node.find("caption")
    if caption is not None:
        yield from _paragraphs(caption.children)
    header = bool(rows) and (
        node.find("thead") is not None or _all_header_cells(node.find("tr"))
    )
    yield Piece(
        "table",
        "\n".join("\n".join(filter(None, row)) for row in rows),
        inline_html(node.children),
        rows=rows,
        first_row_is_header=header,
    )


def _all_header_cells(row):
    cells = row.find_all(["td", "th"], recursive=False) if row is not None else []
    return bool(cells) and all(cell.name == "th" for cell in cells)
