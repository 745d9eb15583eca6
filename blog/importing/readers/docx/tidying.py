"""A Word document's XML put into what mammoth reads; what stands in it and is no text is left out."""

import re
from xml.etree.ElementTree import Element, SubElement

from django.utils.translation import gettext as _

from blog.importing.readers.docx.headings import style_of
from blog.importing.readers.docx.parts import is_on, text_in
from blog.importing.readers.xml_tags import child, name_of, named_like, value_of

# mammoth reads what stands in a smart tag, and passes over these with all that they hold.
AROUND_TEXT = {"fldSimple", "dir", "bdo"}
OTHER_NAMES = {"cr": "br", "ptab": "tab"} | dict.fromkeys(AROUND_TEXT, "smartTag")
CONTENT = {"t", "imagedata", "blip"}
TABLE_OF_CONTENTS = re.compile(r"toc (\d|heading)")
DIAGRAM = re.compile(r"/(chart|chartex|diagram)$")


def tidy(root, styles, report):
    """Change ``root`` in place.

    :param styles: the names of the document's styles, in lower case, by their ids.
    """
    _choose_alternatives(root)
    _leave_out(root, styles, report)
    for tag in root.iter():
        name = OTHER_NAMES.get(name_of(tag))
        if name:
            tag.tag = named_like(tag, name)
    # A text box may hold another drawing.
    for tag in reversed([each for each in root.iter() if name_of(each) == "drawing"]):
        _unpack(tag, report)


def _replace(parent, tags):
    """``tags`` instead of what stands in ``parent``."""
    for tag in list(parent):
        parent.remove(tag)
    parent.extend(tags)


def _choose_alternatives(root):
    """Of what stands there once for new programs and once for old ones, keep one.

    The old form is what mammoth knows. Only desktop Word writes it.
    """
    for parent in reversed(list(root.iter())):
        tags = []
        for tag in parent:
            tags += _chosen(tag) if name_of(tag) == "AlternateContent" else [tag]
        if tags != list(parent):
            _replace(parent, tags)


def _chosen(tag):
    old, new = child(tag, "Fallback"), child(tag, "Choice")
    if old is not None and any(name_of(each) in CONTENT for each in old.iter()):
        return list(old)
    return list(new if new is not None else ())


def _leave_out(root, styles, report):
    parents = [root]
    while parents:
        parent = parents.pop()
        for tag in list(parent):
            why = _why_not_text(tag, styles)
            if why is None:
                parents.append(tag)
                continue
            parent.remove(tag)
            for text in _lines(tag):
                report.leave_out(text, why)


def _why_not_text(tag, styles):
    name = name_of(tag)
    if name == "r" and is_on(child(tag, "rPr", "vanish")):
        return _("It is hidden in the file, and nobody sees it there.")
    if name == "sdt" and is_on(child(tag, "sdtPr", "showingPlcHdr")):
        return _("It is the document's own hint where something was to be filled in.")
    gallery = child(tag, "sdtPr", "docPartObj", "docPartGallery")
    if (gallery is not None and value_of(gallery) == "Table of Contents") or (
        name == "p" and TABLE_OF_CONTENTS.match(style_of(tag, styles))
    ):
        return _("It is a table of contents, with the pages of the file.")
    return None


def _lines(tag):
    """The text of each paragraph in ``tag``; blank ones are dropped."""
    paragraphs = [each for each in tag.iter() if name_of(each) == "p"] or [tag]
    return filter(None, (text_in(each).strip() for each in paragraphs))


def _unpack(drawing, report):
    """Text boxes and grouped pictures of a drawing, each where mammoth finds it."""
    boxes = _outermost(drawing, "txbxContent")
    pictures = _outermost(drawing, "pic")
    data = next((each for each in drawing.iter() if name_of(each) == "graphicData"), ())
    if not boxes and not pictures and DIAGRAM.search(_address(data)):
        about = next((each for each in drawing.iter() if name_of(each) == "docPr"), ())
        words = "" if about == () else value_of(about, "descr")
        report.leave_out(
            words or _("A diagram without a description"),
            _("The diagram is no picture: save it as PNG and add it by hand."),
        )
    if boxes or any(picture not in list(data) for picture in pictures):
        tags = [_box(drawing, box) for box in boxes]
        tags += [_alone(drawing, picture) for picture in pictures]
        _replace(drawing, tags)
        drawing.tag = named_like(drawing, "smartTag")


def _address(data):
    return "" if data == () else (value_of(data, "uri") or "")


def _outermost(tag, name):
    """The tags called ``name`` in ``tag``, without those in one another."""
    found, left = [], [tag]
    while left:
        each = left.pop()
        if name_of(each) == name:
            found.append(each)
        else:
            left += reversed(each)
    return found


def _box(drawing, content):
    picture = Element(named_like(drawing, "pict"))
    picture.append(content)
    return picture


def _alone(drawing, picture):
    """``picture`` in a drawing of its own, with what is said of the whole."""
    place = drawing[0]
    alone = Element(drawing.tag)
    inline = SubElement(alone, place.tag)
    inline.extend(each for each in place if name_of(each) == "docPr")
    graphic = child(place, "graphic")
    data = SubElement(SubElement(inline, graphic.tag), graphic[0].tag)
    data.append(picture)
    return alone
