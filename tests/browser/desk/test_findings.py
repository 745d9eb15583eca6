"""From what was found in a text one comes to its field, and may type."""

import pytest
from django.urls import reverse

from tests.support.factories import make_author, make_post
from tests.support.helpers import edit_url

pytestmark = [pytest.mark.django_db(transaction=True)]


def test_the_focus_is_in_the_field(people, at_browser):
    """From the panel, and from “before you send” while the fields of the editor still start."""
    author = make_author(user=people.writer)
    body = [("text", "<h3>Alle</h3><p>Kunta.</p>")]
    post = make_post(people.writer, authors=[author], body=body, lead="")
    writer = at_browser(people.writer)
    page = writer.page
    page.goto(edit_url(post))
    page.locator("[data-side-panel-toggle=checks]").click()
    page.locator("a[data-finding][href='#id_lead']").click()
    page.locator("#id_lead:focus").wait_for()
    page.locator("a[data-finding][href^='#block-']").click()
    page.locator("[contenteditable=true]:focus").wait_for()
    page.goto(reverse("before_send", args=[post.pk]))
    page.locator(".findings a[href*='#block-']").click()
    page.locator("[contenteditable=true]:focus").wait_for()
    page.keyboard.type("Sana")
    page.locator("[contenteditable=true]", has_text="Sana").wait_for()
    assert writer.errors == []


def test_advice_is_dismissed_where_it_stands(people, at_browser):
    """And is not there again when the page is opened anew."""
    author = make_author(user=people.writer)
    body = [("text", "<p>Kunta on on yhteisö.</p>")]
    post = make_post(people.writer, authors=[author], body=body)
    writer = at_browser(people.writer)
    page = writer.page
    page.goto(edit_url(post))
    page.locator("[data-side-panel-toggle=checks]").click()
    advice = page.locator(".findings-panel li", has_text="on on")
    advice.locator("button[data-dismiss]").click()
    advice.wait_for(state="detached")
    assert post.dismissed_advice.get().passage == "on on"
    page.goto(edit_url(post))
    page.locator("[data-side-panel-toggle=checks]").click()
    page.locator(".findings-panel").wait_for()
    assert advice.count() == 0
    assert writer.errors == []
