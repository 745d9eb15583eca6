"""Who lifts an author's “no”: who has seen it, and has no part in the text or the link."""

import pytest
from django.urls import reverse

from kdsite.editorial.releases.publish_due import publish_due
from kdsite.editorial.review.decisions import token_of_review
from tests.editorial.private_links.steps import ADDRESS, press, says_no, send
from tests.support.helpers import (
    approve,
    fresh,
    its_time,
    logged_in,
    make_slot,
    submit,
)

pytestmark = [pytest.mark.django_db, pytest.mark.mailed]

OTHERS_READ = "joka ei ole tallentanut tätä versiota eikä lähettänyt linkkiä"
MEANWHILE = "Maija Malli on sillä välin vastannut: lue vastaus."


def opened(user, post):
    """What the form of the review carries, as it is shown now."""
    client, url = logged_in(user), reverse("editorial:review", args=[post.pk])
    response = client.get(url)
    return {"seen": response.context["form"].initial["seen"]}


def presses(user, post, action, data, comment=""):
    url = reverse("editorial:review", args=[post.pk])
    data = data | {"action": action, "comment": comment}
    return logged_in(user).post(url, data, follow=True).content.decode()


def goes_out(post):
    its_time(fresh(post).slot)
    publish_due()
    return fresh(post).live


@pytest.fixture
def in_review(people, post):
    submit(post, people.editor)
    return post


@pytest.fixture
def waiting(people, in_review):
    """Approved by a second editor, and waiting for its slot of next week."""
    make_slot(in_review, mode="original_first")
    approve(in_review, people.editor2)
    return in_review


def test_who_approves_has_the_newest_answer_on_the_screen(people, author, in_review):
    """Else nothing is decided, and the screen comes again with the answer and the comment."""
    link = send(in_review, people.editor, author)
    before = opened(people.editor2, in_review)
    says_no(link)
    html = presses(people.editor2, in_review, "approve", before, "Kirjoitin tämän.")
    assert MEANWHILE in html
    assert "Älkää julkaisko." in html
    assert "Kirjoitin tämän." in html
    assert not fresh(in_review).live
    presses(people.editor2, in_review, "approve", opened(people.editor2, in_review))
    assert fresh(in_review).live


def test_who_says_to_have_read_has_the_newest_answer_on_the_screen(
    people, author, waiting
):
    link = send(waiting, people.editor, author)
    press(link)
    before = opened(people.editor2, waiting)
    says_no(link)
    html = presses(people.editor2, waiting, "read", before)
    assert MEANWHILE in html
    assert "Älkää julkaisko." in html
    assert not goes_out(waiting)
    presses(people.editor2, waiting, "read", opened(people.editor2, waiting))
    assert fresh(waiting).live


def test_who_wrote_the_text_or_sent_the_link_lifts_nothing(people, author, waiting):
    """Both are told who does. Where no other member is left, somebody stands in."""
    says_no(send(waiting, people.editor2, author))
    shown = {"seen": token_of_review(waiting)}
    url = reverse("editorial:review", args=[waiting.pk])
    for user in (people.editor, people.editor2):
        html = logged_in(user).get(url, follow=True).content.decode()
        assert OTHERS_READ in html
        presses(user, waiting, "read", shown)
        assert not goes_out(waiting)
    html = logged_in(people.translator).get(url).content.decode()
    assert "Älkää julkaisko." in html
    presses(people.translator, waiting, "read", shown)
    assert fresh(waiting).live


def test_nobody_stands_in_for_a_member_who_could_read(people, author, waiting):
    says_no(send(waiting, people.editor, author))
    shown = {"seen": token_of_review(waiting)}
    presses(people.translator, waiting, "read", shown)
    assert not goes_out(waiting)


def test_who_sent_the_link_does_not_approve_over_its_no(people, author, in_review):
    says_no(send(in_review, people.editor2, author))
    shown = opened(people.editor2, in_review)
    html = presses(people.editor2, in_review, "approve", shown, "Kirjoitin tämän.")
    assert OTHERS_READ in html
    assert "Kirjoitin tämän." in html
    assert 'value="approve"' not in html
    assert not fresh(in_review).live


def test_closing_the_link_lifts_nothing(people, author, waiting):
    link = send(waiting, people.editor, author)
    says_no(link)
    logged_in(people.editor).post(
        reverse("editorial:revoke_link", args=[waiting.pk, link.pk])
    )
    assert not goes_out(waiting)
    presses(people.editor2, waiting, "read", opened(people.editor2, waiting))
    assert fresh(waiting).live


def test_another_mailbox_that_agrees_lifts_nothing(people, author, waiting):
    """An editor chose the address. The mailbox that has said “no” may change its mind, by any link."""
    says_no(send(waiting, people.editor2, author))
    press(send(waiting, people.editor, author, address="maija.malli@example.com"))
    assert not goes_out(waiting)
    press(send(waiting, people.editor, author, address=ADDRESS.upper()))
    assert goes_out(waiting)
