"""With the documented configuration of nginx in front, everybody is who they are, and a private link
is nobody's but its owner's."""

import re
import ssl
from http.client import HTTPSConnection
from urllib.parse import urlencode

import pytest
from django.urls import URLPattern, get_resolver, resolve

from scripts.nginx import LOG, NOWHERE, nginx_server
from tests.support.factories import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)
# What the parts of an address are called by which somebody gets in.
SECRETS = ("token", "key")


@pytest.fixture
def nginx(tmp_path, live_server):
    """The port of nginx in front of the site."""
    with nginx_server(tmp_path, live_server.url) as port:
        yield port


def connect(port, source="127.0.0.1"):
    return HTTPSConnection(
        "127.0.0.1",
        port,
        source_address=(source, 0),
        # Its certificate is of this test.
        context=ssl._create_unverified_context(),  # noqa: S323
    )


def by_secret(patterns=None, before=""):
    """An address for each pattern that holds a secret: the word ``salaisuus``. Those of Wagtail's that
    one of ours stands before let nobody in."""
    for each in patterns or get_resolver().url_patterns:
        route = before + str(each.pattern)
        if not isinstance(each, URLPattern):
            yield from by_secret(each.url_patterns, route)
        elif re.search(rf"<(\w+:)?({'|'.join(SECRETS)})>", route):
            address = route
            if "^" in route:
                # The one that is no plain pattern.
                address = f"{route.partition('^')[0]}password/reset/key/1-salaisuus/"
            address = re.sub(r"<(\w+:)?(token|key)>", "salaisuus", address)
            address = re.sub(r"<(\w+:)?\w+>", "1", address)
            if resolve(f"/{address}").route == route.replace("^", ""):
                yield address


def log_in(port, source, name, password, **headers):
    """Post the log-in form from the loopback address ``source``; the answer's status and text."""
    token = "a" * 32
    form = {"login": name, "password": password, "csrfmiddlewaretoken": token}
    connection = connect(port, source)
    connection.request(
        "POST",
        "/account/login/",
        urlencode(form),
        {
            "Host": "localhost",
            "Origin": "https://localhost",
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={token}",
        }
        | headers,
    )
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, text


def test_one_client_behind_the_proxy_locks_no_other_out(people, nginx, settings):
    """Not even one that writes the header of a proxy itself, each time with another address."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for number in range(21):
        status, page = log_in(
            nginx,
            "127.0.0.2",
            f"x{number}@example.org",
            "väärä",
            **{"X-Forwarded-For": f"198.51.100.{number}"},
        )
        assert status == 200
    assert "Liian monta väärää yritystä" in page
    assert log_in(nginx, "127.0.0.3", "writer", PASSWORD)[0] == 302


def test_private_links_are_in_no_log(people, tmp_path, live_server, settings):
    """Neither their addresses, nor the pages that somebody came from by one; others are."""
    addresses = list(by_secret())
    assert "account/password/reset/key/1-salaisuus/" in addresses
    assert "kutsu/salaisuus/" in addresses
    with nginx_server(tmp_path, live_server.url) as port:
        connection = connect(port)
        for address in addresses:
            connection.request("GET", f"/{address}", headers={"Host": "localhost"})
            connection.getresponse().read()
        came_from = {"Referer": "https://localhost/kutsu/salaisuus/"}
        connection.request(
            "GET", "/robots.txt", headers={"Host": "localhost"} | came_from
        )
        connection.getresponse().read()
        connection.close()
    # It has ended, and written all.
    assert "/robots.txt" in (tmp_path / LOG).read_text()
    for log in (tmp_path / LOG, tmp_path / "kdsite-error.log"):
        assert "salaisuus" not in log.read_text()


def test_private_links_are_not_in_the_log_of_errors(tmp_path):
    """Not even where the site does not answer, which nginx writes down with what was asked for."""
    with nginx_server(tmp_path, NOWHERE) as port:
        connection = connect(port)
        for address in ("fi/", *by_secret()):
            connection.request("GET", f"/{address}", headers={"Host": "localhost"})
            response = connection.getresponse()
            response.read()
            assert response.status == 503
        connection.close()
    text = (tmp_path / "kdsite-error.log").read_text()
    assert "GET /fi/" in text
    assert "salaisuus" not in text
