"""Text inside a paragraph: bold, italics, links and line breaks, and nothing else."""

import html
import re

from bs4 import BeautifulSoup, NavigableString

# Wagtail writes line breaks like this; its editor fails at a `<br>`.
BREAK = "<br/>"
BOLD_AND_ITALIC = {"b": "b", "strong": "b", "i": "i", "em": "i"}
BLANK = " \t\r\n\u00a0\u2007\u202f\u200b\ufeff"
TAG = re.compile(r"<[^>]*>")
SOURCE_BLANKS = re.compile(r"[ \n\t\r]+")
BLOCKS = {"p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "blockquote"}
BLOCKS |= {"pre", "dt", "dd", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
# They begin on a line of their own.
LISTS = {"ul", "ol"}
# A blank line follows their text.
SPACED_BLOCKS = {"p", "li", "tr", "div", "blockquote", "dt", "dd", "pre"}
SPACED_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6"}


def parse(markup):
    """``markup`` as a tree of Beautiful Soup, with a line break at its end."""
    # Without the line break the parser takes a lone word for the name of a file, and warns.
    return BeautifulSoup(markup + "\n", "html.parser")


def inline_html(nodes, inside=frozenset(), texts=None):
    """``nodes`` as HTML of b, i, a and br; other tags are removed, their text stays.

    A block among them begins and ends with a line break, so that no two words become one.

    :param inside: the tags that are open around ``nodes``; they are not opened again.
    :param texts: what to write instead of a string or a line break, by the id of the node.
    """
    return "".join(_node_html(node, inside, texts or {}) for node in nodes)


def _node_html(node, inside, texts):
    if id(node) in texts:
        return _escaped(texts[id(node)])
    if isinstance(node, NavigableString):
        return _escaped(node)
    if node.name == "img":
        return ""
    if node.name == "br":
        return BREAK
    if node.name in BLOCKS:
        return f"{BREAK}{inline_html(node.children, inside, texts)}{BREAK}"
    name = "a" if node.name == "a" and node.get("href") else None
    name = name or BOLD_AND_ITALIC.get(node.name)
    if name is None or name in inside:
        return inline_html(node.children, inside, texts)
    return _element(name, node, inline_html(node.children, inside | {name}, texts))


def _element(name, node, content):
    """The tag ``node``, called ``name``, around ``content``; nothing where that is empty.

    A link around blanks is only the blanks: nobody could follow it, and the editor drops it.
    """
    if name == "a" and not TAG.sub("", content).strip(BLANK):
        return content
    href = f' href="{html.escape(node["href"])}"' if name == "a" else ""
    return f"<{name}{href}>{content}</{name}>" if content else ""


def _escaped(string):
    return html.escape(SOURCE_BLANKS.sub(_blank, string), quote=False)


def _blank(match):
    """Line breaks and tabs of the source are one space; the writer's double spaces stay."""
    blanks = match.group()
    return blanks if not blanks.strip(" ") else " "


def text_of(markup):
    """The text of ``markup`` without tags: a newline for a line break, two after a block."""
    return _text(parse(markup)).strip(BLANK)


def _text(node):
    if isinstance(node, NavigableString):
        return str(node)
    if node.name == "br":
        return "\n"
    text = "".join(_text(child) for child in node.children)
    if node.name in LISTS:
        return f"\n{text}"
    return f"{text}\n\n" if node.name in SPACED_BLOCKS else text


def lines_of(paragraph):
    """The lines of a paragraph, each trimmed; a block in it begins and ends a line.

    A tag that is open at a line break is closed there and opened again in the next line.
    """
    return [trim(line) for line in _lines(parse(paragraph))]


def _lines(parent):
    lines = [""]
    for node in parent.children:
        if isinstance(node, NavigableString):
            parts = [_escaped(node)]
        elif node.name == "br":
            parts = ["", ""]
        elif node.name in BLOCKS:
            parts = ["", *_lines(node), ""]
        else:
            parts = [_element(node.name, node, line) for line in _lines(node)]
        lines[-1] += parts[0]
        lines += parts[1:]
    return lines


def trim(markup):
    """Inline HTML without blanks and line breaks at either end, and without empty tags."""
    soup = parse(markup)
    leaves = [node for node in soup.descendants if node.name in (None, "br")]
    texts = {}
    _strip(leaves, str.lstrip, texts)
    _strip(reversed(leaves), str.rstrip, texts)
    return inline_html(soup.children, texts=texts)


def _strip(leaves, strip, texts):
    """Put into ``texts`` what is left of ``leaves`` up to the first that is not blank."""
    for leaf in leaves:
        # Taking nodes out of the tree instead would take long where there are many.
        text = "" if leaf.name else strip(texts.get(id(leaf), leaf), BLANK)
        texts[id(leaf)] = text
        if text:
            return


def links_of(markup):
    """The text and the address of each link."""
    return [
        (_text(link).strip(BLANK), link["href"])
        for link in parse(markup)("a", href=True)
    ]


def is_all_bold(paragraph):
    """Is every letter of a paragraph bold?"""
    soup = parse(paragraph)
    plain = [text for text in soup.strings if not text.find_parent("b")]
    return soup.b is not None and not any(map(str.isalnum, "".join(plain)))
