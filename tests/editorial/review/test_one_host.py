"""C6 and C10: whoever invites two people has no second person in them, as long as somebody else
could be asked; a site that is being set up can publish."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name

from home.create_site.groups import EDITORS
from kdsite.accounts.models import User
from kdsite.editorial.models import Mode
from kdsite.editorial.private_links import links
from kdsite.editorial.releases.publish_due import publish_due
from tests.editorial.private_links.steps import press
from tests.support.factories import make_author, make_post
from tests.support.helpers import approve, fresh, its_time, logged_in, make_slot, submit
from tests.support.invited import arrive

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


def comes_in(by, name):
    """``by`` invites an editor, who follows the link at once."""
    address = f"{name}@example.org"
    data = {
        "first_name": name.title(),
        "last_name": "Uusi",
        "email": address,
        "groups": [Group.objects.get(name=EDITORS).pk],
        "language": "fi",
    }
    logged_in(by).post(reverse("wagtailusers_users:add"), data)
    [letter] = [each for each in mail.outbox if each.to == [address]]
    arrive(re.search(r"/tervetuloa/\S+", letter.body)[0], client=Client())
    return User.objects.get(email=address)


def review_of(page, user):
    return logged_in(user).get(reverse("editorial:review", args=[page.pk]))


def decide(page, user, action="approve"):
    """Press a button of the review screen."""
    seen = review_of(page, user).context["form"].initial["seen"]
    url = reverse("editorial:review", args=[page.pk])
    logged_in(user).post(url, {"seen": seen, "action": action, "comment": ""})


def is_public_by(writer, approver):
    post = make_post(writer)
    submit(post, writer)
    decide(post, approver)
    return fresh(post).live


def all_are_invited_this_week(people):
    """The site is being set up by its first superuser."""
    others = User.objects.exclude(pk=people.admin.pk)
    others.update(invited_by=people.admin, invited_at=timezone.now())


def test_whoever_invites_two_is_not_two_people(people):
    """Within minutes, with two mailboxes of their own; another editor makes two of it."""
    one, other = comes_in(people.admin, "eka"), comes_in(people.admin, "toka")
    post = make_post(one)
    submit(post, one)
    decide(post, other)
    assert not fresh(post).live
    decide(post, people.editor)
    assert fresh(post).live


def test_the_review_says_why_another_one_must_approve(people):
    """Before the button is pressed, in words."""
    one, other = comes_in(people.admin, "eka"), comes_in(people.admin, "toka")
    post = make_post(one)
    submit(post, one)
    screen = review_of(post, other).content.decode()
    assert "Sinä ja Eka Uusi olette toistaiseksi yksi ihminen" in screen
    assert "admin@example.fi" in screen
    assert "toistaiseksi" not in review_of(post, people.editor).content.decode()
    own = make_post(people.admin)
    submit(own, people.admin)
    screen = review_of(own, one).content.decode()
    assert "toinen teistä on kutsunut toisen" in screen


def test_whoever_is_invited_by_the_invited_is_of_the_same_line(people):
    """A chain is no way around, in neither direction."""
    one = comes_in(people.admin, "eka")
    one.is_superuser = True
    one.save()
    last, side = comes_in(one, "kolmas"), comes_in(people.admin, "toka")
    assert not is_public_by(last, side)
    assert not is_public_by(last, people.admin)
    assert not is_public_by(people.admin, last)


def test_two_who_answer_for_each_other_come_to_an_end(people):
    """A circle of invitations is one line."""
    people.editor.invited_by = people.editor2
    people.editor2.invited_by = people.editor
    for user in (people.editor, people.editor2):
        user.invited_at = timezone.now()
        user.save()
    assert not is_public_by(people.editor, people.editor2)


def test_nobody_reads_an_authors_answer_for_their_own_line(people):
    """C7: one writes and sends the link to a mailbox of theirs, the other one reads the answer."""
    one, other = comes_in(people.admin, "eka"), comes_in(people.admin, "toka")
    author = make_author("Keksitty", "Kirjoittaja")
    post = make_post(one, authors=[author])
    submit(post, one)
    press(links.send(post, one, "laatikko@example.net", "fi", author_id=author.pk))
    assert "read" not in review_of(post, other).context["actions"]
    decide(post, other, "read")
    assert not fresh(post).live
    decide(post, people.editor, "read")
    assert fresh(post).live


def test_two_of_one_line_are_not_the_two_of_an_unknown_writer(people):
    one, other = comes_in(people.admin, "eka"), comes_in(people.admin, "toka")
    post = make_post()
    submit(post, people.writer)
    decide(post, one)
    decide(post, other)
    assert not fresh(post).live
    decide(post, people.editor)
    assert fresh(post).live


def test_a_site_that_is_being_set_up_can_publish(people):
    """Its editors were all invited this week by the same person; who is still no second person
    beside one of them."""
    all_are_invited_this_week(people)
    people.editor.refresh_from_db()
    people.editor2.refresh_from_db()
    assert is_public_by(people.editor, people.editor2)
    assert not is_public_by(people.admin, people.editor)


@pytest.mark.parametrize("how", ["another role", "out of the group"])
def test_nobody_makes_a_site_new_again(people, how):
    """Not by answering for everybody who could be asked, nor by putting them out."""
    post = make_post(people.writer)
    submit(post, people.writer)
    approve(post, people.editor)
    decided = User.objects.filter(pk=people.editor.pk)
    decided.update(date_joined=timezone.now() - timedelta(days=30))
    one, other = comes_in(people.admin, "eka"), comes_in(people.admin, "toka")
    all_are_invited_this_week(people)
    if how == "out of the group":
        people.editor.groups.clear()
    one.refresh_from_db()
    other.refresh_from_db()
    assert not is_public_by(one, other)


def test_after_a_week_they_are_two(people):
    """Every editor has had the mail about both."""
    one, other = comes_in(people.admin, "eka"), comes_in(people.admin, "toka")
    for user in (one, other):
        user.invited_at -= timedelta(days=8)
        user.save()
    assert is_public_by(one, other)


def test_a_release_that_fails_by_it_says_who_counts_as_one(people):
    """Two approved it as two people; then one superuser gives both another address."""
    post = make_post(people.editor)
    slot = make_slot(post, mode=Mode.ORIGINAL_FIRST)
    submit(post, people.editor)
    approve(post, people.editor2)
    for user in (people.editor, people.editor2):
        user.invited_by, user.invited_at = people.admin, timezone.now()
        user.save()
    its_time(slot)
    assert publish_due() == []
    html = logged_in(people.editor).get(reverse("wagtailadmin_home")).content.decode()
    names = ", ".join(
        sorted(map(get_user_display_name, (people.editor, people.editor2)))
    )
    assert f"Tekstin takana ovat {names}, jotka lasketaan" in html
