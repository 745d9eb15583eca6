"""An author's “no” by a private link holds the release until a member has heard it."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kdsite.editorial.exceptions import NotApproved
from kdsite.editorial.follow_ups.queue import do_due
from kdsite.editorial.notifications.release_countdown import count_down
from kdsite.editorial.publishing import guard
from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.private_links.steps import (
    ADDRESS,
    approve_shown,
    fine,
    press,
    says_no,
    send,
)
from tests.support.factories import make_author, make_post
from tests.support.forms.undrawn import form_on
from tests.support.helpers import (
    approve,
    fresh,
    its_time,
    logged_in,
    make_slot,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

ASKED = "Kirjoittaja pyysi muutoksia: Maija Malli."
BUTTON = "Olen lukenut kirjoittajan vastauksen"


def html_of(user, name, *args):
    return logged_in(user).get(reverse(name, args=args)).content.decode()


def presses_read(user, post):
    """On the review, as it is shown."""
    client, url = logged_in(user), reverse("editorial:review", args=[post.pk])
    form = form_on(client, url)
    return client.post(url, {"seen": form.initial["seen"], "action": "read"})


@pytest.fixture
def waiting(people, post):
    """Approved by a second editor, and waiting for its slot of next week."""
    make_slot(post, mode="original_first")
    submit(post, people.editor)
    approve(post, people.editor2)
    return post


@pytest.fixture
def link(people, author, waiting):
    return send(waiting, people.editor, author)


def test_the_release_waits_until_a_member_has_read_it(people, waiting, link):
    """Each screen says why, with the way to the answer; the button lets it out."""
    says_no(link)
    review = reverse("editorial:review", args=[waiting.pk])
    for name in ("calendar:index", "wagtailadmin_home"):
        html = html_of(people.editor, name)
        assert ASKED in html, name
        assert review in html, name
    its_time(fresh(waiting).slot)
    assert publish_due() == []
    with pytest.raises(NotApproved):
        guard.publish(fresh(waiting).latest_revision)
    assert ASKED in html_of(people.editor, "wagtailadmin_home")
    html = html_of(people.editor2, "editorial:review", waiting.pk)
    assert BUTTON in html
    assert "Maija Malli on pyytänyt muutoksia" in html
    assert "Julkaistaan heti, vain suomeksi." in html
    assert 'value="approve"' not in html
    assert logged_in(people.writer).get(review).status_code == 302
    presses_read(people.editor2, waiting)
    assert fresh(waiting).live


def test_before_its_time_it_is_read_and_goes_on_waiting(people, waiting, link):
    says_no(link)
    presses_read(people.editor2, waiting)
    assert not fresh(waiting).live
    assert ASKED not in html_of(people.editor, "calendar:index")
    its_time(fresh(waiting).slot)
    publish_due()
    assert fresh(waiting).live


def test_the_author_ends_it_by_agreeing(people, waiting, link):
    says_no(link)
    fine(link)
    its_time(fresh(waiting).slot)
    publish_due()
    assert fresh(waiting).live


def test_the_mail_before_the_time_says_it(people, waiting, link, time_machine):
    says_no(link)
    mail.outbox.clear()
    time_machine.move_to(fresh(waiting).slot.at - timezone.timedelta(hours=1))
    count_down()
    assert {each.to[0] for each in mail.outbox} == {
        "editor@example.fi",
        "editor2@example.fi",
    }
    assert all(ASKED in each.body for each in mail.outbox)


def test_who_approves_after_it_has_heard_it(people, author, post):
    submit(post, people.editor)
    says_no(send(post, people.editor, author))
    approve_shown(post, people.editor2)
    assert fresh(post).live


def test_it_holds_the_end_of_a_review(people, author):
    """Another author's “yes”, which would have ended it, counts once the “no” is read."""
    coauthor = make_author("Aino", "Toinen", user=people.writer)
    post = make_post(people.editor, authors=[author, coauthor])
    submit(post, people.editor)
    says_no(send(post, people.editor, author))
    fine(send(post, people.editor, coauthor, address="writer@example.fi"))
    assert not fresh(post).live
    presses_read(people.editor2, post)
    assert fresh(post).live


def test_the_mail_of_an_answer_asks_for_what_helps(people, waiting, link):
    """Of an approved text nobody has to hear a “yes”; they can. Of a “no” it says that it holds."""
    mail.outbox.clear()
    press(link)
    letters = [each.body for each in mail.outbox]
    assert len(letters) == 2
    assert not any(BUTTON in body for body in letters)
    assert BUTTON in html_of(people.editor2, "editorial:review", waiting.pk)
    other = make_author("Aino", "Toinen", saved_by=people.editor)
    post = make_post(people.editor, authors=[other])
    submit(post, people.editor)
    link = send(post, people.editor, other, address=f"aino.{ADDRESS}")
    mail.outbox.clear()
    says_no(link)
    review = reverse("editorial:review", args=[post.pk])
    heard = "joku näistä on lukenut vastauksen tarkistuksessa: editor2@example.fi."
    assert all(heard in each.body and review in each.body for each in mail.outbox)


def test_a_changed_mind_is_told(people, waiting, link, time_machine):
    """At once; and of a burst of them the newest, a minute later."""
    time_machine.move_to(timezone.now())
    mail.outbox.clear()
    press(link)
    assert len(mail.outbox) == 2
    time_machine.shift(90)
    says_no(link)
    assert ["Älkää julkaisko." in each.body for each in mail.outbox[2:]] == [True] * 2
    press(link, answer="changes", text="Ei mitään.")
    press(link)
    press(link, answer="changes", text="Korjatkaa.")
    assert len(mail.outbox) == 4
    time_machine.shift(61)
    do_due()
    assert ["Korjatkaa." in each.body for each in mail.outbox[4:]] == [True] * 2
