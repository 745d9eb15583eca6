"""Two whole schedulers at once (reliability.md R6): each release once, each mail once."""

from collections import Counter
from email import message_from_bytes, policy

import pytest
from django.db import connections
from wagtail.models import PageLogEntry

from kdsite.editorial.models import Message, Release
from kdsite.editorial.scheduling.scheduler import JOBS, Scheduler
from tests.faults.scene import set_the_scene
from tests.support.at_once import ROUNDS
from tests.support.helpers import fresh, its_time, make_slot, submit
from tests.support.servers.forked import forget_connections, fork

__all__ = ["set_the_scene"]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.both_databases,
    pytest.mark.mailed,
]


# What Django writes behind each mail of a file.
AFTER_EACH = b"-" * 79 + b"\n"


@pytest.fixture
def sent(settings, tmp_path):
    """How often each mail has gone out: ``(to whom, about what)``."""
    settings.EMAIL_BACKEND = "kdsite.editorial.notifications.mail_queue.QueueBackend"
    settings.EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")

    def count():
        # Two processes may give a file the same name, by the second and an address in memory.
        mails = [
            message_from_bytes(mail, policy=policy.default)
            for path in (tmp_path / "mail").iterdir()
            for mail in path.read_bytes().split(AFTER_EACH)
            if mail.strip()
        ]
        return Counter((mail["To"], mail["Subject"]) for mail in mails)

    return count


def work(barrier):
    forget_connections()
    each = [Scheduler([(job, 0)]) for job, _pause in JOBS]
    for scheduler in each * ROUNDS:
        # Both begin the same job in the same moment.
        barrier.wait(timeout=60)
        scheduler.round()


def test_each_release_and_each_mail_once(scene, people, sent):
    submit(scene.draft, people.writer)
    make_slot(days=2)
    its_time(scene.waiting.slot)
    connections.close_all()
    barrier = fork.Barrier(2)
    both = [fork.Process(target=work, args=[barrier], daemon=True) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(timeout=120)
    assert [process.exitcode for process in both] == [0, 0]
    assert fresh(scene.waiting).live
    assert fresh(scene.target).live
    for page in (scene.waiting, scene.target):
        log = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish")
        assert log.count() == 1
    assert Release.objects.filter(slot=scene.waiting.slot).count() == 1
    assert not Message.objects.waiting().exists()
    assert ("writer@example.fi", "Julkaistu: Laituri") in sent()
    assert ("editor@example.fi", "Tarkistettavaksi: Luonnos") in sent()
    assert set(sent().values()) == {1}
