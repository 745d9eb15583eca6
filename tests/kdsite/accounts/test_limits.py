"""Guessing leads nowhere, asking tells nothing, and nobody locks others out."""

import pytest
from django.contrib.auth import SESSION_KEY, get_user_model
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.support.at_once import at_once
from tests.support.factories import PASSWORD, make_post
from tests.support.helpers import logged_in, publish

pytestmark = [pytest.mark.django_db, pytest.mark.mailed, pytest.mark.both_databases]
LOGIN, RESET = "/account/login/", "/account/password/reset/"


def try_in(name, password=PASSWORD, client=None, **headers):
    """Log in from another address on each try, if ``headers`` say so."""
    client = client or Client()
    response = client.post(LOGIN, {"login": name, "password": password}, **headers)
    return SESSION_KEY in client.session, response


def from_address(number):
    return {"REMOTE_ADDR": f"192.0.2.{number}"}


def test_twelve_wrong_passwords_and_then_the_right_one_do_not_get_in(people):
    """From whichever address, under whichever host and spelling; the person is told once, in
    their language."""
    spellings = (
        "reviewer@example.fi",
        "REVIEWER@example.fi",
        " Reviewer@Example.Fi",
        "reviewer",
    )
    for number in range(12):
        host = f"host{number}.example.org"
        name = spellings[number % 4]
        came_in, _page = try_in(name, "väärä", HTTP_HOST=host, **from_address(number))
        assert not came_in
    came_in, page = try_in("reviewer@example.fi", **from_address(100))
    assert not came_in
    assert "Liian monta väärää yritystä" in page.content.decode()
    (message,) = mail.outbox
    assert message.to == [people.reviewer.email]
    assert "låst" in message.subject


def test_a_new_password_by_mail_opens_at_once(people):
    """Nobody is shut out for good by somebody else's tries."""
    for number in range(12):
        try_in("writer", "väärä", **from_address(number))
    Client().post(RESET, {"email": "writer@example.fi"})
    path = mail.outbox[-1].body.split("http://127.0.0.1:8000")[1].split()[0]
    client = Client()
    form = client.get(path, follow=True).redirect_chain[-1][0]
    client.post(form, dict.fromkeys(("password1", "password2"), "vene kulkee hiljaa"))
    assert try_in("writer", "vene kulkee hiljaa", **from_address(100))[0]


def test_one_attacker_locks_few_out(people, settings):
    """One address has 20 wrong tries; whoever comes from another is not touched by them."""
    for name in ("writer", "writer2", "skribent", "editor", "editor2"):
        for _time in range(9):
            try_in(name, "väärä", **from_address(1))
    assert not try_in("editor2", **from_address(1))[0]
    for name in ("writer", "editor", "editor2"):
        assert try_in(name, **from_address(2))[0]


def test_the_address_that_the_proxy_adds_is_the_one_that_counts(people, settings):
    """Whatever the client wrote before it; without a proxy the header is worth nothing."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(25):
        written = {"HTTP_X_FORWARDED_FOR": f"198.51.100.{number}, 203.0.113.5"}
        try_in(f"x{number}@example.org", "väärä", **written)
    attacker = {"HTTP_X_FORWARDED_FOR": "198.51.100.200, 203.0.113.5"}
    assert not try_in("writer", **attacker)[0]
    assert try_in("writer", HTTP_X_FORWARDED_FOR="203.0.113.5, 203.0.113.6")[0]


def test_nothing_tells_an_address_from_another(people):
    """Known, unknown and closed: the same answers, and as many queries for each."""
    get_user_model().objects.filter(email="writer2@example.fi").update(is_active=False)
    seen = set()
    for name in ("writer@example.fi", "kuka@example.fi", "writer2@example.fi"):
        cache.clear()
        answers = []
        for number in range(12):
            with CaptureQueriesContext(connection) as queries:
                _in, page = try_in(name, "väärä", **from_address(number))
            token = page.context["csrf_token"]
            text = page.content.decode().replace(name, "X").replace(str(token), "")
            # The tenth wrong one writes to the owner, beside the work of a password.
            answers.append((page.status_code, number == 9 or len(queries), text))
        response = Client().post(RESET, {"email": name}, **from_address(50))
        seen.add((tuple(answers), response.status_code, response["Location"]))
    assert len(seen) == 1


def test_mails_are_not_sent_over_and_over(people):
    """Three an hour to one account, however it is written; the next one is refused in words."""
    for number, name in enumerate(
        ["writer", "WRITER@example.fi", "writer@example.fi"] * 3
    ):
        response = Client().post(RESET, {"email": name}, **from_address(number))
    assert len(mail.outbox) == 3
    assert response.status_code == 429
    assert "Liian monta yritystä" in response.content.decode()


@pytest.fixture
def database_cache(settings, django_db_blocker):
    """As in production: one for all processes."""
    settings.CACHES = settings.CACHES | {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "kdsite_cache",
        }
    }
    call_command("createcachetable", verbosity=0)
    cache.clear()
    yield
    cache.clear()


@pytest.mark.django_db(transaction=True)
def test_tries_at_once_are_counted_one_by_one(people, database_cache):
    """In the database, whichever process they reach: of many at once ten are looked at."""
    checked = 0
    for _round in range(6):
        for _in, page in at_once(*[lambda: try_in("writer", "väärä")] * 8):
            checked += "eivät kuulu yhteen" in page.content.decode()
    assert checked == 10
    assert not try_in("writer")[0]


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_room_for_readers(people, settings):
    """Of a process's threads three look at passwords or wait to; who comes then tries again."""
    slow = "django.contrib.auth.hashers.PBKDF2PasswordHasher"
    settings.PASSWORD_HASHERS = [slow, *settings.PASSWORD_HASHERS]
    answers = at_once(*[lambda: try_in("kuka@example.fi", "väärä")] * 8)
    texts = [page.content.decode() for _in, page in answers]
    busy = sum("Moni kirjautuu juuri nyt" in text for text in texts)
    looked_at = sum("eivät kuulu yhteen" in text for text in texts)
    assert busy + looked_at == 8
    assert looked_at >= 3
    assert busy >= 1
    assert try_in("writer")[0]


def test_the_password_of_a_page_is_not_guessed(people):
    """Ten tries in ten minutes; others are not kept from it."""
    post = publish(make_post(people.writer), people.writer, people.editor)
    restriction = PageViewRestriction.objects.create(
        page=post, restriction_type="password", password="vene"
    )
    address = f"/fi/_util/authenticate_with_password/{restriction.pk}/{post.pk}/"
    given = {"password": "väärä", "return_url": post.url}
    codes = [Client().post(address, given).status_code for _time in range(12)]
    assert codes == [200] * 10 + [429] * 2
    right = Client().post(address, given | {"password": "vene"}, **from_address(7))
    assert right.status_code == 302


def test_the_old_password_is_not_guessed_in_a_session(people):
    """Whoever finds an open computer has five tries."""
    client = logged_in(people.writer)
    new = {"password1": "vene kulkee hiljaa", "password2": "vene kulkee hiljaa"}
    given = {"oldpassword": "väärä"} | new
    codes = [
        client.post("/account/password/change/", given).status_code for _n in range(6)
    ]
    assert codes == [200] * 5 + [429]


def test_nor_by_another_address_of_ones_own(people):
    """Which asks for the password, too."""
    client = logged_in(people.writer)
    given = {"name_email-email": "x@example.org", "name_email-password": "väärä"}
    codes = [client.post("/admin/account/", given).status_code for _n in range(6)]
    assert codes == [200] * 5 + [429]


@pytest.mark.parametrize(
    "password",
    [
        "83729104756",
        "aaaaaaaaaaaa",
        "Salasana123",
        "lösenord2026!",
        "Kuntademokratiaverkosto",
    ],
)
def test_a_password_that_others_guess_first_is_refused_in_words(people, password):
    """Digits alone, one sign over and over, the site's own name."""
    response = logged_in(people.writer).post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )
    assert response.status_code == 200
    errors = response.context["form"].errors["password1"]
    assert len(errors) == 1
    assert "asana" in errors[0]
    people.writer.refresh_from_db()
    assert people.writer.check_password(PASSWORD)
