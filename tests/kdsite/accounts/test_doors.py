"""What logs an account in, of all addresses that the site has."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import SESSION_KEY, get_user_model
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from kdsite.accounts.invitations import staff
from tests.support import invited
from tests.support.addresses import addresses, places, routes
from tests.support.factories import PASSWORD, make_post
from tests.support.helpers import logged_in, publish

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

# Every address that a password, a link or a code opens: each goes through allauth's log-in. (Where an
# organisation's log-in is configured there is its callback, too: test_organisation.py.)
DOORS = {"account/login/", "kutsu/<str:token>/", "inbjudan/<str:token>/"}
DOORS |= {"tervetuloa/<str:token>/", "valkommen/<str:token>/"}
# Everything that allauth has and the site does not use.
CLOSED = [
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_inactive",
    "socialaccount_signup",
    "socialaccount_connections",
    "usersessions_list",
    "mfa_trust",
    "mfa_login_webauthn",
    "mfa_signup_webauthn",
]


def credentials(user):
    """Under all names that a form could ask for them by."""
    names = ("login", "username", "email", "address", "user", "name")
    passwords = ("password", "password1", "password2")
    new = {"new_password1": invited.GOOD, "new_password2": invited.GOOD}
    return dict.fromkeys(names, user.email) | dict.fromkeys(passwords, PASSWORD) | new


def test_only_known_addresses_log_an_account_in(people, settings):
    """The right address and password, posted to every address that the resolver gives."""
    settings.ACCOUNT_RATE_LIMITS = False
    invited.invite(people.editor)
    tokens = [invited.link().strip("/").partition("/")[2]]
    colleague = get_user_model().objects.create_user("uusi@example.fi")
    staff.invite(colleague, people.admin, "sv")
    tokens += re.findall(r"/valkommen/([^/\s]+)", mail.outbox[-1].body)
    assert len(tokens) == 2
    opened = set()
    for route in routes():
        values = {name: ["1"] for name in places(route)} | {"token": tokens}
        for address in addresses(route, values):
            client = Client(raise_request_exception=False)
            client.post(address, credentials(people.editor))
            client.get(address, credentials(people.editor))
            if SESSION_KEY in client.session:
                opened.add(route)
    # A link works once, at whichever of its two addresses is asked first.
    assert opened - DOORS == set()
    assert "account/login/" in opened
    assert opened & {"tervetuloa/<str:token>/", "valkommen/<str:token>/"}
    assert opened & {"kutsu/<str:token>/", "inbjudan/<str:token>/"}


@pytest.mark.parametrize("name", CLOSED)
def test_what_is_not_used_of_allauth_is_not_there(name):
    """Nobody signs up, adds an address, or ties an account to another by themselves."""
    with pytest.raises(NoReverseMatch):
        reverse(name)
        reverse(name, args=["x"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/admin/login/?next=/admin/account/", "/account/login/?next=/admin/account/"),
        ("/admin/password_reset/", "/account/password/reset/"),
        ("/admin/password_reset/confirm/MQ/x-y/", "/account/password/reset/"),
        ("/admin/password_reset/done/", "/account/password/reset/"),
        ("/fi/_util/login/?next=/fi/", "/account/login/?next=/fi/"),
        ("/sv/_util/login/", "/account/login/"),
    ],
)
def test_wagtails_own_doors_lead_to_the_log_in(site, old, new):
    """By hand or by form; nothing is logged in there."""
    for method in ("get", "post"):
        response = getattr(Client(), method)(old)
        assert (response.status_code, response["Location"]) == (302, new)


def test_logging_out_asks_first_and_ends_the_session(people):
    """An address that somebody else made you open logs nobody out; the button does."""
    client = logged_in(people.editor)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    page = client.get("/admin/logout/")
    assert page.status_code == 200
    assert client.get("/admin/").status_code == 200
    client.post("/admin/logout/")
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get("/admin/").status_code == 302


def test_an_account_has_one_address(people, client):
    """allauth keeps none beside it, whatever is done: an old address opens nothing."""
    client.post("/account/password/reset/", {"email": people.editor.email})
    client.post("/account/login/", {"login": people.editor.email, "password": PASSWORD})
    assert SESSION_KEY in client.session
    assert not EmailAddress.objects.exists()


def test_a_page_for_those_who_are_logged_in_leads_to_the_log_in(people, client):
    """And back to the page."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    PageViewRestriction.objects.create(page=post, restriction_type="login")
    post = BlogPage.objects.get(pk=post.pk)
    response = client.get(post.url)
    assert response["Location"] == f"/account/login/?next={post.url}"
