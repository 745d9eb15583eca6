"""A post on paper: the text with its authors, date and address, and nothing to press."""

import pytest

from tests.browser.reader.small_site import set_the_scene

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexed]


def test_a_printed_post(scene, at_browser):
    """Authors, date and address are on the paper; menus, buttons and other posts are not; dark
    colours neither."""
    post = scene.post
    page = at_browser().page
    page.emulate_media(color_scheme="dark")
    page.goto(post.url)
    discussion = page.locator(".question .only-print").first
    assert discussion.is_hidden()
    page.emulate_media(media="print")
    assert "https://www.facebook.com/" in discussion.inner_text()
    assert page.locator(".cite__text").inner_text().endswith(post.url)
    for there in ("h1", ".byline", "header .facts time", ".prose"):
        assert page.locator(there).first.is_visible()
    for gone in (
        ".navigation",
        ".languages",
        ".share",
        ".read-on",
        ".skip",
        ".site-footer",
    ):
        assert page.locator(gone).first.is_hidden()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(252, 251, 248)"
