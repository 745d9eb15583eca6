"""What a style says of a paragraph, of letters and of a list."""

import re

from blog.importing.readers.xml_tags import child, children, name_of, value_of

LONGEST_CHAIN = 20
HEADING = re.compile(r"(?:heading|otsikko|rubrik) ?(\d)")
NAMES = {
    "title": "h1",
    "otsikko": "h1",
    "rubrik": "h1",
    "subtitle": "subtitle",
    "alaotsikko": "subtitle",
    "underrubrik": "subtitle",
    "caption": "caption",
    "kuvaotsikko": "caption",
    "bildtext": "caption",
    "quotations": "blockquote",
    "lainaus": "blockquote",
    "citat": "blockquote",
}


class Styles:
    """The styles of a document, by their names: what the writer chose, and what was made of it."""

    def __init__(self, roots):
        self._named, self._automatic, self._lists = {}, {}, {}
        for root in roots:
            for tag in root.iter():
                kind = name_of(tag)
                if kind == "list-style":
                    self._lists[value_of(tag, "name")] = tag
            for group, styles in (
                ("styles", self._named),
                ("automatic-styles", self._automatic),
            ):
                for style in children(root, group):
                    styles[value_of(style, "family"), value_of(style, "name")] = style

    def role(self, paragraph):
        """What a paragraph is: h1 to h6, subtitle, caption, blockquote, or nothing in particular."""
        for style in self._chain("paragraph", value_of(paragraph, "style-name")):
            name = value_of(style, "display-name") or value_of(style, "name") or ""
            name = name.replace("_20_", " ").lower()
            heading = HEADING.fullmatch(name)
            if heading:
                return f"h{heading.group(1)}"
            if name in NAMES:
                return NAMES[name]
            level = value_of(style, "default-outline-level")
            if level and level.isdecimal() and "1" <= level <= "6":
                return f"h{level}"
        return ""

    def letters(self, tag, family):
        """The tags around the letters of ``tag``, and ``hidden`` where nobody sees them.

        Of a paragraph only what was done to it by hand counts, not the look of its style.
        """
        name = value_of(tag, "style-name")
        found = set()
        chain = self._chain(family, name)
        if family == "paragraph":
            chain = [style for style in chain if style in self._automatic.values()]
        for style in reversed(chain):
            properties = child(style, "text-properties")
            if properties is not None:
                _apply(properties, found)
        return found

    def list_tag(self, name, level):
        """ul or ol, for a list in the style ``name`` on ``level``, which counts from one."""
        for each in self._lists.get(name, ()):
            if value_of(each, "level") == str(level):
                number = name_of(each) == "list-level-style-number"
                return "ol" if number and value_of(each, "num-format") else "ul"
        return "ul"

    def _chain(self, family, name):
        chain = []
        while name and len(chain) < LONGEST_CHAIN:
            key = family, name
            style = self._automatic.get(key)
            style = self._named.get(key) if style is None else style
            if style is None:
                break
            chain.append(style)
            name = value_of(style, "parent-style-name")
        return chain


def _apply(properties, found):
    """Change ``found`` by what ``properties`` say: a later style may take back an earlier one."""
    for attribute, tag, usual in (
        ("font-weight", "b", ("normal", "100", "200", "300", "400", "500")),
        ("font-style", "i", ("normal",)),
        ("text-line-through-style", "s", ("none",)),
        ("display", "hidden", ("true",)),
    ):
        value = value_of(properties, attribute)
        if value is not None:
            found.discard(tag)
            if value not in usual:
                found.add(tag)
