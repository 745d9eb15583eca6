"""Lists as HTML of ul, ol, li and inline text, nested as they stood."""

from __future__ import annotations

from bs4 import NavigableString, Tag

from blog.importing.html.inline import BREAK, inline_html, trim

BLOCKS = {"p", "div", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table"}


def list_html(node: Tag) -> str:
    """An item that is blank is dropped, and so is a list without items."""
    items = [_item(child) for child in node.children]
    inner = "".join(f"<li>{item}</li>" for item in items if item)
    return f"<{node.name}>{inner}</{node.name}>" if inner else ""


def _item(node) -> str:
    if isinstance(node, NavigableString):
        return trim(inline_html([node]))
    if node.name in ("ul", "ol"):
        return list_html(node)
    parts: list[str] = []
    loose: list = []
    for child in node.children:
        if isinstance(child, Tag) and child.name in {"ul", "ol", *BLOCKS}:
            _add(parts, trim(inline_html(loose)))
            loose = []
            nested = child.name in ("ul", "ol")
            _add(parts, list_html(child) if nested else _item(child))
        else:
            loose.append(child)
    _add(parts, trim(inline_html(loose)))
    return "".join(parts)


def _add(parts: list[str], part: str) -> None:
    """Paragraphs of one item have a line break between them.

    What follows a nested list is an item of its own: the editor would move it before the list.
    """
    if part and parts and not part.startswith(("<ul>", "<ol>")):
        nested = parts[-1].endswith(("</ul>", "</ol>"))
        parts.append("</li><li>" if nested else BREAK)
    if part:
        parts.append(part)
