"""A copy of the site sends no mail and publishes nothing until a person says so."""

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import call_command

from kdsite.editorial import site_copy
from kdsite.editorial.models import Heartbeat, Installation, Message, Release
from kdsite.editorial.notifications.mail_queue import send_due
from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.scheduling.scheduler import NAME, Scheduler
from tests.editorial.when_it_fails.scene import set_the_scene
from tests.support.helpers import fresh, logged_in

__all__ = ["set_the_scene"]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine with two network cards; cards are exchanged by ``machine(names)``."""
    network = tmp_path / "net"
    (tmp_path / "machine-id").write_text("0123456789abcdef\n")
    monkeypatch.setattr(site_copy, "MACHINE_ID", tmp_path / "machine-id")

    def exchange(*cards):
        nonlocal network
        network = network.with_name(f"{network.name}-")
        for card in cards:
            (network / card / "device").mkdir(parents=True)
            (network / card / "address").write_text(f"52:54:00:{card}\n")
        monkeypatch.setattr(site_copy, "NETWORK", network)

    exchange("eth0", "eth1")
    return exchange


@pytest.fixture
def site_key(settings, tmp_path, machine):
    """The site has its key, and a file that says so."""
    settings.INSTALLATION_FILE = str(tmp_path / "media.installation")
    site_copy.adopt()
    assert not site_copy.is_copy()


@pytest.fixture
def copied(site_key, settings, tmp_path):
    """A database that was restored by its own tools alone, where no file is beside the media."""
    settings.INSTALLATION_FILE = str(tmp_path / "elsewhere" / "media.installation")
    assert site_copy.is_copy()


def write():
    """A mail that waits."""
    Message.objects.all().delete()
    (row,) = Message.of(EmailMessage("Hei", "Moi!", to=["writer@example.fi"]))
    row.save()


def test_a_copy_publishes_nothing_and_sends_nothing(people, scene, copied):
    """Whatever asks it to: the scheduler, or a command; what is due stays so."""
    write()
    publish_due()
    send_due()
    Scheduler().round()
    assert not fresh(scene.post).live
    assert mail.outbox == []
    assert Message.objects.waiting().count() == 1
    assert not Release.objects.exists()
    # What says that it runs is said all the same.
    assert Heartbeat.alive(NAME)


def test_a_copy_reminds_nobody(people, copied):
    """Whatever else is done by the clock is not: it would be told twice, or too late."""
    done = []
    Scheduler([(lambda: done.append("reminded"), 5)]).round()
    assert done == []
    site_copy.release()
    Scheduler([(lambda: done.append("reminded"), 5)]).round()
    assert done == ["reminded"]


def test_a_person_says_that_it_is_the_site(people, scene, copied, capsys):
    """Then everything goes out."""
    write()
    call_command("release_copy")
    assert "1" in capsys.readouterr().out
    Scheduler().round()
    assert fresh(scene.post).live
    assert "Hei" in [message.subject for message in mail.outbox]


def test_mail_that_the_site_has_sent_is_not_sent_again(people, scene, copied):
    """Who releases a copy may drop what waited when it was made."""
    write()
    call_command("release_copy", drop_mail=True)
    send_due()
    assert mail.outbox == []


def test_the_site_is_no_copy_and_stays_as_it_is(people, site_key):
    """Saying it twice changes nothing, so other machines with the same file go on."""
    key = Installation.read()
    call_command("release_copy", verbosity=0)
    assert Installation.read() == key


def test_a_database_of_its_past_is_a_copy_where_one_was_released(
    people, copied, settings
):
    """What was copied from is another site: its next copy is held, too."""
    before = Installation.read()
    site_copy.release()
    Installation.write(before)
    assert site_copy.is_copy()


def test_a_copied_machine_is_known(people, site_key, machine):
    """Its disk is the same, with all files; its network cards are not."""
    machine("eth7")
    assert site_copy.is_copy()
    site_copy.release()
    assert not site_copy.is_copy()


def test_another_network_card_makes_no_copy(people, site_key, machine):
    """As long as one of them stays; another name of it is none."""
    machine("eth1", "eth2")
    assert not site_copy.is_copy()


def test_several_machines_are_one_site_by_their_environment(
    people, site_key, settings, machine, tmp_path
):
    """They share the database and the key, and need no file."""
    settings.INSTALLATION_FILE = str(tmp_path / "nowhere")
    settings.INSTALLATION_KEY = "kuntademokratia"
    site_copy.release()
    machine("eth7")
    assert not site_copy.is_copy()
    settings.INSTALLATION_KEY = "kokeilu"
    assert site_copy.is_copy()


def test_a_second_machine_joins_by_the_shared_file(people, site_key, machine):
    """A person says so there; the first one goes on."""
    machine("eth7")
    site_copy.release()
    machine("eth0")
    assert not site_copy.is_copy()


def test_a_new_database_beside_the_site_leaves_its_key_alone(people, site_key):
    """A database for trying something out takes the key that is there."""
    key = Installation.read()
    Installation.objects.all().delete()
    assert not site_copy.is_copy()
    site_copy.adopt()
    assert Installation.read() == key


def test_machines_are_told_in_words(client, people, copied):
    """``/readyz`` is 503, and says what to do."""
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "release_copy" in response.json()["copy"]


@pytest.mark.parametrize(
    ("who", "told"), [("editor", True), ("admin", True), ("writer", False)]
)
def test_those_who_run_the_site_see_it_first(people, copied, who, told):
    """On the front page of the admin; guests have nothing to do with it."""
    page = logged_in(getattr(people, who)).get("/admin/").content.decode()
    assert ("Tämä on sivuston kopio" in page) == told


def test_the_front_page_says_nothing_where_it_is_the_site(people, site_key):
    """Nor does ``/readyz``."""
    client = logged_in(people.editor)
    assert "Tämä on sivuston kopio" not in client.get("/admin/").content.decode()
    assert "copy" not in client.get("/readyz").json()
