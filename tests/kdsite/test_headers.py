"""What every answer says to browsers, as production answers behind the documented nginx."""

import json
import ssl
import subprocess
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Page

from scripts.nginx import nginx_server
from tests.support.factories import make_author, make_image, make_post, make_theme
from tests.support.helpers import logged_in, publish
from tests.support.servers.production import production_server

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(settings.BASE_DIR)
GRADER = ROOT / "var/tools/node_modules/@mdn/mdn-http-observatory"
NODE = ROOT / ".venv/bin/node"
# What the grader gives where nothing is wrong. It has 5 more for cookies that are set as they should
# be, 5 for scripts with a checksum, and 5 for hosts on Chromium's list; a readers' page has neither.
ALL = 130
VIDEO = {"title": "Video, 2 min", "url": "https://vimeo.com/12345678"}


@pytest.fixture
def served(tmp_path, people):
    """The port of nginx before gunicorn."""
    with (
        production_server(tmp_path / "gunicorn") as upstream,
        nginx_server(tmp_path, upstream, media=settings.MEDIA_ROOT) as port,
    ):
        yield port


def get(port, address, **headers):
    """The answer, as the grader and the tests here take it."""
    untrusted = ssl._create_unverified_context()  # noqa: S323 - the test's own certificate
    connection = HTTPSConnection("127.0.0.1", port, context=untrusted)
    connection.request(
        "GET", quote(address, safe="/?=&%"), headers={"Host": "localhost"} | headers
    )
    response = connection.getresponse()
    found = {
        "url": f"https://localhost{address}",
        "status": response.status,
        "headers": response.getheaders(),
        "body": response.read().decode("utf-8", "replace"),
    }
    connection.close()
    return found


def graded(answers):
    """``{address: {score, tests}}``."""
    result = subprocess.run(
        [NODE, ROOT / "tests/support/observatory.mjs", GRADER],
        input=json.dumps(answers), capture_output=True, text=True, check=True,
    )  # fmt: skip
    grades = json.loads(result.stdout)
    return {a["url"]: grade for a, grade in zip(answers, grades, strict=True)}


def test_mozillas_grader_finds_nothing(people, served):
    """On no kind of page, whether it is made anew or given from a copy, and on no error."""
    image = make_image(people.writer)
    post = make_post(
        people.writer,
        hero_image=image,
        hero_alt="Vene",
        authors=[
            publish(make_author(saved_by=people.editor), people.editor, people.editor2)
        ],
        body=[("paragraph", "<p>Kunta.</p>"), ("embed", VIDEO)],
    )
    post = publish(post, people.writer, people.editor)
    publish(make_theme(saved_by=people.editor), people.editor, people.editor2)
    html = Client().get(post.url).content.decode()
    picture = html.partition('src="/media/')[2].partition('"')[0]
    # Whoever knows one size knows the others, and nobody guesses either.
    assert image.filename.partition("-")[0] in picture
    pages = [page.url for page in Page.objects.live().filter(depth__gt=1)]
    assert len(pages) > 8
    read = [*pages, *pages, "/fi/haku/?q=kunta", "/fi/atom.xml", "/sitemap.xml"]
    errors = ["/fi/ei-ole/", "/account/ei-ole/", "/fi/haku/?q=%00", "/luonnos/x/"]
    files = ["/static/css/base.css", "/static/img/favicon.svg"]
    log_in = ["/account/login/", "/account/password/reset/"]
    stored = [f"/media/{picture}", "/media/original_images/a.jpg", "/media/ei.jpg"]
    answers = {a: get(served, a) for a in (*read, *errors, *files, *log_in, *stored)}
    grades = graded(list(answers.values()))
    scores = {
        url.removeprefix("https://localhost"): g["score"] for url, g in grades.items()
    }
    least = dict.fromkeys(read, ALL) | dict.fromkeys(errors, ALL)
    least |= dict.fromkeys(log_in, ALL) | dict.fromkeys(files + stored, 100)
    assert {a: s for a, s in scores.items() if s < least[a]} == {}, json.dumps(
        grades, indent=1
    )
    assert answers[f"/media/{picture}"]["status"] == 200
    original = get(served, f"/media/{image.file.name}")
    assert original["status"] == 404
    for address in read:
        assert answers[address]["status"] == 200, answers[address]
        headers = dict(answers[address]["headers"])
        assert "nonce" not in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "camera=()" in headers["Permissions-Policy"]
    for address in pages:
        policy = dict(answers[address]["headers"])["Content-Security-Policy"]
        assert ("frame-src" in policy) == (address == post.url)
    for answer in answers.values():
        headers = dict(answer["headers"])
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    session = logged_in(people.editor).cookies[settings.SESSION_COOKIE_NAME].value
    own = get(served, "/admin/", Cookie=f"{settings.SESSION_COOKIE_NAME}={session}")
    assert "script-src 'self'" in dict(own["headers"])["Content-Security-Policy"]


def test_nobody_keeps_what_is_for_one_person(people):
    """The admin, its errors, the pages of an account and what a form of theirs answers."""
    client = logged_in(people.editor)
    for address in (
        *("/admin/", "/admin/images/", "/admin/ei-ole/", "/admin/pages/99999/edit/"),
        *("/account/login/", "/account/password/change/", "/account/second-factor/"),
        "/account/password/reset/",
    ):
        for who in (client, Client()):
            said = who.get(address)["Cache-Control"]
            assert "no-store" in said, (address, said)
