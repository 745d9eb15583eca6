"""Writing in the browser: one surface, and what is more than text put between its lines."""

import pytest

from tests.support.factories import make_post
from tests.support.helpers import edit_url

pytestmark = pytest.mark.django_db(transaction=True)

EDITOR = ".public-DraftEditor-content"
EARLIER = {"Väliotsikko", "Kappale", "Luettelo"}
MORE = {"Kuva", "Sitaatti", "Taulukko"}


def offered(page):
    """The names in the menu that is open."""
    options = page.locator("[role=option]:visible")
    options.first.wait_for()
    return {text.split("\n")[0].strip() for text in options.all_inner_texts()}


def test_a_new_text_is_ready_to_type_in(people, at_browser):
    """Nothing has to be chosen first. A slash and the ⊕ offer what is more, and no block of before."""
    page = at_browser(people.writer).page
    page.goto("/admin/")
    page.goto(
        page.locator("a[href*='/admin/pages/add/blog/blogpage/']").first.get_attribute(
            "href"
        )
    )
    page.locator(EDITOR).first.click()
    page.keyboard.type("Ensin. ")
    page.keyboard.type("/")
    names = offered(page)
    assert names >= MORE
    assert not names & EARLIER
    page.keyboard.press("Escape")
    page.locator(
        "[data-streamfield-stream-container] .c-sf-add-button:visible"
    ).last.click()
    names = offered(page)
    assert names >= MORE | {"Teksti"}
    assert not names & EARLIER


def test_a_text_in_the_blocks_of_before_opens(people, at_browser):
    """Each of them is shown, and can be changed."""
    post = make_post(people.writer)
    someone = at_browser(people.writer)
    someone.page.goto(edit_url(post))
    someone.page.locator(EDITOR).first.wait_for()
    field = someone.page.locator("[name=body-0-value-text]")
    assert field.input_value() == "Ensin kuunnellaan"
    assert someone.errors == []
