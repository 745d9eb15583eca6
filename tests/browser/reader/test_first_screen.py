"""How a post begins: its text on the first screen of a laptop, and a picture that fills its frame."""

import pytest

from tests.browser.reader.small_site import set_the_scene

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexed]

PLACES = """
() => Object.fromEntries(["h1", ".byline", ".post > .prose", ".hero img"].map((selector) => {
  const element = document.querySelector(selector);
  const { left, top, width, height } = element.getBoundingClientRect();
  return [selector, { left, top, width, height, natural: element.naturalWidth / element.naturalHeight }];
}))
"""


@pytest.fixture
def look(scene, at_browser):
    """``look(width, height)``: where the parts of the post are on a window of that size."""
    page = at_browser().page

    def at(width, height):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(scene.post.url)
        page.wait_for_function("document.querySelector('.hero img').complete")
        return page.evaluate(PLACES)

    return at


def test_the_text_begins_on_the_first_screen_of_a_laptop(look):
    """On one axis with its title and its authors."""
    places = look(1366, 768)
    assert places[".post > .prose"]["top"] <= 720
    lefts = {places[name]["left"] for name in ("h1", ".byline", ".post > .prose")}
    assert len(lefts) == 1


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1366, 1920])
def test_the_picture_fills_its_frame(look, width):
    """As wide and as high as the picture is: no bars beside it."""
    picture = look(width, 800)[".hero img"]
    assert picture["width"] / picture["height"] == pytest.approx(
        picture["natural"], rel=0.02
    )


def test_the_address_is_copied_with_a_button(scene, at_browser):
    """And it says so."""
    person = at_browser()
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = person.page
    page.goto(scene.post.url)
    page.get_by_role("button", name="Kopioi").click()
    page.get_by_text("Kopioitu").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(scene.post.url)
