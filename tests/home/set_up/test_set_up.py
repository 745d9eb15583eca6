"""A new site: what the command makes, and the list of what is left."""

import builtins
import io
from functools import partial

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from home.create_site import groups
from home.management.commands import setup
from home.models import HomePage
from home.set_up import checklist
from kdsite.accounts.models import User
from kdsite.backups import services
from kdsite.editorial.models import Heartbeat, Message
from kdsite.editorial.scheduling.scheduler import NAME as SCHEDULER
from tests.support.helpers import logged_in, make_slot, publish, revise

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

SUPERUSER = "Sini Super <sini@example.fi>"
EDITORS = ["Eila Eka <eila@example.fi>", "Toni Toka <toni@example.fi>"]


def run(*editors, superuser=SUPERUSER, asks=False, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command(
        "setup",
        superuser=None if asks else superuser,
        editor=list(editors),
        no_input=not asks,
        stdout=out,
        stderr=err,
        **options,
    )
    return out.getvalue(), err.getvalue()


@pytest.fixture(autouse=True)
def queue(settings):
    """Mail waits in the database, as it does on a site."""
    settings.EMAIL_BACKEND = "kdsite.editorial.notifications.mail_queue.QueueBackend"


@pytest.fixture
def password(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "pitkä-ja-outo-lause-7")


def test_it_makes_the_first_accounts_and_sends_a_test_mail(site, password):
    """Two editors are invited and choose their own passwords; a second run makes nobody."""
    out, err = run(*EDITORS)
    assert err == ""
    superuser = User.objects.get(email="sini@example.fi")
    assert superuser.is_superuser and superuser.check_password("pitkä-ja-outo-lause-7")
    editors = User.objects.filter(groups__name=groups.EDITORS)
    assert sorted(user.get_full_name() for user in editors) == ["Eila Eka", "Toni Toka"]
    assert not any(user.has_usable_password() for user in editors)
    to = {message.to[0] for message in mail.outbox}
    assert to == {"sini@example.fi", "eila@example.fi", "toni@example.fi"}
    assert "sini@example.fi" in out and groups.SWEDISH_TEAM in out
    # Of the test's own settings.
    assert "MAIL_FROM" in out
    run(*EDITORS)
    assert User.objects.count() == 3


@pytest.mark.parametrize(
    ("editor", "said"),
    [("eila@example.fi", "Maija Malli"), ("Eila Eka <eila>", "eila"), ("", "Maija")],
)
def test_what_is_no_person_is_one_sentence_and_makes_nobody(
    site, password, editor, said
):
    with pytest.raises(CommandError, match=said):
        run(EDITORS[1], editor)
    assert not User.objects.exists()


def test_an_easy_password_makes_nobody(site, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "kissa")
    with pytest.raises(CommandError):
        run(*EDITORS)
    assert not User.objects.exists()


@pytest.fixture
def typed(monkeypatch):
    """Lets a test type its lines and passwords, in this order; after the last nobody is there."""

    def type_in(lines, passwords=()):
        for place, name, answers in (
            (builtins, "input", iter(lines)),
            (setup, "getpass", iter(passwords)),
        ):
            monkeypatch.setattr(place, name, partial(answer, answers))

    def answer(answers, _question):
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    return type_in


def test_a_wrong_answer_is_asked_for_again(site, typed):
    """And no other is typed twice."""
    typed(
        ["Sini Super", SUPERUSER, EDITORS[0], "Toni", EDITORS[1]],
        ["kissa", "pitkä-ja-outo-lause-7"],
    )
    _out, err = run(asks=True)
    assert "Maija Malli" in err
    assert User.objects.get(email="sini@example.fi").check_password(
        "pitkä-ja-outo-lause-7"
    )
    assert User.objects.filter(groups__name=groups.EDITORS).count() == 2


def test_where_nobody_answers_it_says_how_else(site, typed):
    typed([])
    with pytest.raises(CommandError, match="--help"):
        run(asks=True)
    assert not User.objects.exists()


def test_the_list_is_on_the_first_page_until_all_is_done(people):
    """For those who run the site; each point leads to where it is done."""
    cache.delete(checklist.DONE)
    client = logged_in(people.editor)
    assert "set-up" in client.get("/admin/").content.decode()
    page = client.get("/admin/set-up/")
    assert len(page.context["left"]) > 8
    for point in page.context["left"]:
        assert point.todo
        if point.link:
            assert client.get(point.link, follow=True).status_code == 200, point
    _do_all(people)
    assert [point.todo for point in checklist.points() if not point.is_done] == []
    assert "set-up" not in client.get("/admin/").content.decode()


def test_it_says_that_mail_waits_and_that_there_is_no_backup(people, settings):
    """For as long as it is so, whatever was done before."""
    settings.DEMO = False
    _do_all(people)
    waiting = Message.objects.create(recipient="a@example.fi", problem="refused")
    left = [point.todo for point in checklist.points() if not point.is_done]
    assert len(left) == 2
    waiting.delete()
    Heartbeat.beat(services.NAME)
    assert all(point.is_done for point in checklist.points())


def test_it_is_for_those_who_run_the_site(people):
    client = logged_in(people.writer)
    assert "set-up" not in client.get("/admin/").content.decode()
    assert client.get("/admin/set-up/").status_code == 302


def test_a_test_mail_goes_to_whoever_asks(people):
    client = logged_in(people.editor)
    assert client.post("/admin/set-up/").status_code == 302
    assert Message.objects.get().recipient == people.editor.email


def _do_all(people):
    """What people do until nothing is left."""
    Heartbeat.beat(SCHEDULER)
    Message.objects.create(recipient="a@example.fi", sent_at=timezone.now())
    make_slot(days=9)
    HomePage.objects.update(contact="blogi@example.fi")
    for page in Page.objects.filter(depth__gt=1).specific():
        hands = {
            "fi": (people.editor, people.editor2),
            "sv": (people.translator, people.reviewer),
        }[page.locale.language_code]
        revise(page, hands[0], seo_title="Oma")
        publish(page, *hands)
