"""WCAG 2.2 AA by axe-core: every kind of page, both languages, light and dark, 320 and 1280 px."""

from scripts.bench.browser import Visit, chromium, fresh
from scripts.bench.table import Row
from tests.browser.axe import LOOKS, wrong_on


def measure(site):
    wrong = []
    with chromium(site) as browser:
        for (kind, language), address in site.kinds.items():
            with fresh(browser) as page:
                Visit(page, site.url(address))
                wrong += [f"{kind} {language}: {found}" for found in wrong_on(page)]
    yield Row(
        f"axe-core: what is wrong on {len(site.kinds)} kinds of pages",
        len(wrong),
        f"{len(LOOKS)} looks each",
        at_most=0,
        wrong=wrong,
    )
