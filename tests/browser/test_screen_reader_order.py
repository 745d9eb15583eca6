"""What a screen reader says of a page, in what order: the same that the eye sees."""

import datetime
from collections import Counter
from typing import NamedTuple

import pytest
from wagtail.models import Page

from tests.browser.accessibility_tree import (
    FIELDS,
    LANDMARKS,
    OPERATED,
    is_seen_after,
    read,
    said,
)
from tests.browser.foreign import is_english, is_the_other
from tests.browser.reader_scene import addresses, set_the_scene

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.xdist_group("browser"),
]

WIDTHS = (1280, 320)
# What stands in the main part of each page, beside its regions: the way back, the question,
# previous and next; the archive; the form.
IN_MAIN = {
    "front": ["complementary"],
    "post": ["navigation", "complementary", "navigation"],
    "foreign": ["navigation", "complementary", "navigation"],
    "posts": ["navigation"],
    "question": ["navigation"],
    "questions": [],
    "theme": ["navigation"],
    "author": ["navigation"],
    "search": ["search"],
    "nothing": ["search"],
}
PICTURES = {
    "fi": {
        "post": ["Soutuvene aamulla", "Laituri"],
        "foreign": ["En strand"],
        "author": ["Kasvot"],
    },
    "sv": {"post": ["En roddbåt på morgonen", "En brygga"], "author": ["Kasvot"]},
}


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


class Heard(NamedTuple):
    """A page of the scene, with its nodes in the order in which they are read."""

    name: str
    language: str
    nodes: list


@pytest.fixture
def hear(scene, at_browser, language):
    """``hear(width)``: every page, one by one; or those with ``names``."""
    page = at_browser().page

    def visit(width, *names):
        page.set_viewport_size({"width": width, "height": 800})
        places = addresses(scene, language)
        for name in names or places:
            page.goto(places[name])
            yield Heard(name, language, read(page))

    return visit


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_heard_as_it_is_seen(hear, width):
    """Every rule above, on every page."""
    wrong = [
        (page.name, rule.__name__, str(what))
        for page in hear(width)
        for rule in RULES
        for what in rule(page)
    ]
    assert not wrong, "\n".join(map(str, wrong))


def is_a(role, name="", level=None):
    """A condition on a node: its role; a class of its element, or its level."""
    return lambda node: (
        node.role == role
        and (not name or name in node.classes)
        and (not level or node.level == level)
    )


ORDER_OF_A_POST = [
    is_a("navigation", "breadcrumb"),
    is_a("heading", level=1),
    is_a("paragraph", "lead"),
    is_a("list", "byline"),
    is_a("paragraph", "facts"),
    is_a("image"),
    # The first of the text.
    is_a("heading", level=2),
    is_a("complementary", "question"),
    is_a("region", "themes"),
    is_a("region", "share"),
    is_a("region", "about"),
    is_a("region", "read-on"),
    is_a("navigation", "read-on__steps"),
    is_a("contentinfo"),
]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_order_of_a_post(hear, width):
    """From the way back to the foot, each thing where the eye finds it too."""
    (post,) = hear(width, "post")
    order = [next(filter(is_it, post.nodes)) for is_it in ORDER_OF_A_POST]
    places = [post.nodes.index(node) for node in order]
    assert places == sorted(places), list(map(str, order))
    for before, after in zip(order, order[1:], strict=False):
        assert is_seen_after(after, before), f"{after} is read after {before}"


FOUND = {"fi": "1 tulos", "sv": "1 träff"}


def test_what_a_search_found_is_a_status(hear, language):
    """How many, or that there is nothing; once."""
    for page in hear(WIDTHS[0], "search", "nothing"):
        (status,) = [node for node in page.nodes if node.role == "status"]
        assert status.properties["live"] == "polite"
        assert (status.text == FOUND[language]) == (page.name == "search")
        assert status.text


def said_in(language):
    """All that the pages of ``language`` say, as it is heard."""
    texts = set()
    pages = Page.objects.live().filter(depth__gt=1, locale__language_code=language)
    for page in pages.specific():
        for words in [*page.searched().values(), [getattr(page, "hero_alt", "")]]:
            texts |= set(map(said, words))
    return texts


# What has words of its own; others take theirs from inside.
SPOKEN = ("StaticText", "image", "Iframe", "navigation", "textbox", "searchbox")


def test_the_language_of_every_text(hear, language):
    """What is in the other language says so: the words of pages and those of the site; nothing
    is in English."""
    words = {code: said_in(code) for code in ("fi", "sv")}
    wrong = []
    for page in hear(WIDTHS[0]):
        for node in page.nodes:
            text, code = node.name.strip("… "), node.language
            if node.role not in SPOKEN or len(text) < 3:
                continue
            (other,) = {"fi", "sv"} - {code}
            # A title and an organisation are two texts.
            is_foreign = any(
                any(part in each for each in words[other])
                and not any(part in each for each in words[code])
                for part in text.split(", ")
            )
            if is_foreign or is_the_other(text, code) or is_english(text, code):
                wrong.append((page.name, code, str(node)))
        if page.name == "foreign":
            assert next(filter(is_a("heading"), page.nodes)).language != language
    assert not wrong, "\n".join(map(str, wrong))
