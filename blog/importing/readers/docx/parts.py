"""The parts of a Word document, by what they are: programs on the web give them other names."""

from defusedxml import ElementTree

from blog.importing.readers.xml_tags import name_of, value_of

# Word calls them document.xml and so on; Word on the web writes document2.xml.
KINDS = {"document", "footnotes", "endnotes", "comments", "hdr", "ftr", "styles"}
# Where the text of a post stands.
TEXTS = {"document", "footnotes", "endnotes"}


def roots_by_kind(parts):
    """``(kind, name, root)`` of each part of the document whose kind is known, in order of names."""
    found = []
    for name in sorted(parts):
        if name.lower().endswith(".xml") and _may_be_known(parts[name]):
            root = ElementTree.fromstring(parts[name], forbid_dtd=True)
            if name_of(root) in KINDS:
                found.append((name_of(root), name, root))
    return found


def _may_be_known(data):
    """Is it worth parsing? A damaged part that nobody reads harms nobody."""
    return b"wordprocessingml" in data


def is_on(tag):
    """Is a property such as bold there, and not said to be off?"""
    return tag is not None and value_of(tag) not in ("0", "false", "off")


def text_in(tag):
    """The words in ``tag``; what was deleted is none."""
    return "".join(each.text or "" for each in tag.iter() if name_of(each) == "t")


def raw_text(root):
    """The text as it stands in the file, with its tabs; a line for each paragraph."""
    marks = {"tab": "\t", "br": "\n"}
    pieces = []
    for each in root.iter():
        name = name_of(each)
        if name == "p":
            pieces.append("\n")
        elif name == "t":
            pieces.append(each.text or "")
        # A paragraph's own tab stops are called tab, too.
        elif name in marks and value_of(each, "pos") is None:
            pieces.append(marks[name])
    return "".join(pieces)
