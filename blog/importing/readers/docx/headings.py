"""Headings by their level in the document's outline: their styles have a name in any language."""

from xml.etree.ElementTree import Element, SubElement

from blog.importing.readers.xml_tags import child, name_of, named_like, value_of

MARK = "outline-"
DEEPEST = 6
LONGEST_CHAIN = 20


def mark_outline(root, style_roots, known):
    """Give the paragraphs of ``root`` that are headings by their level the style ``outline-N``.

    :param known: the names of styles, in lower case, that are mapped already.
    """
    styles = {
        value_of(style, "styleId"): style
        for sheet in style_roots
        for style in sheet
        if name_of(style) == "style"
    }
    for tag in root.iter():
        if name_of(tag) != "p":
            continue
        properties = child(tag, "pPr")
        used = None if properties is None else child(properties, "pStyle")
        style = None if used is None else styles.get(value_of(used))
        if style is not None and _name(style) in known:
            continue
        level = _level(properties, style, styles)
        if level is not None:
            _mark(tag, properties, used, f"{MARK}{min(level + 1, DEEPEST)}")


def style_of(tag, styles):
    """The name, in lower case, of the style that the paragraph ``tag`` has."""
    used = child(tag, "pPr", "pStyle")
    return "" if used is None else styles.get(value_of(used), "")


def names_of_styles(style_roots):
    """The name in lower case of each style, by its id."""
    return {
        value_of(style, "styleId"): _name(style)
        for sheet in style_roots
        for style in sheet
        if name_of(style) == "style"
    }


def _name(style):
    name = child(style, "name")
    return "" if name is None else (value_of(name) or "").lower()


def _level(properties, style, styles):
    """From 0; ``None`` where it is running text."""
    level = _own_level(properties)
    for _step in range(LONGEST_CHAIN):
        if level is not None or style is None:
            break
        level = _own_level(child(style, "pPr"))
        base = child(style, "basedOn")
        style = None if base is None else styles.get(value_of(base))
    return level if level is not None and level < 9 else None


def _own_level(properties):
    level = None if properties is None else child(properties, "outlineLvl")
    value = None if level is None else value_of(level)
    return int(value) if value and value.isdecimal() and len(value) < 3 else None


def _mark(tag, properties, used, name):
    if properties is None:
        properties = Element(named_like(tag, "pPr"))
        tag.insert(0, properties)
    if used is None:
        used = SubElement(properties, named_like(tag, "pStyle"))
    used.attrib = {named_like(tag, "val"): name}
