"""What a browser fetches for a post: fonts, requests."""

import shutil
import sys
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import sync_playwright

from scripts.bench.sizes import KB
from scripts.bench.table import Row, worst
from tests.browser.chromium import ARGUMENTS

SCREENS = {"phone": (390, 844), "desk": (1280, 900)}
# In the text, in a heading, and leaning.
LETTERS = """
document.querySelector("main").insertAdjacentHTML("beforeend",
  "<div class='prose'><h2>Å Ä Ö Š Ž å ä ö š ž</h2>"
  + "<p>Å Ä Ö Š Ž å ä ö š ž <em>Å Ä Ö Š Ž å ä ö š ž</em></p></div>")
"""
# Drawing it is what begins the fetching.
FONTS_ARE_THERE = "document.body.offsetHeight, document.fonts.ready.then(() => true)"


@contextmanager
def chromium(site):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[*ARGUMENTS, *site.browser_arguments],
        )
        yield browser
        browser.close()


@contextmanager
def fresh(browser, screen="phone"):
    """A page of a reader who has never been here."""
    width, height = SCREENS[screen]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield context.new_page()
    context.close()


def measure(site):
    plain, spelled, counts, lists = {}, {}, {}, {}
    with chromium(site) as browser:
        for post in site.contents["posts"]:
            address = post["address"]
            for screen in SCREENS:
                with fresh(browser, screen) as page:
                    visit = Visit(page, site.url(address))
                    if post["has_picture"]:
                        name = f"{address} {screen}"
                        lists[name] = visit.until_load
                        counts[name] = len(visit.until_load)
                    if screen == "phone":
                        plain[address] = visit.fonts()
                        page.evaluate(LETTERS)
                        spelled[address] = visit.fonts()
    yield fonts("as it is", plain)
    yield fonts("with å ä ö š ž and italics added", spelled)
    most, where = worst(counts)
    yield Row(
        "requests of a post with a picture until load",
        most,
        f"{where}; median of {len(counts)} {median(counts.values()):g}",
        at_most=10,
        wrong=lists[where] if most > 10 else [],
    )


def fonts(how, sums):
    most, where = worst(sums)
    return Row(
        f"fonts of a post, {how}",
        most,
        f"{where}; median of {len(sums)} posts {median(sums.values()):.1f}",
        at_most=120,
        unit=" KB",
    )


class Visit:
    """One load of a page, without scrolling: what the browser fetched for it."""

    def __init__(self, page, url):
        self.page = page
        self.asked, self.finished, self.until_load, self.broken = [], [], [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfinished", lambda request: self.finished.append(request))
        page.on("requestfailed", lambda request: self.broken.append(request.url))
        page.on("response", self._look_at)
        page.once("load", lambda _page: self.until_load.extend(self.asked))
        page.goto(url, wait_until="load")
        if self.broken:
            sys.exit(f"bench: {url} came without {', '.join(self.broken)}")

    def _look_at(self, response):
        """The page itself may be one that says that nothing is there."""
        if response.status >= 400 and response.request.resource_type != "document":
            self.broken.append(response.url)

    def fonts(self):
        """The size of the font files that it has fetched by now, in KB."""
        self.page.evaluate(FONTS_ARE_THERE)
        # The last answer's end is told a moment later.
        self.page.wait_for_timeout(200)
        # What is preloaded and then used is fetched once.
        sizes = {
            request.url: request.sizes()["responseBodySize"]
            for request in self.finished
            if request.resource_type == "font"
        }
        return sum(sizes.values()) / KB
