"""A form in another encoding than UTF-8, which no browser sends, is answered in words."""

import pytest
from django.test import Client

from tests.support.helpers import logged_in

pytestmark = pytest.mark.django_db
TYPE = "application/x-www-form-urlencoded; charset=utf-16"
TOKEN = "a" * 32


@pytest.mark.parametrize(
    "address", ["/account/login/", "/admin/", "/admin/pages/1/edit/", "/fi/", "/fi/x/"]
)
@pytest.mark.parametrize("name", [None, "editor"])
def test_another_encoding_is_refused_in_words(people, address, name):
    """Wherever it is sent, by anybody: the check of its token reads it first."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    if name:
        client.force_login(getattr(people, name))
    client.cookies["csrftoken"] = TOKEN
    response = client.post(
        address, b"a=1", content_type=TYPE, headers={"accept": "text/html"}
    )
    assert response.status_code == 400
    assert "Mitään ei tallennettu" in response.content.decode()


def test_a_private_link_too(people, client):
    """Nothing checks a token there; the view reads the form."""
    response = logged_in(people.editor).post(
        "/luonnos/x/", b"a=1", content_type=TYPE, headers={"accept": "text/html"}
    )
    assert response.status_code < 500
