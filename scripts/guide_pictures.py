"""Takes the pictures of the guide (home/guide/) anew, of the demo as it runs:

    make run                                      # in another window
    .venv/bin/python -m scripts.guide_pictures    # writes home/static/home/guide/*.webp

By hand, when a screen has changed. Debian's chromium-headless-shell and the test requirements are needed.
"""

import io
import sys
from pathlib import Path
from shutil import which

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS

FOLDER = Path(__file__).resolve().parents[1] / "home/static/home/guide"
PASSWORD = "kuntademokratia"  # noqa: S105 - the demo's, which the README tells
SIZE = {"width": 1100, "height": 720}
HOME, CALENDAR = "/admin/", "/admin/calendar/"
# The name of a picture; whose screen; its address, or what leads there from the front page.
PICTURES = (
    ("writer-home", "writer", HOME, None),
    ("writer-text", "writer", HOME, "a[href*='/pages/'][href$='/edit/']"),
    ("editor-home", "editor", HOME, None),
    ("editor-calendar", "editor", CALENDAR, None),
    ("editor-review", "editor", HOME, "a[href*='/review/']"),
    ("translator-home", "translator", HOME, None),
    ("translator-table", "translator", HOME, "a[href*='/pages/'][href$='/edit/']"),
    ("reviewer-review", "reviewer", HOME, "a[href*='/review/']"),
)


def take(site):
    """Every picture of :data:`PICTURES`, in each language, of the demo at the address ``site``."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium-headless-shell"), args=ARGUMENTS
        )
        for language in ("fi", "sv"):
            for name, who, address, link in PICTURES:
                context = browser.new_context(viewport=SIZE, locale=language)
                page = context.new_page()
                page.goto(f"{site}/account/login/")
                page.fill("[name=login]", who)
                page.fill("[name=password]", PASSWORD)
                page.press("[name=password]", "Enter")
                page.wait_for_load_state("networkidle")
                _speak(page, site, language)
                page.goto(site + address)
                if link:
                    page.locator(f"main {link}").first.click()
                page.wait_for_load_state("networkidle")
                picture = Image.open(io.BytesIO(page.screenshot()))
                picture.save(FOLDER / f"{language}-{name}.webp", quality=70, method=6)
                context.close()
        browser.close()


def _speak(page, site, language):
    """The person's admin in this language."""
    page.goto(f"{site}/admin/account/")
    page.select_option("[name=locale-preferred_language]", language)
    page.locator("main form [type=submit]").first.click()
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    take(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
