"""A copy of the database alone gives nobody a second factor."""

import json
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client

from tests.kdsite.accounts.outside.factors import (
    LOGIN,
    SHOW,
    code_of,
    codes_of,
    give_app,
    set_up_app,
)
from tests.support.factories import PASSWORD
from tests.support.helpers import logged_in

pytestmark = [pytest.mark.django_db]
OLD, NEW = "vanha-" * 10, "uusi-" * 10
GONE = "Sivusto ei pysty enää lukemaan"


@pytest.fixture(autouse=True)
def _required(settings):
    """As outside the demo."""
    settings.DEMO = False
    settings.SECOND_FACTOR_REQUIRED = True
    settings.SECRET_KEY = OLD
    settings.SECRET_KEY_FALLBACKS = []


def rows():
    return json.dumps(list(Authenticator.objects.values_list("data", flat=True)))


def show(user, code):
    """Log in with the password and ``code``; the answer."""
    client = Client()
    client.post(LOGIN, {"login": user.email, "password": PASSWORD})
    return client.post(SHOW, {"code": code})


def test_the_database_holds_neither_key_nor_codes(people):
    """As the screens write it: an app that was set up, and the recovery codes that came with it."""
    secret, _answer = set_up_app(logged_in(people.editor), PASSWORD)
    assert secret not in rows()
    row = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    # Whoever takes the row for what it says gets other codes than the person has.
    seed = row.data["seed"]
    assert len(seed) > 80
    assert not set(seed) <= set("0123456789abcdef")
    assert show(people.editor, codes_of(people.editor)[0]).status_code == 302


def test_what_stood_there_as_it_is_goes_on_working(people):
    """Of a site that is upgraded; and back again."""
    secret = give_app(people.editor)
    Authenticator.objects.update(data={"secret": secret})
    migration = import_module("kdsite.accounts.migrations.0006_factor_secrets")
    migration.encrypt(apps, None)
    assert secret not in rows()
    assert show(people.editor, code_of(secret)).status_code == 302
    migration.decrypt(apps, None)
    assert secret in rows()


def test_another_secret_key_with_the_old_one_beside_it(people, settings, capsys):
    """Nobody loses a second factor; once all are written anew the old key is not needed."""
    secret = give_app(people.editor)
    RecoveryCodes.activate(people.editor)
    code = codes_of(people.editor)[0]
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert show(people.editor, code_of(secret)).status_code == 302
    before = rows()
    call_command("renew_factor_secrets")
    assert "2" in capsys.readouterr().out
    assert rows() != before
    settings.SECRET_KEY_FALLBACKS = []
    assert show(people.editor, code_of(secret, later=1)).status_code == 302
    assert show(people.editor, code).status_code == 302
    assert code not in codes_of(people.editor)


def test_another_secret_key_alone(people, settings):
    """No code opens the account, and a sentence says what to do. The command says what is missing,
    and changes nothing."""
    secret = give_app(people.editor)
    RecoveryCodes.activate(people.editor)
    code = codes_of(people.editor)[0]
    settings.SECRET_KEY = NEW
    for each in (code_of(secret), code):
        answer = show(people.editor, each)
        assert answer.status_code == 200
        assert GONE in answer.content.decode()
    before = rows()
    with pytest.raises(CommandError, match="SECRET_KEY_FALLBACKS"):
        call_command("renew_factor_secrets")
    assert rows() == before


def test_the_screens_of_codes_say_that_they_cannot_be_read(people, settings):
    """For whoever is in by another factor."""
    secret, _answer = set_up_app(logged_in(people.editor), PASSWORD)
    client = Client()
    client.post(LOGIN, {"login": people.editor.email, "password": PASSWORD})
    client.post(SHOW, {"code": code_of(secret, later=1)})
    again = "/account/second-factor/reauthenticate/"
    client.post(again, {"code": code_of(secret, later=-1)})
    for row in Authenticator.objects.filter(type=Authenticator.Type.RECOVERY_CODES):
        row.data["seed"] = "gAAAAA=="
        row.save()
    for name in ("", "new/", "download/"):
        page = client.get(f"/account/second-factor/codes/{name}", follow=True)
        assert page.redirect_chain[-1] == ("/account/second-factor/", 302)
        assert GONE in page.content.decode()
