"""With the keyboard alone everything can be reached, seen and operated, in the order of the page."""

from urllib.parse import urlsplit

import pytest

from tests.browser.accessibility_tree import said
from tests.browser.keyboard import Keyboard
from tests.browser.reader.small_site import IN, addresses, set_the_scene

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexed]

# Wide and light, narrow and dark.
LOOKS = [(1280, "light"), (320, "dark")]


@pytest.fixture
def places(scene, language):
    return addresses(scene, language)


@pytest.fixture
def keys(at_browser):
    page = at_browser().page
    # A page that glides is still on its way when one looks at it.
    page.emulate_media(reduced_motion="reduce")
    return Keyboard(page)


@pytest.mark.parametrize("look", LOOKS)
def test_every_stop_once_in_order_and_seen(keys, places, language, look):
    """On every page each link, button, field, fold, table and frame is reached with Tab once, in
    the order of the document, and left again; back with Shift+Tab. Where the focus is, is seen:
    an outline of 2 px with a contrast of 3:1, inside the window, covered by nothing.
    """
    width, scheme = look
    keys.page.set_viewport_size({"width": width, "height": 800})
    keys.page.emulate_media(color_scheme=scheme)
    wrong = []
    # Its filters are open.
    narrowed = f"{places['search']}&language={language}"
    for address in [*places.values(), narrowed]:
        keys.page.goto(address)
        stops = keys.stops()
        way = keys.walk(stops)
        back = keys.walk(stops, "Shift+Tab")
        reached = [focus["at"] for focus in way]
        if reached != list(range(len(stops))):
            wrong.append((address, reached, stops))
        if [focus["at"] for focus in back] != reached[::-1]:
            wrong.append((address, "back", [focus["html"] for focus in back]))
        wrong += [(address, f["html"], f["wrong"]) for f in way if f["wrong"]]
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("look", LOOKS)
def test_the_first_stop_leads_to_the_content(keys, places, look):
    """The link is seen once it has the focus; Enter leads past the menu."""
    keys.page.set_viewport_size({"width": look[0], "height": 800})
    for name in ("front", "post"):
        keys.page.goto(places[name])
        keys.stops()
        skip = keys.page.locator(".skip")
        assert skip.bounding_box()["width"] <= 1
        keys.press("Tab")
        focus = keys.focus()
        assert 'class="skip"' in focus["html"]
        assert focus["wrong"] == []
        assert skip.bounding_box()["width"] > 50
        keys.press("Enter")
        assert keys.is_on("main")
        keys.press("Tab")
        first = keys.page.locator("main a").first
        assert first.evaluate("link => link === document.activeElement")


def heading(keys):
    return said(keys.page.locator("h1").inner_text())


def test_from_the_front_page_to_a_question_and_the_other_language(
    keys, places, language
):
    """The newest post, its question, the same in the other language, and back; the list of
    questions."""
    page = keys.page
    page.goto(places["front"])
    newest = said(page.locator(".newest h2").inner_text())
    keys.follow(".newest h2 a")
    assert heading(keys) == newest
    asked = said(page.locator(".question-text").inner_text())
    keys.follow(".question-text a")
    assert path(page) == places["question"]
    assert heading(keys) == asked
    keys.follow(".languages a")
    assert page.locator("html").get_attribute("lang") != language
    keys.follow(".languages a")
    assert path(page) == places["question"]
    keys.follow(f".navigation a[href='{places['questions']}']")
    keys.follow(".card-title a")
    assert heading(keys) == asked


def test_searching(keys, places, language):
    """From the menu to the form: a word, a result; the filters are opened and one is chosen."""
    page, words = keys.page, IN[language]
    page.goto(places["front"])
    keys.follow(".navigation__search a")
    keys.go_to("main input[type=search]")
    page.keyboard.type(words["word"])
    keys.enter()
    found = said(page.locator(".result-title").inner_text())
    keys.go_to("main summary")
    keys.press("Space")
    keys.go_to("select[name=theme]")
    keys.press("ArrowDown")
    keys.follow("main button", "Shift+Tab")
    assert "theme=" in page.url
    assert page.locator("main details").get_attribute("open") is not None
    assert said(page.locator(".result-title").inner_text()) == found
    keys.follow(".result-title a")
    assert heading(keys) == found


def test_the_archive(keys, places):
    """A year that is folded opens with Enter and folds with Space; its months are reached only
    while it is open."""
    page = keys.page
    page.goto(places["front"])
    keys.follow(f".navigation a[href='{places['posts']}']")
    keys.go_to("details:not([open]) > summary")
    year = page.locator(":focus").inner_text()
    keys.press("Enter")
    keys.press("Tab")
    assert keys.is_on("details[open] li a")
    assert said(page.locator(":focus").inner_text()) == year
    keys.press("Shift+Tab")
    keys.press("Space")
    keys.press("Tab")
    assert not keys.is_on("details *")
    keys.press("Shift+Tab")
    keys.press("Space")
    keys.follow("details[open] li a")
    assert heading(keys) == year


def test_a_wide_table_and_a_video(keys, places):
    """On a small screen the table is moved with the arrow keys; the frame of a video is entered
    and left like any other stop."""
    page = keys.page
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(places["post"])
    keys.go_to(".table")
    keys.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    keys.press("Tab")
    assert keys.is_on("iframe")
    keys.press("Tab")
    assert keys.is_on(".link-out a")


def path(page):
    return urlsplit(page.url).path
