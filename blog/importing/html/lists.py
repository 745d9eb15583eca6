"""Lists as HTML of ul, ol, li and inline text, nested as they stood."""

from itertools import groupby

from bs4 import NavigableString, Tag

from blog.importing.html.inline import BREAK, LISTS, inline_html, lines_of

BLOCKS = {"p", "div", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table"}


def list_html(node):
    """The tag ``node`` (ul or ol) as HTML, without blank items; nothing where all are blank."""
    return "".join(_list(name, items) for name, items in _lists(node))


def _list(name, items):
    return f"<{name}>{items}</{name}>"


def _lists(node):
    """``(name, items)`` of the lists that ``node`` becomes.

    A list whose item has no words of its own stands in place of that item, beside the others:
    the editor would make another list of the two.
    """
    lists, items = [], ""
    for child in node.children:
        parts = _parts(child)
        if parts and all(name for name, _part in parts):
            lists += [(node.name, items), *parts]
            items = ""
        elif parts:
            items += f"<li>{_item(parts)}</li>"
    return [(name, part) for name, part in [*lists, (node.name, items)] if part]


def _item(parts):
    """The content of one item.

    Its paragraphs have a line break between them. What follows a nested list is an item of its
    own: Wagtail's editor would move it before the list. Nested lists side by side are one, of
    the kind of the first: the editor would mix them up with the list around them.
    """
    content, after_list = "", False
    for is_list, group in groupby(parts, lambda part: bool(part[0])):
        group = list(group)
        if is_list:
            content += _list(group[0][0], "".join(items for _name, items in group))
        else:
            if after_list:
                content += "</li><li>"
            content += BREAK.join(part for _name, part in group)
        after_list = is_list
    return content


def _parts(node):
    """Paragraphs as ``(None, HTML)`` and nested lists as ``(name, items)``, none of them blank."""
    if isinstance(node, NavigableString):
        return _paragraph([node])
    if node.name in LISTS:
        return _lists(node)
    parts, loose = [], []
    for child in node.children:
        if isinstance(child, Tag) and child.name in LISTS | BLOCKS:
            parts += _paragraph(loose) + _parts(child)
            loose = []
        else:
            loose.append(child)
    return parts + _paragraph(loose)


def _paragraph(nodes):
    # A link goes on in the next line as another one: the editor keeps no line break inside it.
    lines = lines_of(inline_html(nodes))
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return [(None, BREAK.join(lines))] if lines else []
