"""Two web servers and two schedulers, each on a machine of its own but for what all of them share."""

import re
import ssl
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.conf import settings
from django.test import Client, override_settings

from kdsite.editorial.models import Installation, Message, Release
from scripts.nginx import nginx_server
from scripts.waiting import free_port, until
from tests.support.factories import make_post, picture
from tests.support.helpers import (
    approve,
    fill_in,
    fresh,
    its_time,
    make_slot,
    send,
    submit,
    translate,
)
from tests.support.servers.bucket import bucket
from tests.support.servers.mail import MailServer
from tests.support.servers.production import (
    SECRET_KEY,
    production_scheduler,
    production_server,
)
from tests.support.servers.redis import redis_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]


def set_the_scene(people):
    """A post and its translation, approved; their time has just come."""
    post = make_post(people.writer, "Laituri")
    slot = make_slot(post)
    submit(post, people.writer)
    approve(post, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    its_time(slot)
    return {"post": post, "target": target}


@dataclass
class Machine:
    """What is its own: where its web server answers, its folder, its settings."""

    address: str
    folder: Path
    environment: dict

    def ask(self, path, data=None, **headers):
        """Status and body."""
        headers |= {"Host": "localhost", "X-Forwarded-Proto": "https"}
        request = Request(self.address + path, data, headers)  # noqa: S310 - its own server
        try:
            with urlopen(request, timeout=30) as answer:  # noqa: S310
                return answer.status, answer.read()
        except HTTPError as error:
            return error.code, error.read()

    @property
    def kept(self):
        """What nginx would have kept there of what it was answered."""
        return self.folder / "kept"


@pytest.fixture
def mail_server():
    with MailServer() as server:
        yield server


@pytest.fixture
def shared(tmp_path, mail_server):
    """The settings that are the same on each machine."""
    Installation.write("one-site")
    port = free_port()
    with redis_server(tmp_path, port), bucket() as named:
        yield named | {
            "CACHE_URL": f"redis://127.0.0.1:{port}/0",
            "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.server_address[1]}",
            "INSTALLATION_KEY": "one-site",
        }


@pytest.fixture
def machines(shared, tmp_path):
    with ExitStack() as stack:
        found = []
        for name in ("first", "second"):
            folder = tmp_path / name
            (folder / "kept").mkdir(parents=True)
            environment = shared | {
                "MEDIA_ROOT": str(folder / "media"),
                "WEB_SERVER_CACHE": str(folder / "kept"),
            }
            log = folder / "gunicorn"
            server = stack.enter_context(production_server(log, **environment))
            found.append(Machine(server, folder, environment))
        yield found


@pytest.fixture
def schedulers(machines):
    """``start()`` starts one on each machine."""
    with ExitStack() as stack:

        def start():
            for each in machines:
                log = each.folder / "scheduler"
                stack.enter_context(production_scheduler(log, **each.environment))

        yield start


def cookie_of(user):
    with override_settings(SECRET_KEY=SECRET_KEY):
        client = Client()
        client.force_login(user)
        return client.cookies[settings.SESSION_COOKIE_NAME].value


def upload(machine, cookies):
    """A picture, as a browser sends it from the page of pictures."""
    edge = "edge"
    lines = [
        f"--{edge}",
        'Content-Disposition: form-data; name="title"',
        "",
        "Vene",
        f"--{edge}",
        'Content-Disposition: form-data; name="file"; filename="vene.jpg"',
        "Content-Type: image/jpeg",
        "",
    ]
    body = "\r\n".join([*lines, ""]).encode() + picture("navy", (640, 480)).read()
    return machine.ask(
        "/admin/images/add/",
        body + f"\r\n--{edge}--\r\n".encode(),
        Cookie=cookies + f"; csrftoken={'a' * 32}",
        Origin="https://localhost",
        **{
            "X-CSRFToken": "a" * 32,
            "Content-Type": f"multipart/form-data; boundary={edge}",
        },
    )


def test_a_picture_that_one_machine_took_is_shown_by_the_other(people, scene, machines):
    """Out of the bucket, by the site's own address; what readers see no page of is nobody's."""
    first, second = machines
    cookies = f"{settings.SESSION_COOKIE_NAME}={cookie_of(people.writer)}"
    status, _body = upload(first, cookies)
    assert status == 200
    status, html = second.ask("/admin/images/", Cookie=cookies)
    assert status == 200
    (size,) = set(re.findall(r'src="(/media/images/[^"]+vene[^"]+)"', html.decode()))
    answers = [machine.ask(size) for machine in machines]
    assert answers[0] == answers[1]
    assert answers[0][0] == 200
    folder = first.folder / "nginx"
    folder.mkdir()
    with nginx_server(folder, first.address, media=first.folder / "media") as port:
        context = ssl._create_unverified_context()  # noqa: S323 - the test's own certificate
        connection = HTTPSConnection("127.0.0.1", port, context=context)
        connection.request("GET", size, headers={"Host": "localhost"})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == answers[0]
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "public, max-age=86400"
        connection.close()
    original = size.replace("/images/", "/original_images/").partition(".")[0] + ".jpg"
    for path in (original, "/media/images/none.jpg", "/media/", "/media/%00"):
        assert [machine.ask(path)[0] for machine in machines] == [404, 404], path
    assert not (first.folder / "media").exists()


def test_two_schedulers_publish_and_send_once_and_both_machines_show_it(
    scene, machines, schedulers, mail_server
):
    """What either machine had kept before is shown no more."""
    lists = ("/fi/blogi/", "/sv/blogg/", "/fi/", "/sitemap.xml")
    before = {path: machines[0].ask(path) for path in lists}
    assert before == {path: machines[1].ask(path) for path in lists}
    assert {status for status, _body in before.values()} == {200}
    schedulers()
    until(Release.objects.exists)
    until(lambda: Message.objects.exists() and not Message.objects.waiting().exists())
    # Two more rounds of each scheduler, which would do it again.
    time.sleep(11)
    release = Release.objects.get()
    assert release.pages.count() == 2
    for machine in machines:
        for path in lists[:2]:
            assert b"Laituri" in machine.ask(path)[1]
    sent = Counter(
        (
            re.search(r"^To: (.*)$", text, re.M)[1],
            re.search(r"^Message-ID: (.*)$", text, re.M)[1],
        )
        for text in mail_server.taken
    )
    assert len(mail_server.taken) == Message.objects.count() > 0
    assert set(sent.values()) == {1}
    # A third machine takes it down: what the web servers of these two have kept is removed there.
    for machine in machines:
        (machine.kept / "answer").touch()
    for page in (scene.post, scene.target):
        fresh(page).unpublish()
    until(lambda: not any(list(each.kept.iterdir()) for each in machines), seconds=20)
    for each in machines:
        until(lambda each=each: each.ask(scene.post.url)[0] == 410, seconds=5)
