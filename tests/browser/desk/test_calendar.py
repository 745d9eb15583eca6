"""The editor's way with the calendar, by hand in the browser."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kdsite.editorial.models import Slot
from tests.browser.axe import violations, wider_than_the_window
from tests.support.factories import make_post
from tests.support.helpers import fresh, make_slot

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def passes_axe(page, address):
    page.goto(address)
    # What is ours of the page; the furniture around it is Wagtail's.
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]}
    assert violations(page, rules, ".calendar") == [], address
    assert wider_than_the_window(page) <= 0, address


def test_from_an_empty_calendar_to_a_post_in_its_slot(people, at_browser):
    """The editor sets the rhythm, plans a slot, puts a post into the next one and sees where
    both languages stand: with the keyboard, and on a phone."""
    post = make_post(people.writer, title="Samaan suuntaan")
    page = at_browser(people.editor).page
    page.goto("/admin/calendar/")
    assert "Täällä ei ole julkaisuaikoja" in page.locator("main").inner_text()
    page.goto("/admin/settings/editorial/rhythm/")
    page.fill("[name=starts_on]", timezone.localdate().strftime("%d.%m.%Y"))
    page.keyboard.press("Escape")
    page.locator("form#w-editor-form [type=submit]").press("Enter")
    page.wait_for_selector(".messages .success >> text=julkaisuaikaa")
    # The breaks of summer and Christmas are there from the beginning.
    assert Slot.objects.count() > 15

    page.goto("/admin/calendar/")
    page.locator(".calendar__slot--empty a", has_text="Suunnittele").first.press(
        "Enter"
    )
    page.wait_for_url("**/calendar/edit/**")
    page.fill("[name=working_title]", "Lähidemokratia tänään")
    page.locator("form#w-editor-form [type=submit]").press("Enter")
    page.wait_for_url("**/admin/calendar/")
    first = page.locator(".calendar__slot").first.inner_text()
    assert "Lähidemokratia tänään" in first
    assert "Suunniteltu" in first

    page.goto(f"/admin/calendar/put/{post.pk}/")
    page.locator("[name=slot]").nth(1).press("Space")
    page.locator(".put-into-slot button").press("Enter")
    page.wait_for_url("**/edit/")
    assert fresh(post).slot == Slot.objects.order_by("at")[1]
    page.goto("/admin/calendar/")
    held = page.locator(".calendar__slot").nth(1).inner_text()
    assert "Samaan suuntaan" in held
    assert "suomeksi: Luonnos" in held
    assert "ruotsiksi: Käännös puuttuu" in held

    page.locator(".calendar__views a", has_text="Kuukausi").press("Enter")
    page.wait_for_url("**/calendar/sheet/")
    assert page.locator(".calendar-sheet__slot").count() > 15
    page.set_viewport_size({"width": 360, "height": 800})
    for address in ("/admin/calendar/", "/admin/calendar/sheet/"):
        passes_axe(page, address)


def test_the_calendar_passes_axe(people, at_browser):
    """The list and the sheet, in both languages, light and dark: WCAG 2.2 AA, and nothing wider
    than the screen."""
    post = make_post(people.writer)
    soon = timezone.now() + timedelta(days=3)
    Slot.objects.create(at=soon, page=post.page_ptr)
    Slot.objects.create(at=soon + timedelta(days=20))
    for person, scheme in ((people.editor, "light"), (people.translator, "dark")):
        page = at_browser(person).page
        page.emulate_media(color_scheme=scheme)
        for address in ("/admin/calendar/", "/admin/calendar/sheet/"):
            passes_axe(page, address)


@pytest.mark.parametrize("view", ["", "sheet/"])
def test_a_text_is_dragged_to_another_time(people, at_browser, view):
    """From the list and from the month's sheet, after one question; a no leaves it where it is."""
    post = make_post(people.writer, title="Samaan suuntaan")
    first, free = make_slot(post, days=20), make_slot(days=21)
    page = at_browser(people.editor).page
    page.set_viewport_size({"width": 1280, "height": 2500})
    answers, asked = [False, True], []

    def answer(dialog):
        asked.append(dialog.message)
        dialog.accept() if answers.pop(0) else dialog.dismiss()

    page.on("dialog", answer)
    page.goto(f"/admin/calendar/{view}")

    def drag():
        text = page.locator("[data-move]:visible").first
        text.drag_to(page.locator(f"[data-free-slot='{free.pk}']:visible").first)

    drag()
    assert fresh(post).slot == first
    drag()
    page.wait_for_selector(".messages .success >> text=Kalenterissa")
    assert fresh(post).slot == free
    assert page.url.endswith(f"/admin/calendar/{view}")
    assert all("Samaan suuntaan" in question for question in asked)
    assert len(asked) == 2


def test_what_must_be_done_can_be_read_by_anybody(people, at_browser):
    """On top of the front page, also on a phone."""
    make_slot(make_post(people.writer, title="Myöhässä ollut teksti"), days=5)
    make_slot(days=40)
    page = at_browser(people.editor).page
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/admin/")
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]}
        assert violations(page, rules, ".to-do") == []
        assert wider_than_the_window(page) <= 0
    page.locator(".to-do__thing").first.click()
    page.wait_for_url("**/edit/")
