"""A page as a screen reader gets it: Chromium's accessibility tree, with where each thing is seen."""

from dataclasses import dataclass, field

LANDMARKS = (
    "banner",
    "complementary",
    "contentinfo",
    "main",
    "navigation",
    "region",
    "search",
)
FIELDS = ("textbox", "searchbox", "combobox", "checkbox", "radio")
OPERATED = ("link", "button", "DisclosureTriangle", "Iframe", *FIELDS)


@dataclass(eq=False)
class Node:
    """What the tree says of one thing, and what the document does."""

    role: str
    name: str
    properties: dict
    # Of its element: name, attributes, inherited language, list-style-type.
    tag: str = ""
    attributes: dict = field(default_factory=dict)
    language: str = ""
    marker: str = ""
    # The elements around it, from the root to itself, each with its box ``(left, top, right,
    # bottom)``, or ``None`` where it has none.
    way: tuple = ()
    text: str = ""

    @property
    def level(self):
        return self.properties.get("level")

    @property
    def url(self):
        return self.properties.get("url")

    @property
    def classes(self):
        return self.attributes.get("class", "").split()

    def is_in(self, other):
        return other.way[-1] in self.way

    def __str__(self):
        return f"{self.role} “{self.name or self.text}”"


def said(text):
    """As it is heard: soft hyphens and how spaces are written make no difference."""
    return " ".join((text or "").replace("\u00ad", "").split())


def read(page):
    """Every :class:`Node` of ``page`` (Playwright's) in the order in which it is read."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    document = Document(
        session.send(
            "DOMSnapshot.captureSnapshot", {"computedStyles": ["list-style-type"]}
        )
    )
    session.detach()
    known = {node["nodeId"]: node for node in tree}
    return list(_in_order(tree[0], known, document))


def _in_order(given, known, document, around=None):
    below = [known[key] for key in given.get("childIds", ()) if key in known]
    if given["ignored"]:
        for each in below:
            yield from _in_order(each, known, document, around)
        return
    node = Node(
        given["role"]["value"],
        said(given.get("name", {}).get("value")),
        {p["name"]: p["value"].get("value") for p in given.get("properties", ())},
        **document.about(given.get("backendDOMNodeId"), around),
    )
    yield node
    for each in below:
        if each["role"]["value"] == "InlineTextBox":
            continue
        for inner in _in_order(each, known, document, node):
            if inner.role == "StaticText":
                node.text = said(f"{node.text} {inner.name}")
            yield inner


class Document:
    """The elements of a page with their attributes and boxes, by Chromium's number."""

    def __init__(self, snapshot):
        self.strings = snapshot["strings"]
        self.nodes = snapshot["documents"][0]["nodes"]
        layout = snapshot["documents"][0]["layout"]
        self.boxes, self.markers = {}, {}
        for index, (x, y, width, height), styles in zip(
            layout["nodeIndex"], layout["bounds"], layout["styles"], strict=True
        ):
            # An anonymous box around the element comes after it.
            self.boxes.setdefault(index, (x, y, x + width, y + height))
            if styles:
                self.markers.setdefault(index, self.strings[styles[0]])
        self.index = {
            number: index for index, number in enumerate(self.nodes["backendNodeId"])
        }

    def about(self, number, around):
        """What a :class:`Node` says of the document. What CSS adds, and what is inside a field,
        is in the node ``around`` it."""
        index = self.index.get(number)
        if index is None:
            return {"way": around.way, "language": around.language}
        way = list(self._way(index))
        languages = [self._attributes(step).get("lang") for step in way]
        is_apart = way[-1] != 0
        return {
            "tag": self.strings[self.nodes["nodeName"][index]].lower(),
            "attributes": self._attributes(index),
            "language": next(
                filter(None, languages), around.language if is_apart else ""
            ),
            "marker": self.markers.get(index, ""),
            "way": (around.way if is_apart else ())
            + tuple((step, self.boxes.get(step)) for step in reversed(way)),
        }

    def _way(self, index):
        while index >= 0:
            yield index
            index = self.nodes["parentIndex"][index]

    def _attributes(self, index):
        listed = [self.strings[number] for number in self.nodes["attributes"][index]]
        return dict(zip(listed[::2], listed[1::2], strict=True))


def is_seen_after(later, earlier):
    """Does the eye come to ``later`` after ``earlier``: below it, or beside it to the right?

    Compared are the two parts of the page that hold one of them each, side by side in what holds
    both: two cards, not the headings in them.
    """
    if later.is_in(earlier) or earlier.is_in(later):
        return True
    parts = zip(earlier.way, later.way, strict=False)
    one, other = next((a[1], b[1]) for a, b in parts if a != b)
    if not one or not other:
        return False
    is_below = other[1] >= one[3] - 1
    is_beside = other[0] >= one[2] - 1 and other[1] < one[3] and other[3] > one[1]
    return is_below or is_beside
