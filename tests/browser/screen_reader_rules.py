"""What holds for every page that a screen reader reads; each rule yields what breaks it."""

import datetime
from collections import Counter
from typing import NamedTuple

from tests.browser.accessibility_tree import FIELDS, LANDMARKS, OPERATED, is_seen_after

# What stands in the main part of each page, beside its regions: the way back, the question,
# previous and next; the themes and the archive; the form.
IN_MAIN = {
    "front": ["complementary"],
    "post": ["navigation", "complementary", "navigation"],
    "foreign": ["navigation", "complementary", "navigation"],
    "posts": ["navigation", "navigation"],
    "question": ["navigation"],
    "questions": [],
    "theme": ["navigation", "navigation"],
    "author": ["navigation"],
    "search": ["search"],
    "nothing": ["search"],
}
PICTURES = {
    "fi": {
        "post": ["Soutuvene aamulla", "Laituri"],
        "foreign": ["En strand"],
        "author": ["Maija Malli"],
    },
    "sv": {"post": ["En roddbåt på morgonen", "En brygga"], "author": ["Maija Malli"]},
}


class Heard(NamedTuple):
    """A page of the scene, with its nodes in the order in which they are read."""

    name: str
    language: str
    nodes: list


def landmarks_in_order(page):
    """The head of the site with languages and menu, the main part, the foot with its links."""
    found = [n.role for n in page.nodes if n.role in LANDMARKS and n.role != "region"]
    top = ["banner", "navigation", "navigation", "main"]
    if found != [*top, *IN_MAIN[page.name], "contentinfo", "navigation"]:
        yield found


def landmarks_with_names(page):
    """Who jumps from one to the other hears which it is."""
    named = [
        (node.role, node.name)
        for node in page.nodes
        if node.role in ("navigation", "region", "complementary")
    ]
    yield from [each for each, count in Counter(named).items() if count > 1]
    yield from [role for role, name in named if not name]


def all_is_in_a_landmark(page):
    """But for the link that skips to the main part."""
    around = [n for n in page.nodes if n.role in ("banner", "main", "contentinfo")]
    around += [n for n in page.nodes if "skip" in n.classes]
    for node in page.nodes:
        if node.role == "StaticText" and not any(map(node.is_in, around)):
            yield node


def headings_without_gaps(page):
    """One h1, which is the first; after it no level is jumped."""
    levels = [node.level for node in page.nodes if node.role == "heading"]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield levels
    for before, after in zip(levels, levels[1:], strict=False):
        if after > before + 1:
            yield f"h{after} after h{before}"


def all_that_is_operated_has_a_name(page):
    yield from [node for node in page.nodes if node.role in OPERATED and not node.name]


def one_name_one_place(page):
    """Links of one name lead to one place: read as a list, apart from the text, they differ."""
    places = {}
    for node in page.nodes:
        if node.role == "link":
            places.setdefault(node.name.casefold(), set()).add(node.url)
    yield from [(name, urls) for name, urls in places.items() if len(urls) > 1]


def fields_are_labelled(page):
    """By words that are seen."""
    seen = {node.text for node in page.nodes if node.role == "LabelText"}
    for node in page.nodes:
        if node.role in FIELDS and node.name not in seen:
            yield node


def lists_are_lists(page):
    """Each list has its items. WebKit takes one without markers for no list, outside navigation,
    unless its role is written."""
    menus = [node for node in page.nodes if node.role == "navigation"]
    for node in page.nodes:
        if node.tag not in ("ul", "ol"):
            continue
        items = [n for n in page.nodes if n.role == "listitem" and n.is_in(node)]
        if node.role != "list" or not items:
            yield node
        written = node.attributes.get("role") == "list"
        if node.marker == "none" and not written and not any(map(node.is_in, menus)):
            yield f"no list in Safari: {node}"


def times_are_dates(page):
    """A machine's moment, and words for people."""
    for node in page.nodes:
        if node.tag == "time":
            datetime.datetime.fromisoformat(node.attributes["datetime"])
            if not node.text:
                yield node


def read_as_it_is_seen(page):
    """From the top down, and side by side from the left."""
    parts = [n for n in page.nodes if n.role == "heading" or n.role in LANDMARKS]
    for before, after in zip(parts, parts[1:], strict=False):
        if not is_seen_after(after, before):
            yield f"{after} is read after {before}"


def pictures_that_say_something(page):
    """They are there with their words, and no others."""
    found = [node.name for node in page.nodes if node.role == "image"]
    if found != PICTURES[page.language].get(page.name, []):
        yield found


RULES = [
    landmarks_in_order,
    landmarks_with_names,
    all_is_in_a_landmark,
    headings_without_gaps,
    all_that_is_operated_has_a_name,
    one_name_one_place,
    fields_are_labelled,
    lists_are_lists,
    times_are_dates,
    pictures_that_say_something,
    read_as_it_is_seen,
]
