"""Plain text to HTML: paragraphs at blank lines, typed lists, written-out addresses."""

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


def plain_to_html(text):
    """``text`` as HTML of p, br, ul, ol, li and a; a single line break stays a line break."""
    paragraphs = [part.strip("\n") for part in BLANK_LINES.split(text) if part.strip()]
    elements = []
    for kind, group in groupby(paragraphs, _kind_of_paragraph):
        items = list(group)
        if kind in ("ul", "ol") and _is_list(kind, items):
            elements.append(_list(kind, items))
        else:
            elements += [_paragraph(item) for item in items]
    return "\n".join(elements)


def _kind(line):
    return next((k for k, marker in MARKERS.items() if marker.match(line)), "p")


def _kind_of_paragraph(paragraph):
    """Finnish opens a spoken line with a dash, so a paragraph with one is no item of a list."""
    kind = _kind(paragraph)
    return "p" if "\n" in paragraph or kind == "dash" else kind


def _paragraph(paragraph):
    """A paragraph as HTML; lines in it that are a typed list become a list."""
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


def _is_list(kind, lines):
    """Are there two items or more? Numbers must count from one: a list shows no others."""
    if kind == "ol":
        numbers = [int(MARKERS["ol"].match(line).group(1)) for line in lines]
        return len(lines) > 1 and numbers == list(range(1, len(lines) + 1))
    return len(lines) > 1


def _lines(lines):
    return f"<p>{'<br>'.join(_linked(line.strip(' ')) for line in lines)}</p>"


def _list(kind, lines):
    tag = "ol" if kind == "ol" else "ul"
    items = (_linked(MARKERS[kind].sub("", line, count=1)) for line in lines)
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def _linked(line):
    """``line`` as HTML; each address that is written out in it becomes a link."""
    done, parts = 0, []
    for match in ADDRESS.finditer(line):
        address = match.group().rstrip(".,:;!?)’'")
        parts.append(html.escape(line[done : match.start()], quote=False))
        parts.append(f'<a href="{html.escape(address)}">{html.escape(address)}</a>')
        done = match.start() + len(address)
    parts.append(html.escape(line[done:], quote=False))
    return "".join(parts)
