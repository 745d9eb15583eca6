"""A page is translated in a table with the keyboard alone: no tag is seen, links are put, two people's texts
are both shown."""

import pytest
from wagtail_localize.models import StringTranslation

from tests.browser.axe import wrong_on
from tests.editorial.translations.in_the_editor import put, saved_to
from tests.support.factories import make_post
from tests.support.helpers import edit_url, fresh, publish, translate

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]

WORDS = "Kunta kysyi asukkailta keväällä, mitä jokirannalle pitäisi rakentaa. "
PARAGRAPHS = [
    f'<p>{WORDS * 7} Katso <a href="https://example.org/{number}">sivu {number}</a>.</p>'
    for number in range(3)
]
TABLE = {
    "data": [["Vuosi", "Euroa"], ["2025", "4 000"], ["2026", "5 000"]],
    "first_row_is_table_header": True,
    "first_col_is_header": False,
    "table_caption": "Rahat",
    "cell": [],
    "mergeCells": [],
}


@pytest.fixture
def begun(people):
    """400 words, three links and a table."""
    body = [
        (
            "paragraph",
            "".join([*PARAGRAPHS, f"<h2>Väliotsikko</h2><p>{WORDS * 15}</p>"]),
        ),
        ("table", TABLE),
    ]
    post = publish(make_post(people.writer, body=body), people.writer, people.editor)
    return translate(post, people.translator)


def test_a_post_is_translated_without_a_click_but_the_last(people, at_browser, begun):
    """Each cell is reached and saved by one combination of keys, each link put by two; what says the same
    in both languages is there already."""
    target, record = begun
    page = at_browser(people.translator).page
    page.goto(edit_url(target))
    cells = page.locator(".tt-cell")
    count, keys = cells.count(), 0
    for number in range(count):
        cell = cells.nth(number)
        if not cell.evaluate("e => e === document.activeElement"):
            # The first that is empty has the focus.
            assert number == 0
        if not cell.evaluate("e => e.value ?? e.innerText"):
            page.keyboard.type(f"Text {number} länk")
        if cell.evaluate("e => !!e.closest('.tt-row').querySelector('[data-link-of]')"):
            page.keyboard.press("Control+Shift+ArrowLeft")
            page.keyboard.press("Control+k")
            keys += 2
        page.keyboard.press("Control+Enter")
        keys += 1
    page.get_by_text("Allt är översatt. Skicka").first.wait_for()
    assert page.locator(".tt-remark--link").count() == 0
    rows = StringTranslation.objects.filter(context__object=record.source.object)
    assert rows.filter(data__contains='<a id="a1">länk</a>').count() == 3
    assert "<" not in "".join(cells.all_inner_texts())
    # It stands on the button.
    page.keyboard.press("Enter")
    page.get_by_text("Skickad för granskning").or_(
        page.get_by_text("Skickat för granskning")
    ).first.wait_for()
    assert fresh(target).workflow_in_progress
    assert keys <= count + 6


def test_marks_are_put_and_foreign_ones_are_not(people, at_browser, begun):
    """Bold by its key; of what is pasted, the words."""
    target, record = begun
    page = at_browser(people.translator).page
    page.goto(edit_url(target))
    cell = page.locator("[contenteditable=true].tt-cell").first
    cell.focus()
    page.keyboard.press("Control+b")
    page.keyboard.type("Fet")
    page.keyboard.press("Control+b")
    cell.evaluate("""cell => {
        const data = new DataTransfer();
        data.setData("text/html", "<u style='color:red'>klistrad</u>");
        data.setData("text/plain", " klistrad");
        cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true, bubbles: true }));
    }""")
    with page.expect_response(lambda answer: answer.request.method == "PUT"):
        page.keyboard.press("Control+Enter")
    page.get_by_text("Länken ”sivu 0” saknas").wait_for()
    assert StringTranslation.objects.filter(data="<b>Fet</b> klistrad").exists()
    page.locator(".tt-remark--link button").first.click()
    page.get_by_text("Länken ”sivu 0” är utelämnad").wait_for()
    # What the pointer is on takes its colours slowly.
    page.mouse.move(0, 0)
    assert wrong_on(page) == []


def test_where_two_typed_one_chooses(people, at_browser, begun):
    """Both texts are on the screen; the other's is kept, and mine is saved when I choose it."""
    target, _record = begun
    page = at_browser(people.translator).page
    page.goto(edit_url(target))
    cell = page.locator(".tt-cell").first
    cell.fill("Min rubrik")
    addresses = saved_to(people.reviewer, target)
    title = next(each for key, each in addresses.items() if key[0] == "string")
    put(people.reviewer, title, "Deras rubrik")
    cell.press("Control+Enter")
    both = page.locator(".tt-two")
    both.wait_for()
    assert "Deras rubrik" in both.inner_text()
    assert "Min rubrik" in both.inner_text()
    page.get_by_role("button", name="Välj din egen text").click()
    page.locator(".tt-row", has_text="Sparat").first.wait_for()
    assert StringTranslation.objects.filter(data="Min rubrik").exists()
