"""A real browser on the live server: Debian's Chromium without windows, through Playwright."""

import os
import shutil

import pytest
from django.contrib.staticfiles.handlers import (
    StaticFilesHandler,
    StaticFilesHandlerMixin,
)
from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS
from tests.support import factories


@pytest.fixture(scope="session")
def chromium():
    # Playwright's loop runs in this thread, beside Django's database calls in the tests.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"), args=ARGUMENTS
        )
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Person:
    """Somebody at a browser: a page of their own, with their own cookies."""

    def __init__(self, browser, address, **context):
        self.context = browser.new_context(
            base_url=address,
            viewport={"width": 1280, "height": 900},
            **context,
        )
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def log_in(self, user):
        self.page.goto("/admin/")
        self.page.fill("[name=username]", user.email)
        self.page.fill("[name=password]", factories.PASSWORD)
        self.page.click("form [type=submit]")
        self.page.wait_for_url("**/admin/")
        return self


def serve_to_keep(handler, request):
    """A browser keeps static files, as in production; else it asks for each on every page."""
    response = StaticFilesHandlerMixin.serve(handler, request)
    response["Cache-Control"] = "max-age=3600"
    return response


@pytest.fixture
def at_browser(chromium, live_server, monkeypatch):
    """``at_browser(user)``: a :class:`Person`, logged in where a user is given."""
    monkeypatch.setattr(StaticFilesHandler, "serve", serve_to_keep)
    people = []

    def sit_down(user=None, **context):
        person = Person(chromium, live_server.url, **context)
        people.append(person)
        return person.log_in(user) if user else person

    yield sit_down
    for person in people:
        person.context.close()


@pytest.fixture(params=["fi", "sv"])
def language(request):
    """Each language of the site, where what is said or shown depends on it."""
    return request.param
