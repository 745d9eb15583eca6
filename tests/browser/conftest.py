"""A real browser on the live server: Debian's Chromium without windows, through Playwright."""

import os
import shutil
from collections import defaultdict

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import (
    StaticFilesHandler,
    StaticFilesHandlerMixin,
)
from django.test import Client
from playwright.sync_api import sync_playwright

from kdsite.languages import lemmas
from tests.browser.chromium import ARGUMENTS
from tests.support import factories

NOTHING = {"cookies": [], "origins": []}


@pytest.fixture(scope="session")
def chromium(_stage):
    # Playwright's loop runs in this thread, beside Django's database calls in the tests. From then
    # on they have another connection, and no scene may be left open on the one before.
    _stage.clear()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"), args=ARGUMENTS
        )
        yield browser
        _stage.clear()
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Person:
    """Somebody at a browser: a page of their own, with their own cookies."""

    def __init__(self, context):
        self.context, self.page = context, context.new_page()
        self.errors, self.refused = [], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, message):
        """What the policy of a page (kdsite/settings/headers.py) kept the browser from."""
        if "Content Security Policy" in message.text:
            self.refused.append(f"{self.page.url}: {message.text}")

    def log_in(self, user):
        """By hand."""
        self.page.goto("/admin/")
        self.page.fill("[name=login]", user.email)
        self.page.fill("[name=password]", factories.PASSWORD)
        self.page.click("main form button")
        self.page.wait_for_url("**/admin/")

    def is_logged_in(self, user, address):
        """As somebody who was here before."""
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session}
        self.context.add_cookies([cookie | {"url": address}])

    def leave(self):
        """With all that the browser remembers of them."""
        for page in self.context.pages:
            page.close()
        self.context.set_storage_state(NOTHING)


@pytest.fixture(scope="session")
def seats(chromium, live_server):
    """``seats(**options)``: the browsers that nobody sits at, by Playwright's options. They have
    the admin's scripts from who was there before: fetching and reading them takes a second."""
    free = defaultdict(list)

    def find(**options):
        found = free[tuple(sorted(options.items()))]
        if not found:
            size = {"width": 1280, "height": 900}
            options = {"base_url": live_server.url, "viewport": size} | options
            found.append(chromium.new_context(**options))
            found[0].set_default_timeout(15_000)
        return found

    return find


def serve_to_keep(handler, request):
    """A browser keeps static files, as in production; else it asks for each on every page."""
    response = StaticFilesHandlerMixin.serve(handler, request)
    response["Cache-Control"] = "max-age=3600"
    return response


@pytest.fixture
def at_browser(seats, live_server, monkeypatch):
    """``at_browser(user)``: a :class:`Person`, logged in where a user is given."""
    monkeypatch.setattr(StaticFilesHandler, "serve", serve_to_keep)
    # As the server does before its first request.
    lemmas.load()
    taken = []

    def sit_down(user=None, **options):
        free = seats(**options)
        person = Person(free.pop())
        taken.append((person, free))
        if user:
            person.is_logged_in(user, live_server.url)
        return person

    yield sit_down
    for person, free in taken:
        person.leave()
        free.append(person.context)
    # On every screen that any test walks.
    assert [said for person, _free in taken for said in person.refused] == []


@pytest.fixture(params=["fi", "sv"])
def language(request):
    """Each language of the site, where what is said or shown depends on it."""
    return request.param
