"""The field of search as a combobox: by keyboard and pointer, with what a screen reader hears."""

import pytest

from tests.browser.axe import wrong_on
from tests.browser.reader.small_site import IN, set_the_scene

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexed]

# The beginning of a title, and the title.
TYPED = {
    "fi": ("samaa", "Samaan suuntaan"),
    "sv": ("samm", "Åt samma håll"),
}


@pytest.fixture
def page(at_browser, scene, language):
    page = at_browser().page
    page.goto(IN[language]["search"])
    return page


@pytest.fixture
def field(page):
    return page.locator("#search-page[role=combobox]")


def test_suggestions_are_reached_by_keyboard(page, field, language):
    """Down leads into the list and round it, Escape closes it and keeps what was typed, Enter leads
    to what is chosen; the focus never leaves the field."""
    typed, title = TYPED[language]
    options = page.locator(".suggestions [role=option]")
    field.fill("")
    assert field.get_attribute("aria-expanded") == "false"
    field.press_sequentially(typed)
    options.first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert (
        page.locator(".suggestions__said")
        .inner_text()
        .startswith(f"{options.count()} ")
    )
    field.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    active = field.get_attribute("aria-activedescendant")
    assert options.first.get_attribute("id") == active
    field.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == typed
    field.press_sequentially("n" if language == "fi" else "a")
    options.first.wait_for()
    assert title in options.first.inner_text()
    field.press("ArrowDown")
    assert page.evaluate("document.activeElement.id") == "search-page"
    field.press("Enter")
    page.wait_for_url(lambda address: IN[language]["posts"] in address)
    assert page.locator("h1").inner_text().replace("\u00ad", "") == title


def test_a_suggestion_is_taken_with_the_pointer(page, field, language):
    """As with Enter; Enter without a choice just searches."""
    typed, title = TYPED[language]
    field.press_sequentially(typed)
    page.locator(".suggestions [role=option]").filter(has_text=title).click()
    page.wait_for_url(lambda address: IN[language]["posts"] in address)
    page.go_back()
    field.fill(IN[language]["word"])
    field.press("Enter")
    page.wait_for_url("**/?q=*")
    assert page.locator(".result").count()


def test_the_open_list_passes_axe(page, field, language):
    """Light and dark, wide and narrow."""
    field.press_sequentially(TYPED[language][0])
    page.locator(".suggestions [role=option]").first.wait_for()
    assert wrong_on(page) == []


def test_no_script_is_needed(at_browser, scene, language):
    """The form is a form."""
    page = at_browser(java_script_enabled=False).page
    page.goto(IN[language]["search"])
    page.fill("#search-page", IN[language]["word"])
    page.press("#search-page", "Enter")
    page.wait_for_url("**/?q=*")
    assert page.locator(".result").count()
