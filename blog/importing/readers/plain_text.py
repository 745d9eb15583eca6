"""Plain text to HTML: paragraphs at blank lines, typed lists, written-out addresses."""

from __future__ import annotations

import html
import re
from itertools import groupby

BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)*\n")
MARKERS = {
    "ul": re.compile(r"\s*[-•*·▪][ \t\xa0]+(?=\S)"),
    "dash": re.compile(r"\s*–[ \t\xa0]+(?=\S)"),
    "ol": re.compile(r"\s*(\d{1,2})[.)][ \t\xa0]+(?=\S)"),
}
ADDRESS = re.compile(r"https?://[^\s<>\"”“»]+")


def plain_to_html(text: str) -> str:
    """A single line break inside a paragraph stays, as `<br>`."""
    paragraphs = [part.strip("\n") for part in BLANK_LINES.split(text) if part.strip()]
    elements = []
    for kind, group in groupby(paragraphs, _kind_of_paragraph):
        items = list(group)
        if kind in ("ul", "ol") and _is_list(kind, items):
            elements.append(_list(kind, items))
        else:
            elements += [_paragraph(item) for item in items]
    return "\n".join(elements)


def _kind(line: str) -> str:
    return next((k for k, marker in MARKERS.items() if marker.match(line)), "p")


def _kind_of_paragraph(paragraph: str) -> str:
    """A dash before a paragraph of its own is how Finnish opens a spoken line: no list."""
    kind = _kind(paragraph)
    return "p" if "\n" in paragraph or kind == "dash" else kind


def _paragraph(paragraph: str) -> str:
    """One paragraph, parted where lines of a typed list begin or end."""
    elements, loose = [], []
    for kind, group in groupby(paragraph.split("\n"), _kind):
        lines = list(group)
        if kind == "p" or not _is_list(kind, lines):
            loose += lines
            continue
        if loose:
            elements.append(_lines(loose))
            loose = []
        elements.append(_list(kind, lines))
    if loose:
        elements.append(_lines(loose))
    return "\n".join(elements)


def _is_list(kind: str, lines: list[str]) -> bool:
    """At least two items; numbers have to count from one, or they would be lost."""
    if kind == "ol":
        numbers = [int(MARKERS["ol"].match(line).group(1)) for line in lines]
        return len(lines) > 1 and numbers == list(range(1, len(lines) + 1))
    return len(lines) > 1


def _lines(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(_linked(line.strip(' ')) for line in lines)}</p>"


def _list(kind: str, lines: list[str]) -> str:
    tag = "ol" if kind == "ol" else "ul"
    items = (_linked(MARKERS[kind].sub("", line, count=1)) for line in lines)
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def _linked(line: str) -> str:
    """The line as HTML, with a link on each address that is written out in it."""
    done, parts = 0, []
    for match in ADDRESS.finditer(line):
        address = match.group().rstrip(".,:;!?)’'")
        parts.append(html.escape(line[done : match.start()], quote=False))
        parts.append(f'<a href="{html.escape(address)}">{html.escape(address)}</a>')
        done = match.start() + len(address)
    parts.append(html.escape(line[done:], quote=False))
    return "".join(parts)
