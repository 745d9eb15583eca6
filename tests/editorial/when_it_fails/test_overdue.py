"""A slot whose time passed without a release stands on top until it is out or has another time, and
is told once to those who can act."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.models import Mode, Slot
from kdsite.editorial.notifications.release_countdown import count_down
from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.notifications.mails import names, told
from tests.support.factories import make_post
from tests.support.helpers import (
    approve,
    edit_url,
    fill_in,
    fresh,
    its_time,
    logged_in,
    make_slot,
    publish,
    send,
    submit,
    translate,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.both_databases,
    pytest.mark.mailed,
]

HEADING = "Jäi julkaisematta ajallaan"


def top(people, name="wagtailadmin_home"):
    """What stands there of what is not out, before all else; empty: nothing."""
    html = logged_in(people.editor).get(reverse(name)).content.decode()
    _before, found, after = html.partition(f"{HEADING}")
    return after.partition("</section>")[0] if found else ""


def counted():
    mail.outbox.clear()
    count_down()
    count_down()
    return told()


@pytest.fixture
def post(people):
    """In a slot whose time has come; not sent."""
    post = make_post(people.writer, "Laituri")
    its_time(make_slot(post))
    return post


@pytest.mark.parametrize("name", ["wagtailadmin_home", "calendar:index"])
def test_each_step_that_is_missing_stands_there_with_its_link(people, post, name):
    """A draft, in review, without a translation, one that is not sent, in review; until it is out."""
    review = reverse("editorial:review", args=[post.pk])

    def shows(sentence, link):
        shown = top(people, name)
        assert "Laituri" in shown
        assert sentence in shown
        assert f'href="{link}"' in shown

    shows("Alkuperäistä ei ole vielä hyväksytty.", edit_url(post))
    submit(post, people.writer)
    shows("Alkuperäistä ei ole vielä hyväksytty.", review)
    approve(post, people.editor)
    shows("Käännöstä ei ole aloitettu.", edit_url(post))
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    shows("Käännöstä ei ole vielä hyväksytty.", edit_url(target))
    send(record, people.translator)
    link = reverse("editorial:review", args=[target.pk])
    shows("Käännöstä ei ole vielä hyväksytty.", link)
    assert "Laituri" not in top(people, "calendar:past")
    approve(target, people.reviewer)
    assert fresh(post).live
    assert top(people, name) == ""


def test_what_is_taken_back_can_be_tried_again_once_nothing_is_missing(people):
    """A translation that was taken back before the time; and the scheduler stands still."""
    post = make_post(people.writer, "Laituri")
    slot = make_slot(post)
    publish(post, people.writer, people.editor)
    target, record = translate(post, people.translator)
    fill_in(record, people.translator)
    send(record, people.translator)
    approve(target, people.reviewer)
    client = logged_in(people.editor)
    client.post(reverse("editorial:back_to_draft", args=[target.pk]))
    its_time(slot)
    assert publish_due() == []
    assert "Käännöstä ei ole vielä hyväksytty." in top(people)
    Slot.objects.filter(pk=slot.pk).update(at=timezone.now() + timedelta(days=1))
    assert top(people) == top(people, "calendar:index") == ""
    submit(target, people.translator)
    approve(target, people.reviewer)
    its_time(slot)
    assert "Mitään ei enää puutu." in top(people)
    assert "Yritä uudelleen" in top(people)
    client.post(reverse("editorial:overdue", args=[slot.pk]))
    assert fresh(post).live
    assert fresh(target).live


def test_the_editors_and_the_writer_are_told_once(people, post):
    """Editors of the reason and the next step; the language team has nothing to do yet."""
    mails = counted()
    assert names(mails) == {"editor", "editor2", "writer"}
    link = reverse("editorial:overdue", args=[post.slot.pk])
    assert link in mails["editor@example.fi"].body
    assert edit_url(post) in mails["writer@example.fi"].body
    for each in mails.values():
        assert each.subject.startswith("Jäi julkaisematta")
        assert "Alkuperäistä ei ole vielä hyväksytty." in each.body
    assert counted() == {}
    html = logged_in(people.editor).get(link).content.decode()
    assert "Alkuperäistä ei ole vielä hyväksytty." in html
    assert logged_in(people.writer).get(link).status_code == 302


def test_the_language_team_is_told_where_its_translation_is_missing(people, post):
    submit(post, people.writer)
    approve(post, people.editor)
    mails = counted()
    everybody = {"editor", "editor2", "writer", "translator", "reviewer"}
    assert names(mails) == everybody
    assert "Översättningen har inte påbörjats." in mails["reviewer@example.fi"].body


def test_what_may_follow_is_not_missed(people, post):
    """The original is out; so is one that was taken down since, and a slot that is not used."""
    Slot.objects.update(mode=Mode.ORIGINAL_FIRST)
    submit(post, people.writer)
    approve(post, people.editor)
    assert fresh(post).live
    assert top(people) == ""
    url = reverse("wagtailadmin_pages:unpublish", args=[post.pk])
    logged_in(people.editor).post(url, {"which": "both", "why": ""})
    assert not fresh(post).live
    assert top(people) == ""
    assert counted() == {}
