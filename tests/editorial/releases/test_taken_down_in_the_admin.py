"""What was taken down is said to be taken down, on every list of the admin; nobody is told that it is
late, left out, or still to be written."""

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page

from kdsite.editorial.notifications.release_countdown import count_down
from kdsite.editorial.notifications.reminders import remind
from kdsite.editorial.page_kinds import translation_of
from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.taken_down import with_times
from tests.editorial.when_it_fails.scene import set_the_scene as make_release
from tests.support.helpers import (
    approve,
    fresh,
    logged_in,
    read,
    send,
    submit,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.mailed]

WHY = "Luvut olivat vääriä."


def set_the_scene(people):
    """A release of today that an editor has taken down."""
    scene = make_release(people)
    publish_due()
    url = reverse("wagtailadmin_pages:unpublish", args=[scene["post"].pk])
    logged_in(people.editor).post(url, {"which": "both", "why": WHY})
    return scene


def today():
    return date_format(timezone.localdate(), "SHORT_DATE_FORMAT")


def html_of(user, name, *args):
    return logged_in(user).get(reverse(name, args=args)).content.decode()


@pytest.mark.parametrize("view", ["calendar:past", "calendar:sheet"])
def test_the_calendar_says_so(people, scene, view):
    """Of each language, with the day; neither late nor a draft."""
    html = html_of(people.editor, view)
    assert html.count(f"Poistettu julkaisusta {today()}") >= 2
    assert "myöhässä" not in html.partition("Laituri")[2].partition("</li>")[0]
    html = html_of(people.translator, view)
    assert f"Avpublicerat {today()}" in html


def test_what_is_put_back_is_not_late(people, scene):
    """Its time has passed, and it was public then."""
    submit(scene.post, people.writer)
    html = html_of(people.editor, "calendar:past")
    part = html.partition("Laituri")[2].partition("</li>")[0]
    assert "Tarkistettavana" in part
    assert "myöhässä" not in part


def test_the_writers_front_page_says_so(people, scene):
    """And why; nothing is asked of them, and no day is late."""
    html = html_of(people.writer, "wagtailadmin_home")
    assert f"Poistettu julkaisusta {today()}. Lukijat eivät näe sitä." in html
    assert WHY in html
    assert "Sinun vuorosi" not in html
    assert "myöhässä" not in html


def test_the_language_teams_front_page_says_so(people, scene):
    """Instead of asking for it once more."""
    html = html_of(people.translator, "wagtailadmin_home")
    assert f"Avpublicerat {today()}" in html
    assert WHY in html


def test_the_lists_of_pages_say_so(people, scene):
    """With the day, and asking no more for many than for one."""
    folder = scene.post.get_parent().pk
    html = html_of(people.editor, "wagtailadmin_explore", folder)
    assert f"poistettu julkaisusta {today()}" in html
    swedish = scene.target.get_parent().pk
    html = html_of(people.reviewer, "wagtailadmin_explore", swedish)
    assert f"avpublicerat {today()}" in html
    page = with_times(Page.objects.filter(pk=scene.post.pk)).specific().get()
    with CaptureQueriesContext(connection) as asked:
        assert today() in page.status_string
    assert len(asked) == 0


def test_the_list_of_a_kind_of_page_says_so(people, scene):
    html = html_of(people.editor, "wagtailadmin_pages:type_use", "blog", "blogpage")
    assert f"poistettu julkaisusta {today()}" in html


def test_nobody_is_told_that_it_was_left_out(people, scene):
    """Neither at its time nor later."""
    mail.outbox.clear()
    count_down()
    remind()
    assert mail.outbox == []


def test_a_translation_is_not_put_back_before_its_original(people, scene):
    """Whoever took both down meant both: it waits, and goes out with the original."""
    send(translation_of(scene.target), people.reviewer)
    approve(scene.target, people.translator)
    assert publish_due() == []
    assert read(scene.target)[0] == 410
    submit(scene.post, people.writer)
    approve(scene.post, people.editor2)
    assert fresh(scene.post).live
    assert fresh(scene.target).live
