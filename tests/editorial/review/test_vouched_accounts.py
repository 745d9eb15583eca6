"""C10: whoever says whose an account is, is no second person beside it, and others know."""

import pytest
from django.core import mail
from django.urls import reverse

from blog.invitations import services
from home.create_site.groups import EDITORS
from kdsite.accounts.models import User
from tests.editorial.private_links.steps import press, send
from tests.support.factories import make_author, make_post, make_user
from tests.support.helpers import approve, fresh, logged_in, submit
from tests.support.invited import arrive, invite, link

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]


@pytest.mark.parametrize("change", ["address", "group"])
def test_a_superuser_who_takes_an_account_over(people, change):
    """By another address or by a place among the editors: for a week the two are one."""
    account = people.writer2 if change == "group" else people.editor2
    editors = people.editor.groups.get()
    response = logged_in(people.admin).post(
        reverse("wagtailusers_users:edit", args=[account.pk]),
        {
            "first_name": "Toinen",
            "last_name": "Toimittaja",
            "email": "laatikko@example.org" if change == "address" else account.email,
            "is_active": "on",
            "groups": [editors.pk],
        },
    )
    assert response.status_code == 302
    account = User.objects.get(pk=account.pk)
    assert account.invited_by == people.admin
    post = make_post(people.admin)
    submit(post, people.admin)
    approve(post, account)
    assert not fresh(post).live


def test_whoever_has_not_come_in_yet_hears_of_nothing(people):
    """The address may be a stranger's, and the mails have titles of drafts in them."""
    people.editor2.set_unusable_password()
    people.editor2.save()
    post = make_post(people.writer)
    mail.outbox.clear()
    submit(post, people.writer)
    assert people.editor.email in [
        address for each in mail.outbox for address in each.to
    ]
    assert people.editor2.email not in [
        address for each in mail.outbox for address in each.to
    ]


def test_the_review_says_that_an_author_does_not_want_it(people):
    """Beside the button: two others may publish it, but not without having been told."""
    author = make_author("Maija", "Malli")
    post = make_post(people.editor, authors=[author])
    submit(post, people.editor)
    review = reverse("editorial:review", args=[post.pk])
    client = logged_in(people.editor2)
    sentence = "on vastannut, että tätä pitää muuttaa: Maija Malli"
    assert sentence not in client.get(review).content.decode()
    link = send(post, people.editor, author)
    press(link, answer="changes", text="Älkää julkaisko.")
    assert sentence in client.get(review).content.decode()
    press(link)
    assert sentence not in client.get(review).content.decode()


def test_whoever_puts_an_address_right_sets_the_inviter_free_of_nothing(people):
    """Both know whom they wrote to; the review names both, and a third editor approves."""
    invitation = invite(people.editor)
    services.renew(invitation, people.editor2, "maija.malli@example.org")
    arrive(link())
    guest = User.objects.get(pk=invitation.user.pk)
    post = make_post(guest)
    submit(post, guest)
    for editor in (people.editor, people.editor2):
        html = logged_in(editor).get(reverse("editorial:review", args=[post.pk]))
        assert "editor2@example.fi, editor@example.fi" in html.content.decode()
        approve(post, editor)
    assert not fresh(post).live
    third = make_user("kolmas", EDITORS)
    approve(post, third)
    assert fresh(post).live
