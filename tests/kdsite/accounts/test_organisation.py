"""The log-in of an organisation opens the accounts that are tied to it, and makes none.

The site runs as it is started with the settings, beside the tests.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests
from django.conf import settings

from kdsite.languages.hyphenation import unhyphenated
from tests.kdsite.accounts.outside.oidc_provider import CLIENT, Provider
from tests.support.factories import PASSWORD

PEOPLE = """
from kdsite.accounts.models import User
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Permission
for name in ("aino", "eero"):
    user = User.objects.create_user(f"{name}@example.fi", "%s")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
root = User.objects.create_superuser("saara@example.fi")
SocialAccount.objects.create(user=root, provider="oidc", uid="43")
"""
EERO = {"sub": "42", "email": "eero@example.fi", "email_verified": True}


@pytest.fixture(scope="module")
def provider():
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def site(provider, tmp_path_factory):
    """The address of a site with two guests, and this provider."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("site")
    # Where scripts/run_tests.py has kept what migrating made, only the rest is migrated here.
    for kept in Path(settings.BASE_DIR, "var/migrated").glob("*.sqlite3"):
        shutil.copy(kept, folder / "db.sqlite3")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "kdsite.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "MEDIA_ROOT": str(folder),
        "EMAIL_URL": "dummymail://",
        "OIDC_PROVIDER_URL": provider.url,
        "OIDC_CLIENT_ID": CLIENT,
        "OIDC_CLIENT_SECRET": "s",
        "DEMO": "off",
    }

    def manage(*arguments):
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=environment,
        )

    for step in (("migrate", "-v0"), ("shell", "-v0", "-c", PEOPLE % PASSWORD)):
        assert manage(*step).wait(timeout=180) == 0
    server = manage("runserver", "--noreload", f"127.0.0.1:{port}")
    for _time in range(200):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(timeout=20)


class Browser:
    def __init__(self, site):
        self.site, self.session = site, requests.Session()

    def get(self, path):
        return self.session.get(self.site + path, timeout=30)

    def post(self, path, **fields):
        """With the token of the page that asks; the last answer."""
        token = re.search(
            r'name="csrfmiddlewaretoken" value="(\w+)"',
            self.get("/account/login/").text,
        )
        given = token or re.search(
            r'name="csrfmiddlewaretoken" value="(\w+)"',
            self.get("/account/logout/").text,
        )
        fields["csrfmiddlewaretoken"] = given[1]
        return self.session.post(self.site + path, fields, timeout=30)

    def is_in(self):
        return self.get("/admin/account/").url == f"{self.site}/admin/account/"

    def hours(self):
        """How long the browser keeps the session."""
        (cookie,) = [each for each in self.session.cookies if each.name == "sessionid"]
        return round((cookie.expires - time.time()) / 3600, 1)


OIDC = "/account/organisation/oidc/login/"


def test_it_opens_only_what_was_tied_to_it(site, provider):
    """Not the account with the same address; after its owner tied it, that one; untied, none."""
    provider.person = EERO
    stranger = Browser(site)
    page = stranger.post(OIDC)
    assert not stranger.is_in()
    assert "ei ole vielä liitetty mitään tiliä" in page.text

    owner = Browser(site)
    owner.post("/account/login/", login="aino@example.fi", password=PASSWORD)
    assert owner.is_in()
    page = owner.post(f"{OIDC}?process=connect")
    # Who one is is asked again before.
    assert "/account/reauthenticate/" in page.url
    page = owner.post(page.url.removeprefix(site), password=PASSWORD)
    assert "Se on liitetty tiliisi." in page.text

    again = Browser(site)
    again.post(OIDC)
    assert again.is_in()
    assert "aino@example.fi" in again.get("/admin/account/").text
    assert again.hours() == 14 * 24

    account = re.search(r'name="account" value="(\d+)"', page.text)[1]
    owner.post("/account/organisation/", account=account)
    once_more = Browser(site)
    once_more.post(OIDC)
    assert not once_more.is_in()


def test_a_session_by_it_ends_at_its_time(site, provider):
    """Twelve hours for whoever decides on texts."""
    provider.person = {"sub": "43", "email": "saara@example.fi"}
    browser = Browser(site)
    page = browser.post(OIDC)
    # They have no second factor yet.
    assert page.url.endswith("/account/second-factor/")
    assert browser.hours() == 12


def test_whoever_gives_up_there_is_told_so(site, provider):
    """In words, at the log-in."""
    provider.person = None
    browser = Browser(site)
    page = browser.post(OIDC)
    assert page.url.endswith("/account/login/")
    assert "Organisaatiosi ei kirjannut sinua sisään." in unhyphenated(page.text)


def test_nobody_signs_up_by_it(site, provider):
    """The address of allauth's form is not there."""
    provider.person = {"sub": "7", "email": "uusi@example.fi"}
    browser = Browser(site)
    browser.post(OIDC)
    assert not browser.is_in()
    for path in ("signup/", "login/cancelled/", "login/error/"):
        assert browser.get(f"/account/organisation/{path}").status_code == 404
