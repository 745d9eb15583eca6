"""WCAG 2.2 AA by axe-core, on every kind of page that a reader meets."""

import pytest
from wagtail.models import Page

from tests.browser.axe import wrong_on
from tests.browser.reader.small_site import addresses, set_the_scene

__all__ = ["set_the_scene"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.indexed]

NOT_THERE = ["/fi/ei-ole/", "/sv/finns-inte/"]


def of_every_kind(scene):
    """One page of each kind in each language, each with what it can show."""
    shown = {*addresses(scene, "fi").values(), *addresses(scene, "sv").values()}
    kinds = {}
    for page in Page.objects.live().filter(depth__gt=1):
        kind = page.content_type_id, page.locale_id
        if kinds.get(kind) not in shown:
            kinds[kind] = page.url
    return [*sorted(shown | set(kinds.values())), *NOT_THERE]


def test_reader_pages_pass_axe(scene, at_browser):
    """Light and dark, 320 and 1280 px, in both languages: nothing is wrong and nothing is wider
    than the window."""
    page = at_browser().page
    wrong = []
    for address in of_every_kind(scene):
        page.goto(address)
        wrong += [(address, *found) for found in wrong_on(page)]
    assert wrong == []
