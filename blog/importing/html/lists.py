"""Lists as HTML of ul, ol, li and inline text, nested as they stood."""

from bs4 import NavigableString, Tag

from blog.importing.html.inline import BREAK, inline_html, trim

LISTS = {"ul", "ol"}
BLOCKS = {"p", "div", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table"}


def list_html(node):
    """The tag ``node`` (ul or ol) as HTML, without blank items; nothing where all are blank."""
    items = [_item(child) for child in node.children]
    content = "".join(f"<li>{item}</li>" for item in items if item)
    return f"<{node.name}>{content}</{node.name}>" if content else ""


def _item(node):
    """The content of one item.

    Its paragraphs have a line break between them. What follows a nested list is an item of its
    own: Wagtail's editor would move it before the list.
    """
    content, after_list = "", False
    for is_list, part in _parts(node):
        if content and not is_list:
            content += "</li><li>" if after_list else BREAK
        content += part
        after_list = is_list
    return content


def _parts(node):
    """Paragraphs and nested lists in an item: ``(is it a list, HTML)``, none of them blank."""
    if isinstance(node, NavigableString):
        return _paragraph([node])
    if node.name in LISTS:
        nested = list_html(node)
        return [(True, nested)] if nested else []
    parts, loose = [], []
    for child in node.children:
        if isinstance(child, Tag) and child.name in LISTS | BLOCKS:
            parts += _paragraph(loose) + _parts(child)
            loose = []
        else:
            loose.append(child)
    return parts + _paragraph(loose)


def _paragraph(nodes):
    paragraph = trim(inline_html(nodes))
    return [(False, paragraph)] if paragraph else []
