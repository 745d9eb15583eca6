"""Who lifts an author's “no”: who has seen it, and has no part in the text or the link."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
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

ASKED = "Kirjoittaja pyysi muutoksia: Maija Malli."
ASKED_SV = "Skribenten har bett om ändringar: Maija Malli."
WHO_LIFTS = "joku näistä on lukenut vastauksen tarkistuksessa: %s."
STAND_INS = {"translator", "reviewer", "admin"}
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


def review_of(user, post):
    url = reverse("editorial:review", args=[post.pk])
    return logged_in(user).get(url, follow=True).content.decode()


def front_page(user, panel):
    """The text of one of its panels; empty where it has none."""
    page = logged_in(user).get(reverse("wagtailadmin_home")).content
    return str(BeautifulSoup(page, "html.parser").select_one(panel) or "")


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


def test_who_sent_the_link_lifts_its_no(people, author, waiting):
    """Of two editors, one of whom wrote the text: else nobody could."""
    says_no(send(waiting, people.editor2, author))
    presses(people.editor2, waiting, "read", opened(people.editor2, waiting))
    assert goes_out(waiting)


def test_who_sent_the_link_approves_over_its_no(people, author, in_review):
    says_no(send(in_review, people.editor2, author))
    presses(people.editor2, in_review, "approve", opened(people.editor2, in_review))
    assert fresh(in_review).live


def test_who_sent_the_link_makes_no_second_person_of_the_author(
    people, author, in_review
):
    """They have read the “no”, and then the author agrees: two members have not."""
    link = send(in_review, people.editor2, author)
    says_no(link)
    presses(people.editor2, in_review, "read", opened(people.editor2, in_review))
    press(link)
    assert not fresh(in_review).live


def test_who_wrote_the_text_lifts_nothing(people, author, waiting):
    """They are told who does, by the name, and what they can do themselves."""
    says_no(send(waiting, people.editor2, author))
    html = review_of(people.editor, waiting)
    assert WHO_LIFTS % "editor2@example.fi" in html
    assert 'value="read"' not in html
    presses(people.editor, waiting, "read", {"seen": token_of_review(waiting)})
    assert not goes_out(waiting)


def test_a_superuser_is_told_the_truth(people, author, waiting):
    """They have no part in the text, and stand in for nobody here."""
    says_no(send(waiting, people.editor, author))
    html = review_of(people.admin, waiting)
    assert WHO_LIFTS % "editor2@example.fi" in html
    assert 'value="read"' not in html


def test_who_stands_in_is_told_and_finds_it(people, author, waiting):
    """By mail and on the front page, as anybody who decides."""
    people.editor2.groups.clear()
    link = send(waiting, people.editor, author)
    mail.outbox.clear()
    says_no(link)
    told = {each.to[0]: each.body for each in mail.outbox}
    assert told.keys() == {f"{name}@example.fi" for name in STAND_INS | {"editor"}}
    for name, asked in (("translator", ASKED_SV), ("admin", ASKED)):
        user = getattr(people, name)
        url = reverse("editorial:review", args=[waiting.pk])
        assert url in told[user.email]
        panel = front_page(user, ".to-do__thing--review")
        assert url in panel
        assert asked in panel
    assert not front_page(people.editor, ".to-do__thing--review")
    html = review_of(people.editor, waiting)
    names = "admin@example.fi, reviewer@example.fi, translator@example.fi"
    assert all(name in html for name in names.split(", "))
    presses(people.translator, waiting, "read", opened(people.translator, waiting))
    assert not front_page(people.admin, ".to-do__thing--review")
    assert goes_out(waiting)


def test_who_stands_in_is_told_of_a_review(people, author, in_review):
    people.editor2.groups.clear()
    link = send(in_review, people.editor, author)
    mail.outbox.clear()
    says_no(link)
    told = {each.to[0] for each in mail.outbox}
    assert told == {f"{name}@example.fi" for name in STAND_INS | {"editor"}}
    url = reverse("editorial:review", args=[in_review.pk])
    panel = front_page(people.reviewer, ".to-do__thing--review")
    assert url in panel
    presses(people.reviewer, in_review, "approve", opened(people.reviewer, in_review))
    assert fresh(in_review).live


def test_where_nobody_else_can_the_screen_says_what_is_left(people, author, waiting):
    """The author, and any editor by the other button."""
    others = [people.editor2, people.translator, people.reviewer, people.admin]
    for user in others:
        user.is_active = False
        user.save()
    link = send(waiting, people.editor, author)
    says_no(link)
    assert "Kukaan muu ei nyt voi päästää sitä eteenpäin" in review_of(
        people.editor, waiting
    )
    press(link)
    assert goes_out(waiting)


def test_every_editor_can_make_it_a_draft_instead(people, author, waiting):
    """Two plain choices on one screen; for whoever cannot lift the “no”, the one."""
    link = send(waiting, people.editor, author)
    address = reverse("editorial:back_to_draft", args=[waiting.pk])
    press(link)
    assert address not in review_of(people.editor2, waiting)
    says_no(link)
    for user in (people.editor, people.editor2, people.admin):
        assert address in review_of(user, waiting)
    assert 'value="read"' in review_of(people.editor2, waiting)
    html = logged_in(people.editor2).post(address, follow=True).content.decode()
    assert "Se on taas luonnos." in html
    assert not goes_out(waiting)
    assert address not in review_of(people.editor2, waiting)


def test_who_stands_in_makes_nothing_a_draft(people, author, waiting):
    people.editor2.groups.clear()
    says_no(send(waiting, people.editor, author))
    html = review_of(people.translator, waiting)
    assert 'value="read"' in html
    assert reverse("editorial:back_to_draft", args=[waiting.pk]) not in html


def test_nobody_stands_in_for_a_member_who_could_read(people, author, waiting):
    says_no(send(waiting, people.editor, author))
    shown = {"seen": token_of_review(waiting)}
    presses(people.translator, waiting, "read", shown)
    assert not goes_out(waiting)


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
