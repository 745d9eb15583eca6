"""Sanitised HTML as a flat list of pieces: what the recognisers pick from."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from bs4 import BeautifulSoup, NavigableString, Tag

from blog.importing.html.inline import (
    BREAK,
    inline_html,
    is_all_bold,
    lines_of,
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


@dataclass
class Piece:
    """One block of the source. `text` is its plain text, `html` what is shown of it."""

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
    def bold(self) -> bool:
        return self.kind == "paragraph" and is_all_bold(self.html)

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


def paragraph(markup: str, style: str = "") -> Piece:
    """A paragraph of inline HTML that has been normalised."""
    markup = trim(markup)
    return Piece("paragraph", text_of(markup), markup, style=style)


def pieces_of(markup: str) -> list[Piece]:
    """Every block in reading order; blank ones are dropped, loose text is a paragraph."""
    soup = BeautifulSoup(markup + "\n", "html.parser")
    return [
        piece for piece in _walk(soup) if piece.kind == "image" or piece.text.strip()
    ]


def _walk(parent: Tag):
    loose: list = []
    for node in parent.children:
        block = isinstance(node, Tag) and _has_block(node)
        if not block:
            loose.append(node)
            continue
        yield from _paragraphs(loose)
        loose = []
        yield from _block(node)
    yield from _paragraphs(loose)


def _has_block(node: Tag) -> bool:
    names = CONTAINERS | PARAGRAPHS | set(HEADINGS) | {"ul", "ol", "blockquote"}
    names |= {"table", "hr"}
    return node.name in names or node.find(names) is not None


def _block(node: Tag):
    if node.name in HEADINGS:
        markup = trim(inline_html(node.children))
        text = " ".join(text_of(markup).split("\n"))
        style = "subtitle" if "subtitle" in node.get("class", []) else ""
        yield Piece("heading", text, markup, HEADINGS[node.name], style)
    elif node.name in ("ul", "ol"):
        yield Piece("list", text_of(list_html(node)), list_html(node))
    elif node.name == "blockquote":
        yield _quote(node)
    elif node.name == "table":
        yield from _table(node)
    elif node.name in PARAGRAPHS and not _contains_block(node):
        caption = node.name == "figcaption" or "caption" in node.get("class", [])
        yield from _paragraphs(
            _preserved(node) if node.name == "pre" else node.children,
            "caption" if caption else "",
        )
        return
    else:
        yield from _walk(node)
        return
    yield from _images(node)


def _contains_block(node: Tag) -> bool:
    return any(isinstance(child, Tag) and _has_block(child) for child in node.children)


def _preserved(node: Tag) -> list:
    """The lines of preformatted text stay lines."""
    parts: list = []
    for line in node.get_text().strip("\n").split("\n"):
        parts += [NavigableString(line), Tag(name="br", can_be_empty_element=True)]
    return parts


def _paragraphs(nodes, style: str = ""):
    """Two line breaks in a row end a paragraph, as mail programs write it."""
    nodes = list(nodes)
    for filled, lines in groupby(lines_of(inline_html(nodes)), key=bool):
        if filled:
            yield paragraph(BREAK.join(lines), style)
    for node in nodes:
        if isinstance(node, Tag):
            yield from _images(node)


def _images(node: Tag):
    found = [node] if node.name == "img" else node.find_all("img")
    for image in found:
        scheme, _, index = image.get("src", "").partition(":")
        if scheme == SCHEME and index.isdigit():
            yield Piece("image", index=int(index))


def _quote(node: Tag) -> Piece:
    cite = node.find(["cite", "footer"])
    source = text_of(inline_html(cite.children)) if cite else ""
    if cite:
        cite.extract()
    inner = [piece for piece in _walk(node) if piece.kind != "image"]
    text = "\n".join(piece.text for piece in inner if piece.text)
    markup = BREAK.join(piece.html for piece in inner if piece.html)
    if not text:
        text, source = source, ""
    return Piece("quote", text, markup, source=source)


def _table(node: Tag):
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


def _all_header_cells(row: Tag | None) -> bool:
    cells = row.find_all(["td", "th"], recursive=False) if row is not None else []
    return bool(cells) and all(cell.name == "th" for cell in cells)


def split_piece(piece: Piece) -> list[Piece]:
    """A paragraph as one piece for each of its lines."""
    return [paragraph(line) for line in lines_of(piece.html) if text_of(line)]
