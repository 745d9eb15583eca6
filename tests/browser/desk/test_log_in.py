"""The log-in by hand in the browser: a passkey, and every screen in both languages."""

import pytest
from django.contrib.sessions.models import Session
from wagtail.users.models import UserProfile

from tests.browser.axe import violations
from tests.browser.desk.foreign import foreign_in
from tests.kdsite.accounts.outside.factors import give_app
from tests.support.factories import PASSWORD, make_post
from tests.support.helpers import edit_url, fresh

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]
FACTORS = "/account/second-factor/"
OUTSIDE = ["/account/login/", "/account/login/code/", "/account/password/reset/"]
OUTSIDE += ["/account/password/reset/done/", "/account/password/reset/key/1-x/"]
INSIDE = ["", "app/", "app/remove/", "codes/", "codes/new/", "passkeys/add/"]
INSIDE = [FACTORS + each for each in INSIDE]
INSIDE += ["/account/password/change/", "/account/logout/"]


def look(page, language):
    """Nothing in another language, nothing wider than a phone, nothing that axe refuses."""
    assert not foreign_in(page, language), page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]}
    assert violations(page, rules) == [], page.url


def on_phone(person):
    person.page.set_viewport_size({"width": 320, "height": 700})
    return person.page


def say_who(page):
    """Give the password again, where it is asked for."""
    if "/reauthenticate/" in page.url:
        page.fill("[name=password]", PASSWORD)
        page.click("main form button")


def add_device(person):
    """A device with a fingerprint that is always theirs."""
    session = person.context.new_cdp_session(person.page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_an_editor_logs_in_with_a_passkey(people, at_browser, settings):
    """Set up where nothing else can be reached, and then used."""
    settings.DEMO, settings.SECOND_FACTOR_REQUIRED = False, True
    person = at_browser()
    add_device(person)
    page = person.page
    page.goto("/admin/")
    page.fill("[name=login]", people.editor.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url(f"**{FACTORS}")
    page.click("a[href$='passkeys/add/']")
    say_who(page)
    page.wait_for_url("**/passkeys/add/")
    page.click("#passkey")
    page.wait_for_url("**/codes/")
    page.click("main a.button >> nth=0")
    page.wait_for_url("**/admin/")

    person.context.clear_cookies()
    page.goto("/admin/")
    page.fill("[name=login]", people.editor.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    page.wait_for_url(f"**{FACTORS}authenticate/")
    page.click("#passkey")
    page.wait_for_url("**/admin/")
    assert not person.errors


def test_every_screen_in_both_languages_on_a_phone(
    people, at_browser, language, settings
):
    """Before the log-in by the browser's language, behind it by the account's."""
    settings.DEMO = False
    other = "sv" if language == "fi" else "fi"
    page = on_phone(at_browser(locale=f"{language}-FI"))
    for address in OUTSIDE:
        page.goto(address)
        look(page, language)
    page.goto("/account/login/")
    page.fill("[name=login]", "kuka@example.fi")
    page.fill("[name=password]", "väärä")
    page.click("main form button")
    look(page, language)

    UserProfile.objects.update(preferred_language=language)
    page = on_phone(at_browser(people.writer, locale=f"{other}-FI"))
    page.goto(FACTORS)
    look(page, language)
    page.goto(f"{FACTORS}app/")
    look(page, language)
    say_who(page)
    give_app(people.writer)
    page.goto(f"{FACTORS}codes/new/")
    page.click("main form button")
    for address in INSIDE:
        page.goto(address)
        look(page, language)


def test_the_second_factor_is_asked_for_in_the_browsers_language(
    people, at_browser, language, settings
):
    """Also after a wrong code."""
    settings.DEMO = False
    give_app(people.writer)
    page = on_phone(at_browser(locale=f"{language}-FI"))
    page.goto("/account/login/")
    page.fill("[name=login]", people.writer.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button")
    look(page, language)
    page.fill("[name=code]", "000000")
    page.click("main form button")
    look(page, language)


def test_a_text_outlives_its_session(people, at_browser):
    """Typed, saved after the session has ended, sent again after a log-in in another tab: with one
    press."""
    post = make_post(people.writer, title="Vanha otsikko")
    person = at_browser(people.writer)
    page = person.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(edit_url(post))
    page.fill("[name=title]", "Pitkään mietitty otsikko")
    Session.objects.all().delete()
    page.click("button[type=submit].action-save")
    page.get_by_text("Istuntosi on päättynyt").wait_for()
    with page.expect_popup() as opened:
        page.click("main a[target=_blank]")
    tab = opened.value
    tab.fill("[name=login]", people.writer.email)
    tab.fill("[name=password]", PASSWORD)
    tab.click("main form button")
    tab.wait_for_url("**/admin/")
    page.click("main form button")
    page.wait_for_selector("[data-edit-form]")
    assert fresh(post).get_latest_revision_as_object().title == (
        "Pitkään mietitty otsikko"
    )
