"""The editor's way with the calendar, by hand in the browser."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kdsite.editorial.models import Slot
from tests.browser.axe import violations, wider_than_the_window
from tests.support.factories import make_post
from tests.support.helpers import fresh

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
    assert Slot.objects.count() > 20

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
    assert page.locator(".calendar-sheet__slot").count() > 20
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
