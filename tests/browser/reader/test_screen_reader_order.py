"""What a screen reader says of a page, in what order: the same that the eye sees."""

import pytest
from wagtail.models import Page

from tests.browser.accessibility_tree import is_seen_after, read, said
from tests.browser.desk.foreign import is_english, is_the_other
from tests.browser.reader.small_site import addresses, set_the_scene
from tests.browser.screen_reader_rules import RULES, Heard

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexed]

WIDTHS = (1280, 320)


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
    """Every rule, on every page."""
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
    is_a("region", "authors"),
    is_a("complementary", "question"),
    is_a("region", "themes"),
    is_a("region", "read-on"),
    is_a("navigation", "read-on__steps"),
    is_a("region", "share"),
    is_a("region", "about"),
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
        # On a wide window the picture lies beside the head of the post and its text.
        if before.role == "image" and width == WIDTHS[0]:
            continue
        assert is_seen_after(after, before), f"{after} is read after {before}"


FOUND = {"fi": "1 tulos", "sv": "1 träff"}


def test_what_a_search_found_is_a_status(hear, language):
    """How many, or that there is nothing; once. That of the suggestions says nothing yet."""
    for page in hear(WIDTHS[0], "search", "nothing"):
        found = [node for node in page.nodes if node.role == "status"]
        (status,) = [node for node in found if node.text]
        assert status.properties["live"] == "polite"
        assert (status.text == FOUND[language]) == (page.name == "search")


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
