"""A session that ends while somebody writes loses no text."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.test import Client

from blog.models import BlogPage
from tests.support.factories import PASSWORD, make_post
from tests.support.helpers import edit_url, form_data

pytestmark = [pytest.mark.django_db]
BROWSER = {
    "accept": "text/html,application/xhtml+xml",
    "origin": "http://testserver",
}
TITLE = "</textarea><script>alert(1)</script> Pitkä & hyvä teksti"


def a_browser():
    """It checks tokens, as a browser's forms are checked."""
    return Client(enforce_csrf_checks=True, headers=BROWSER)


def fields_of(page, **changes):
    """What the one form of a page of the log-in sends, as a browser reads it."""
    form = BeautifulSoup(page.content, "html.parser").select_one("main form")
    found = {}
    for each in form.select("input[name], textarea[name]"):
        is_text = each.name == "textarea"
        value = each.text.removeprefix("\n") if is_text else each.get("value", "")
        found.setdefault(each["name"], []).append(value)
    return found | {name: [value] for name, value in changes.items()}


def write(client, address, title):
    """What the editor's form sends, whose parts are drawn by scripts."""
    page = client.get(address)
    token = str(page.context["csrf_token"])
    data = form_data(page.context["form"])
    written = data | {"title": title, "csrfmiddlewaretoken": token}
    return {name: [str(value)] for name, value in written.items()}


def log_in(client, user):
    page = client.get("/account/login/")
    given = fields_of(page, login=user.email, password=PASSWORD)
    assert client.post("/account/login/", given).status_code == 302


def titles():
    return BlogPage.objects.get().get_latest_revision_as_object().title


def test_the_text_is_sent_again_after_a_new_log_in(people):
    """The page that answers holds every field; it is saved once somebody is there."""
    address = edit_url(make_post(people.writer))
    client = a_browser()
    log_in(client, people.writer)
    written = write(client, address, TITLE)
    Session.objects.all().delete()

    kept = client.post(address, written)
    assert kept.status_code == 403
    text = kept.content.decode()
    assert "Kirjoittamasi on yhä tässä" in text
    assert "tallessa vain tässä ikkunassa" in text
    assert "<script>alert" not in text
    again = fields_of(kept)
    del again["csrfmiddlewaretoken"], written["csrfmiddlewaretoken"]
    assert again == written

    log_in(client, people.writer)
    # The token is of before the log-in: the page comes once more, with a good one.
    kept = client.post(address, fields_of(kept))
    assert "Lähetä kirjoittamasi vielä kerran." in kept.content.decode()
    assert client.post(address, fields_of(kept)).status_code == 302
    assert titles() == TITLE


def test_nothing_is_done_without_a_session(people):
    """Sent again without a log-in the page just comes again."""
    address = edit_url(make_post(people.writer, title="Vanha"))
    client = a_browser()
    log_in(client, people.writer)
    written = write(client, address, "Uusi")
    Session.objects.all().delete()
    kept = client.post(address, written)
    assert client.post(address, fields_of(kept)).status_code == 403
    assert titles() == "Vanha"


@pytest.mark.parametrize("origin", ["https://evil.example.org", "null", ""])
def test_another_sites_form_is_not_offered_to_be_sent(people, origin):
    """One click would do what the other site wants."""
    address = edit_url(make_post(people.writer))
    client = a_browser()
    log_in(client, people.writer)
    answer = client.post(address, {"title": "Kaapattu"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert "Kaapattu" not in answer.content.decode()


def test_a_password_is_not_put_into_a_page(people):
    """And what asks for data gets no page."""
    client = Client(headers=BROWSER)
    answer = client.post("/admin/users/new/", {"password1": "salaisuus"})
    assert "salaisuus" not in answer.content.decode()
    answer = client.post(
        "/admin/pages/1/edit/", {"title": "x"}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 302
