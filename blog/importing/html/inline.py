"""Text inside a paragraph: bold, italics, links and line breaks, and nothing else."""

from __future__ import annotations

import html
import re

from bs4 import NavigableString, Tag

# As Wagtail writes it: its editor breaks down at a `<br>`.
BREAK = "<br/>"
NAMES = {"b": "b", "strong": "b", "i": "i", "em": "i"}
BLANK = " \t\r\n\u00a0\u2007\u202f\u200b\ufeff"
SOURCE_BLANKS = re.compile(r"[ \n\t\r]+")
TOKEN = re.compile(rf"{BREAK}|</[bia]>|<[bi]>|<a href=\"[^\"]*\">")
TAG = re.compile(r"<(/?[a-z][^>]*)>")
EMPTY = re.compile(r"<([bia])(?: [^>]*)?></\1>")
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)
BLOCKS = {"p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "blockquote"}
BLOCKS |= {"pre", "dt", "dd", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
ANY_BREAK = re.compile(r"<br/?>")
BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|div|blockquote|dt|dd|pre)>")


def inline_html(nodes, inside: frozenset = frozenset()) -> str:
    """The nodes as HTML of b, i, a and br; other tags go, their text stays.

    A block among them begins and ends with a line break, so that no words grow together.
    """
    return "".join(_one(node, inside) for node in nodes)


def _one(node, inside: frozenset) -> str:
    if isinstance(node, NavigableString):
        return html.escape(SOURCE_BLANKS.sub(_blank, str(node)), quote=False)
    if not isinstance(node, Tag) or node.name == "img":
        return ""
    if node.name == "br":
        return BREAK
    if node.name in BLOCKS:
        return f"{BREAK}{inline_html(node.children, inside)}{BREAK}"
    name = "a" if node.name == "a" and node.get("href") else NAMES.get(node.name)
    if name is None or name in inside:
        return inline_html(node.children, inside)
    inner = inline_html(node.children, inside | {name})
    href = f' href="{html.escape(node["href"])}"' if name == "a" else ""
    return f"<{name}{href}>{inner}</{name}>" if inner else ""


def _blank(match: re.Match) -> str:
    """Line breaks and tabs of the source are one space; the writer's double spaces stay."""
    blanks = match.group()
    return blanks if not blanks.strip(" ") else " "


def text_of(markup: str) -> str:
    """The text without its tags; a line break is a newline, the end of a block two."""
    markup = ANY_BREAK.sub("\n", BLOCK_END.sub("\n\n", markup))
    return html.unescape(TAG.sub("", markup)).strip(BLANK)


def lines_of(markup: str) -> list[str]:
    """Parts a paragraph at its line breaks; tags that are open there go on in the next."""
    lines, opened, line = [], [], []
    done = 0
    for match in TOKEN.finditer(markup):
        line.append(markup[done : match.start()])
        done = match.end()
        part = match.group()
        if part == BREAK:
            closing = "".join(f"</{tag[1]}>" for tag in reversed(opened))
            lines.append("".join(line) + closing)
            line = list(opened)
            continue
        line.append(part)
        if part.startswith("</"):
            opened.pop()
        else:
            opened.append(part)
    lines.append("".join(line) + markup[done:])
    return [trim(one) for one in lines]


def trim(markup: str) -> str:
    """Without blanks, no-break spaces and line breaks at either end, inside tags too."""
    parts = [part for part in re.split(r"(<[^>]*>)", markup) if part]
    _trim_end(parts, str.lstrip)
    parts.reverse()
    _trim_end(parts, str.rstrip)
    parts.reverse()
    markup, before = "".join(parts), ""
    while before != markup:
        before, markup = markup, EMPTY.sub("", markup)
    return markup


def _trim_end(parts: list[str], strip) -> None:
    for index, part in enumerate(parts):
        if part == BREAK:
            parts[index] = ""
        elif not part.startswith("<"):
            parts[index] = strip(part, BLANK)
            if parts[index]:
                return


def links_of(markup: str) -> list[tuple[str, str]]:
    """Each link's text and address."""
    return [
        (text_of(inner), html.unescape(href)) for href, inner in LINK.findall(markup)
    ]


def is_all_bold(markup: str) -> bool:
    """Whether every letter of the paragraph is bold."""
    rest = re.sub(r"<b>.*?</b>", "", markup, flags=re.DOTALL)
    return "<b>" in markup and not any(c.isalnum() for c in text_of(rest))
