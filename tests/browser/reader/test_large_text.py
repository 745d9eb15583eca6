"""Letters twice as large on a phone, and WCAG's spacing of text: everything stays on the page."""

import pytest

from kdsite.languages import lemmas
from tests.browser.axe import wider_than_the_window
from tests.browser.reader.small_site import set_the_scene
from tests.browser.reader.test_axe import of_every_kind

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.indexed,
    pytest.mark.hyphenated,
]

# WCAG 1.4.12, by what a reader's own style sheet may set.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em "
    "!important } p { margin-block-end: 2em !important }"
)
SET = "(rules) => { const s = new CSSStyleSheet(); s.replaceSync(rules); document.adoptedStyleSheets = [s]; }"


def larger(page):
    """As where a reader has set 32 pixels in the browser, twice what it has by itself."""
    sizes = {"fontSizes": {"standard": 32, "fixed": 26}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_is_wider_than_the_window(scene, at_browser, width):
    """At 390 px with letters of 200 %, at 320 px with the spacing: no page scrolls sideways."""
    lemmas.load()
    page = at_browser().page
    page.set_viewport_size({"width": width, "height": 800})
    if width == 390:
        larger(page)
    wrong = {}
    for address in of_every_kind(scene):
        page.goto(address)
        if width == 320:
            page.evaluate(SET, SPACING)
        if wider := wider_than_the_window(page):
            wrong[address] = wider
    assert wrong == {}


def test_a_parted_word_is_found_and_copied_whole(scene, at_browser):
    """By the browser's own search, and in what a reader copies."""
    lemmas.load()
    page = at_browser().page
    page.goto(scene.author.url)
    brand = page.locator(".brand span")
    assert "\u00ad" in brand.text_content()
    assert page.evaluate(f"window.find('{brand.inner_text().replace(chr(173), '')}')")
    copied = page.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector(".brand span"));
          const data = new DataTransfer();
          const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
          return [data.getData("text/plain"), data.getData("text/html")];
        }"""
    )
    assert copied == ["Kuntademokratiaverkoston blogi"] * 2
